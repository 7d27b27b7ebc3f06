import { expect } from '@open-wc/testing';
import type { Args, Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import '@zicht-op/elements';

// Every story is rendered as Storybook would, and audited once its elements are ready.

type Module = { readonly default: Meta } & Readonly<Record<string, StoryObj | Meta>>;
type Rendered = TemplateResult | Node | string;
type Draw = () => Rendered;
type Decorator = (story: Draw, context: { args: Args; globals: Args }) => Rendered;

const { files } = (await (await fetch('/stories.json')).json()) as { files: string[] };

for (const file of files) {
  const module = (await import(`/${file}`)) as Module;
  describe(module.default.title ?? file, () => {
    const stories = Object.entries(module).filter(([name]) => name !== 'default' && !name.startsWith('__'));
    for (const [name, story] of stories as [string, StoryObj][]) {
      it(`${story.name ?? name} has no accessibility fault`, async function () {
        this.timeout(40_000);
        const place = document.createElement('main');
        document.body.append(place);
        try {
          place.append(draw(module.default, story));
          await settle(place);
          if (story.play) await story.play({ canvasElement: place } as unknown as Parameters<typeof story.play>[0]);
          await settle(place);
          await expect(place).to.be.accessible();
        } finally {
          place.remove();
        }
      });
    }
  });
}

it('finds the stories', () => {
  expect(files).not.to.deep.equal([]);
});

function draw(meta: Meta, story: StoryObj): Node {
  const args: Args = { ...meta.args, ...story.args };
  const context = { args, globals: { lang: 'nl' } };
  const template = (story.render ?? meta.render) as ((args: Args, context: unknown) => Rendered) | undefined;
  const decorators = [story.decorators ?? [], meta.decorators ?? []].flat() as unknown as Decorator[];
  const plain: Draw = () => template?.(args, context) ?? elementOf(meta.component ?? '', args);
  const rendered = decorators.reduce<Draw>((inner, decorator) => () => decorator(inner, context), plain)();
  const place = document.createElement('div');
  render(html`${rendered}`, place);
  return place;
}

function elementOf(tag: string, args: Args): Element {
  return Object.assign(document.createElement(tag), args);
}

/** Waits for every element of ours, and for those that appear once others are ready. */
async function settle(place: ParentNode): Promise<void> {
  const ours = [...place.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('zo-'));
  for (const element of ours as (Element & { ready?: Promise<unknown>; updateComplete?: Promise<unknown> })[]) {
    await element.ready;
    await element.updateComplete;
  }
}

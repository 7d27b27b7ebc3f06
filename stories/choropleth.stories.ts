import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, render as renderInto, type TemplateResult } from 'lit';
import { makeBoundaries } from '@zicht-op/voorbeeldland/boundaries.js';
import { makeCountry, type SmallLevel } from '@zicht-op/voorbeeldland/small.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/layer/define.js';

interface Args {
  readonly level: string;
  readonly indicator: string;
  readonly filter: string;
  readonly method: string;
  readonly classes: number;
  readonly breaks: string;
  readonly palette: string;
  readonly projection: 'web-mercator' | 'rd';
  readonly selected: string;
  readonly within: string;
  readonly headline: string;
  readonly noControls: boolean;
}

const meta: Meta<Args> = {
  title: 'Elementen/zo-choropleth',
  component: 'zo-choropleth',
  args: {
    level: '',
    indicator: '',
    filter: '',
    method: '',
    classes: 5,
    breaks: '',
    palette: '',
    projection: 'web-mercator',
    selected: '',
    within: '',
    headline: '',
    noControls: false,
  },
  argTypes: {
    method: { control: 'select', options: ['', 'quantile', 'jenks', 'equal', 'pretty', 'stddev', 'manual'] },
    palette: { control: 'select', options: ['', 'YlGnBu', 'Blues', 'BuPu', 'viridis', 'cividis', 'PuOr'] },
    projection: { control: 'inline-radio', options: ['web-mercator', 'rd'] },
  },
};

export default meta;

type Story = StoryObj<Args>;

const country = makeCountry({ gemeenten: 24 });

type JsonStat = ReturnType<typeof country.jongeAanwas>;

function element(args: Args, data: unknown, boundaries: unknown, children: unknown = nothing): TemplateResult {
  return html`<zo-choropleth
    level=${args.level}
    indicator=${args.indicator}
    filter=${args.filter}
    method=${args.method}
    classes=${args.classes}
    breaks=${args.breaks}
    palette=${args.palette}
    projection=${args.projection}
    selected=${args.selected}
    within=${args.within}
    headline=${args.headline}
    ?no-controls=${args.noControls}
    .data=${data}
    .boundariesData=${boundaries}
    >${children}</zo-choropleth
  >`;
}

/** A story of the small country at a level. */
const storyOf = (level: SmallLevel, args: Partial<Args> = {}): Story => {
  const [data, boundaries] = [country.jongeAanwas(level), country.boundaries(level)];
  return { args: { level, ...args }, render: (all) => element(all, data, boundaries) };
};

/** The same dataset with every figure withheld. */
const allWithheld = (data: JsonStat): unknown => ({ ...data, value: {}, status: 'Q' });

function withLongNames(data: JsonStat): unknown {
  const { label } = data.dimension.RegioS.category;
  const long = Object.entries(label ?? {}).map(([code, name]) => [
    code,
    `${name} en Omstreken aan de Nieuwe Ringvaart`,
  ]);
  const RegioS = {
    ...data.dimension.RegioS,
    category: { ...data.dimension.RegioS.category, label: Object.fromEntries(long) },
  };
  return { ...data, dimension: { ...data.dimension, RegioS } };
}

/** One area of each kind of missing, whatever period or age group is looked at. */
function withEachKind(data: JsonStat): unknown {
  const statuses: Readonly<Record<string, string>> = { GMV002: 'Q', GMV005: 'L', GMV009: 'M', GMV012: '' };
  const geo = data.id.indexOf('RegioS');
  const stride = data.size.slice(geo + 1).reduce((product, size) => product * size, 1);
  const codes = data.dimension.RegioS.category.index;
  const cells = Array.from({ length: data.size.reduce((product, size) => product * size, 1) }, (_, cell) => cell);
  const regionOf = (cell: number) => codes[Math.floor(cell / stride) % codes.length];
  const values = Array.isArray(data.value)
    ? data.value
    : cells.map((cell) => (data.value as Record<string, number>)[cell] ?? null);
  return {
    ...data,
    value: cells.map((cell) => (Object.hasOwn(statuses, regionOf(cell)) ? null : (values[cell] ?? null))),
    status: Object.fromEntries(
      cells.flatMap((cell) => (statuses[regionOf(cell)] ? [[cell, statuses[regionOf(cell)]]] : [])),
    ),
  };
}

export const Standaard: Story = storyOf('gemeente');

export const Wijken: Story = storyOf('wijk');

export const Buurten: Story = storyOf('buurt');

export const Gekozen: Story = storyOf('gemeente', { selected: 'GMV003' });

export const BinnenEenGemeente: Story = storyOf('buurt', { within: 'GMV002' });

/** Withheld, unknown, impossible, no data and not covered, each with a pattern of its own. */
export const ElkeSoortOntbrekend: Story = {
  args: { level: 'gemeente' },
  render: (args) => element(args, withEachKind(country.jongeAanwas('gemeente')), country.boundaries('gemeente')),
};

export const AllesNietGepubliceerd: Story = {
  args: { level: 'gemeente' },
  render: (args) => element(args, allWithheld(country.jongeAanwas('gemeente')), country.boundaries('gemeente')),
};

export const EenGebied: Story = storyOf('gemeente', { within: 'GMV004' });

export const GeenGebieden: Story = storyOf('wijk', { within: 'GMV999' });

export const EigenKlassen: Story = storyOf('gemeente', { method: 'manual', breaks: '5 10 12 15' });

export const NatuurlijkeKlassen: Story = storyOf('gemeente', { method: 'jenks', classes: 7, palette: 'viridis' });

export const Tweezijdig: Story = storyOf('gemeente', { method: 'stddev', palette: 'PuOr' });

export const InRijksdriehoek: Story = storyOf('gemeente', { projection: 'rd' });

export const StilBeeld: Story = storyOf('gemeente', { noControls: true });

export const LangeTitel: Story = storyOf('gemeente', {
  headline: 'Aandeel jongeren van 8 tot en met 23 jaar met een verhoogd risico om in de drugscriminaliteit te belanden',
});

/** Names as merged municipalities have them. */
export const LangeNamen: Story = {
  args: { level: 'gemeente', selected: 'GMV003' },
  render: (args) => element(args, withLongNames(country.jongeAanwas('gemeente')), country.boundaries('gemeente')),
};

export const Smal: Story = {
  ...storyOf('gemeente', { selected: 'GMV003' }),
  decorators: [(story) => narrow(html`${story()}`)],
};

export const VasteHoogte: Story = {
  ...storyOf('gemeente'),
  decorators: [(story) => sized(html`${story()}`, '100%', '480px')],
};

/** The least room there is: the map keeps half of it, and the selectors scroll. */
export const SmalEnLaag: Story = {
  ...storyOf('gemeente', { selected: 'GMV003' }),
  decorators: [(story) => sized(html`${story()}`, '360px', '400px')],
};

export const Donker: Story = {
  ...storyOf('gemeente', { selected: 'GMV003' }),
  decorators: [
    (story) => {
      const box = sized(html`${story()}`, '100%', 'auto');
      box.style.setProperty('color-scheme', 'dark');
      return box;
    },
  ],
};

export const Engels: Story = {
  ...storyOf('gemeente', { selected: 'GMV003' }),
  decorators: [(story) => html`<div lang="en">${story()}</div>`],
};

/** Points and a line of the host's own, above and below the regions. */
export const MetEigenLagen: Story = {
  args: { level: 'gemeente' },
  render: (args) =>
    element(
      args,
      country.jongeAanwas('gemeente'),
      country.boundaries('gemeente'),
      html`<zo-layer src=${dataUrl(points)} label="Meldpunten"></zo-layer>`,
    ),
};

/** Names of regions where they fit; nearer by there are more. */
export const Namen: Story = {
  args: { level: 'gemeente' },
  render: (args) =>
    html`<zo-choropleth
      labels
      level=${args.level}
      .data=${country.jongeAanwas('gemeente')}
      .boundariesData=${country.boundaries('gemeente')}
    ></zo-choropleth>`,
};

/** The figures come bit by bit; after half a second it is told how far they are. */
/**
 * Coarse shapes for the whole country, and finer ones where one zooms in. The service is played by a function: a real one
 * would leave out what lies outside the box.
 */
export const FijnereGrenzen: Story = {
  args: { level: 'gemeente' },
  render: (args) => {
    const land = country.country;
    const coarse = makeBoundaries(land, land.after, 'gemeenten', { step: 0.05, detail: 1 });
    const service = () => Promise.resolve(Response.json(country.boundaries('gemeente')));
    return html`<zo-choropleth
      level=${args.level}
      detail="https://voorbeeldland.invalid/collections/{levels}/items?bbox={bbox}"
      .fetch=${service}
      .data=${country.jongeAanwas('gemeente')}
      .boundariesData=${coarse}
    ></zo-choropleth>`;
  },
};

export const LadenMetVoortgang: Story = {
  render: () =>
    html`<zo-choropleth
      src="langzaam.json"
      level="gemeente"
      .fetch=${trickle(JSON.stringify(country.jongeAanwas('gemeente')))}
      .boundariesData=${country.boundaries('gemeente')}
    ></zo-choropleth>`,
};

/** Answers with a body that comes in ten parts over three seconds. */
function trickle(body: string): () => Promise<Response> {
  const bytes = new TextEncoder().encode(body);
  const size = Math.ceil(bytes.length / 10);
  let at = 0;
  const parts = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      controller.enqueue(bytes.subarray(at, (at += size)));
      if (at >= bytes.length) controller.close();
    },
  });
  return () => Promise.resolve(new Response(parts, { headers: { 'content-length': String(bytes.length) } }));
}

/** The answer takes three seconds. */
export const Laden: Story = {
  render: () => {
    const body = JSON.stringify(country.jongeAanwas('gemeente'));
    const slow = () => new Promise((resolve) => setTimeout(() => resolve(new Response(body)), 3000));
    return html`<zo-choropleth
      src="langzaam.json"
      level="gemeente"
      .fetch=${slow}
      .boundariesData=${country.boundaries('gemeente')}
    ></zo-choropleth>`;
  },
};

export const NogNiets: Story = { render: () => html`<zo-choropleth></zo-choropleth>` };

export const Mislukt: Story = {
  render: () => html`<zo-choropleth .fetch=${answer(404)} src="cijfers.json"></zo-choropleth>`,
};

/** What was on screen stays, marked as old, with a way to try again. */
export const MisluktMetLaatsteBeeld: Story = {
  ...storyOf('gemeente'),
  play: async ({ canvasElement }) => {
    const map = canvasElement.querySelector('zo-choropleth');
    if (!map) return;
    await map.ready;
    map.indicator = 'bestaat-niet';
    await map.ready;
  },
};

/** Boundaries of another year: some regions have no shape, some shapes no figure. */
export const AnderJaar: Story = {
  args: { level: 'gemeente' },
  render: (args) => element(args, country.jongeAanwas('gemeente'), country.boundaries('gemeente', 2022)),
};

const answer = (status: number) => () => Promise.resolve(new Response('', { status }));

const points = {
  type: 'FeatureCollection',
  features: [
    [2.6, 55.7],
    [3.1, 55.9],
    [2.9, 55.5],
  ].map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })),
};

const dataUrl = (json: unknown): string => `data:application/geo+json,${encodeURIComponent(JSON.stringify(json))}`;

const narrow = (story: TemplateResult): HTMLElement => sized(story, '360px', 'auto');

function sized(story: TemplateResult, width: string, height: string): HTMLElement {
  const box = document.createElement('div');
  renderInto(story, box);
  box.style.setProperty('width', width);
  box.style.setProperty('height', height);
  box.querySelector<HTMLElement>('zo-choropleth')?.style.setProperty('height', height);
  return box;
}

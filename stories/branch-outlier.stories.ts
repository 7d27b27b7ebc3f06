import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import '@zicht-op/elements/branch-outlier/define.js';
import '@zicht-op/elements/group/define.js';
import { branchBoundaries, branchDataset, type BranchFixture } from './branch-outlier-fixtures.js';

interface Args {
  readonly level: string;
  readonly filter: string;
  readonly actual: string;
  readonly predicted: string;
  readonly axes: 'auto' | 'log' | 'linear';
  readonly selected: string;
  readonly noControls: boolean;
  readonly headline: string;
}

const meta: Meta<Args> = {
  title: 'Elementen/zo-branch-outlier',
  component: 'zo-branch-outlier',
  args: {
    level: 'gemeente',
    filter: '',
    actual: '',
    predicted: '',
    axes: 'auto',
    selected: '',
    noControls: false,
    headline: '',
  },
  argTypes: {
    axes: { control: 'inline-radio', options: ['auto', 'log', 'linear'] },
    level: { control: 'inline-radio', options: ['gemeente', 'wijk'] },
  },
};

export default meta;

type Story = StoryObj<Args>;

const shapes = branchBoundaries();

function element(args: Args, data: unknown, boundaries: unknown = shapes) {
  return html`<zo-branch-outlier
    level=${args.level}
    filter=${args.filter}
    actual=${args.actual}
    predicted=${args.predicted}
    axes=${args.axes}
    selected=${args.selected}
    headline=${args.headline}
    ?no-controls=${args.noControls}
    .data=${data}
    .boundariesData=${boundaries}
  ></zo-branch-outlier>`;
}

/** A story of the invented country with these peculiarities. */
const storyOf = (fixture: BranchFixture, args: Partial<Args> = {}, boundaries: unknown = shapes): Story => {
  const data = branchDataset(fixture);
  return { args, render: (all) => element(all, data, boundaries) };
};

export const Standaard: Story = storyOf({});

export const Geselecteerd: Story = storyOf({}, { selected: 'GMV012 GMV006' });

/** The publisher gives an interval with each prediction; it takes the place of the robust band. */
export const GepubliceerdInterval: Story = storyOf({ hasInterval: true });

export const LineaireAssen: Story = storyOf({}, { axes: 'linear' });

/** A figure of zero has no place on a logarithmic axis: the axes are linear. */
export const CijferVanNul: Story = storyOf({ hasZero: true });

export const ZonderKaart: Story = storyOf({}, {}, null);

export const Wijken: Story = storyOf({}, { level: 'wijk' }, null);

/** Above 2,000 points a canvas draws them. */
export const VeelGebieden: Story = storyOf({ regions: 2600 }, {}, null);

/** Too few figures to say what is usual: no region is judged. */
export const WeinigGebieden: Story = storyOf({ regions: 4 }, {}, null);

export const NiemandWijktAf: Story = storyOf({ isEven: true });

export const AllesGeheim: Story = storyOf({ isWithheld: true });

export const LangeNamen: Story = storyOf({ hasLongNames: true });

export const ZonderBediening: Story = storyOf({}, { noControls: true });

export const Engels: Story = {
  render: (args) => html`<div lang="en">${element(args, branchDataset())}</div>`,
};

/** As wide as a telephone: the panels stand behind tabs. */
export const Smal: Story = {
  render: (args) => {
    const place = document.createElement('div');
    place.style.setProperty('max-width', '20.5rem');
    render(element(args, branchDataset()), place);
    return html`${place}`;
  },
};

/** Two analyses that share what is pointed at and selected, as in `zo-group`. */
export const Gekoppeld: Story = {
  render: (args) => {
    const data = branchDataset();
    return html`<zo-group>
      ${element({ ...args, filter: 'Branche=9602' }, data)}
      ${element({ ...args, filter: 'Branche=9602', axes: 'linear', headline: 'Dezelfde cijfers op lineaire assen', noControls: true }, data, null)}
    </zo-group>`;
  },
};

export const Wacht: Story = {
  render: () => html`<zo-branch-outlier></zo-branch-outlier>`,
};

/** The answer takes three seconds. */
export const Laden: Story = {
  render: () => {
    const body = JSON.stringify(branchDataset());
    const slow = () => new Promise((answer) => setTimeout(() => answer(new Response(body)), 3000));
    return html`<zo-branch-outlier src="langzaam.json" level="gemeente" .fetch=${slow}></zo-branch-outlier>`;
  },
};

export const Mislukt: Story = {
  render: () => {
    const absent = () => Promise.resolve(new Response('', { status: 404 }));
    return html`<zo-branch-outlier src="afwezig.json" .fetch=${absent}></zo-branch-outlier>`;
  },
};

/** Metrics that aren't there: the error says which there are. */
export const OnbekendeIndicator: Story = storyOf({}, { actual: 'bestaat-niet' });

/** Shapes that can't be read leave the scatter and the lists as they are. */
export const KaartMislukt: Story = storyOf({}, {}, { type: 'Topology' });

/** Texts of the page's own editor. */
export const EigenTeksten: Story = {
  render: (args) =>
    html`<zo-branch-outlier level=${args.level} .data=${branchDataset()}>
      <span slot="title">Een titel van de redactie</span>
      <p slot="caption">Een inleiding van de redactie.</p>
      <p slot="guidance">Bespreek het cijfer met wie de straat kent.</p>
    </zo-branch-outlier>`,
};

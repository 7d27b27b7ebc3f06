import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import '@zicht-op/elements/indicator-table/define.js';
import '@zicht-op/elements/group/define.js';
import { tableDataset, type TableFixture } from './indicator-table-fixtures.js';

interface Args {
  readonly layout: 'regions' | 'region';
  readonly indicator: string;
  readonly level: string;
  readonly within: string;
  readonly selected: string;
  readonly noControls: boolean;
  readonly headline: string;
}

const meta: Meta<Args> = {
  title: 'Elementen/zo-indicator-table',
  component: 'zo-indicator-table',
  args: {
    layout: 'regions',
    indicator: '',
    level: 'gemeente',
    within: '',
    selected: '',
    noControls: false,
    headline: '',
  },
  argTypes: {
    layout: { control: 'inline-radio', options: ['regions', 'region'] },
    level: { control: 'inline-radio', options: ['provincie', 'gemeente', 'buurt'] },
  },
};

export default meta;

type Story = StoryObj<Args>;

const element = (args: Args, data: unknown) =>
  html`<zo-indicator-table
    layout=${args.layout}
    indicator=${args.indicator}
    level=${args.level}
    within=${args.within}
    selected=${args.selected}
    headline=${args.headline}
    ?no-controls=${args.noControls}
    .data=${data}
  ></zo-indicator-table>`;

/** A story of the invented country with these peculiarities. */
const storyOf = (fixture: TableFixture, args: Partial<Args> = {}): Story => {
  const data = tableDataset(fixture);
  return { args, render: (all) => element(all, data) };
};

/** Inside an element of this size. */
const sized = (size: Readonly<Record<string, string>>, content: ReturnType<typeof element>) => {
  const place = document.createElement('div');
  for (const [property, value] of Object.entries(size)) place.style.setProperty(property, value);
  render(content, place);
  return html`${place}`;
};

export const Standaard: Story = storyOf({ regions: 60 });

export const Geselecteerd: Story = storyOf({ regions: 60 }, { selected: 'GMV012 GMV006' });

export const EenIndicator: Story = storyOf({ regions: 60 }, { indicator: 'jeugd' });

export const EnkeleIndicatoren: Story = storyOf({ regions: 60 }, { indicator: 'jeugd eenbestuurder' });

/** Comparison columns are a visitor's choice, in the menu of columns. */
export const Vergeleken: Story = {
  ...storyOf({ regions: 60 }),
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('zo-indicator-table');
    await table?.ready;
    for (const label of table?.shadowRoot?.querySelectorAll('label') ?? []) {
      if (label.textContent?.includes('Vergelijk met')) label.querySelector('input')?.click();
    }
    await table?.updateComplete;
  },
};

/** Only what lies in one province. */
export const BinnenEenGebied: Story = storyOf({ regions: 60 }, { within: 'PVV2' });

/** The indicators of one region beside the country's and the province's. */
export const EenGebied: Story = storyOf({}, { layout: 'region', selected: 'GMV007' });

/** A region whose every figure is withheld. */
export const EenGebiedGeheim: Story = storyOf({ isWithheld: true }, { layout: 'region', selected: 'GMV007' });

/** Withheld, unknown, impossible, none and zero are different things; a mark stands beside a figure. */
export const SoortenOntbrekend: Story = storyOf({ regions: 12 });

export const AllesGeheim: Story = storyOf({ isWithheld: true });

export const Voorlopig: Story = storyOf({ isProvisional: true });

export const EenRij: Story = storyOf({ regions: 1 });

/** Only the rows in view are drawn. */
export const VeelGebieden: Story = storyOf({ regions: 14_500, level: 'buurt' }, { level: 'buurt' });

export const LangeNamen: Story = storyOf({ hasLongNames: true });

/** With a height, the whole fits and the rows scroll inside. */
export const VasteHoogte: Story = {
  render: (args) => {
    const table = document.createElement('zo-indicator-table');
    table.style.setProperty('height', '32rem');
    Object.assign(table, { level: args.level, data: tableDataset({ regions: 60 }) });
    return html`${table}`;
  },
};

export const ZonderBediening: Story = storyOf({}, { noControls: true });

/** As wide as a telephone. */
export const Smal: Story = {
  render: (args) => sized({ 'max-width': '20.5rem' }, element(args, tableDataset({ regions: 60 }))),
};

export const SmalEenGebied: Story = {
  args: { layout: 'region', selected: 'GMV007' },
  render: (args) => sized({ 'max-width': '20.5rem' }, element(args, tableDataset())),
};

/** A page that sets its own tokens. */
export const EigenKleuren: Story = {
  render: (args) =>
    sized(
      { '--zo-color-accent': '#7a2f5f', '--zo-color-selected': '#f7e6f0', '--zo-row-height': '3rem' },
      element({ ...args, selected: 'GMV003' }, tableDataset()),
    ),
};

export const Donker: Story = {
  render: (args) =>
    sized({ 'color-scheme': 'dark', background: '#14191f', padding: '1rem' }, element(args, tableDataset())),
};

export const Engels: Story = {
  render: (args) => html`<div lang="en">${element(args, tableDataset())}</div>`,
};

/** Two layouts that share what is selected: a row chosen in one is the region told of in the other. */
export const Gekoppeld: Story = {
  render: (args) => {
    const data = tableDataset();
    return html`<zo-group>
      ${element({ ...args, selected: 'GMV005' }, data)} ${element({ ...args, layout: 'region' }, data)}
    </zo-group>`;
  },
};

/** There are no areas inside the one asked for. */
export const Leeg: Story = storyOf({}, { within: 'PV99' });

export const Wacht: Story = {
  render: () => html`<zo-indicator-table></zo-indicator-table>`,
};

/** The answer takes three seconds. */
export const Laden: Story = {
  render: () => {
    const body = JSON.stringify(tableDataset());
    const slow = () => new Promise((answer) => setTimeout(() => answer(new Response(body)), 3000));
    return html`<zo-indicator-table src="langzaam.json" level="gemeente" .fetch=${slow}></zo-indicator-table>`;
  },
};

export const Mislukt: Story = {
  render: () => {
    const absent = () => Promise.resolve(new Response('', { status: 404 }));
    return html`<zo-indicator-table src="afwezig.json" .fetch=${absent}></zo-indicator-table>`;
  },
};

/** A period that isn't there: the last good picture stays, marked as old. */
export const MisluktMetBeeld: Story = {
  ...storyOf({}),
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('zo-indicator-table');
    await table?.ready;
    if (table) table.period = '1999';
    await table?.ready;
  },
};

/** An indicator that isn't there: the error says which there are. */
export const OnbekendeIndicator: Story = storyOf({}, { indicator: 'bestaat-niet' });

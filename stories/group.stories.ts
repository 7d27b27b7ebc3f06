import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { makeCountry } from '@zicht-op/voorbeeldland/small.js';
import '@zicht-op/elements/branch-outlier/define.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/group/define.js';
import '@zicht-op/elements/indicator-table/define.js';

const meta: Meta = { title: 'Elementen/zo-group', component: 'zo-group' };

export default meta;

type Story = StoryObj;

const country = makeCountry({ gemeenten: 16 });
const [youth, property, turnover] = [
  country.jongeAanwas('gemeente'),
  country.vastgoed('gemeente'),
  country.brancheOmzet('gemeente'),
];
const shapes = country.boundaries('gemeente');

const mapOf = (data: unknown, more: Readonly<Record<string, string>> = {}): TemplateResult =>
  html`<zo-choropleth
    level="gemeente"
    group=${more.group ?? ''}
    share=${more.share ?? ''}
    period=${more.period ?? ''}
    selected=${more.selected ?? ''}
    .data=${data}
    .boundariesData=${shapes}
  ></zo-choropleth>`;

const tableOf = (data: unknown, more: Readonly<Record<string, string>> = {}): TemplateResult =>
  html`<zo-indicator-table
    level="gemeente"
    group=${more.group ?? ''}
    share=${more.share ?? ''}
    .data=${data}
  ></zo-indicator-table>`;

/** Pointing, choosing and the period go for both. */
export const KaartEnTabel: Story = {
  render: () => html`<zo-group>${mapOf(youth, { selected: 'GMV003' })} ${tableOf(youth)}</zo-group>`,
};

/** The author wrote a period on one of them: it is the other's start as well. */
export const BeginMetEenPeriode: Story = {
  render: () => html`<zo-group>${mapOf(youth, { period: '2022' })} ${tableOf(youth)}</zo-group>`,
};

/** The indicator is each widget's own, unless both say that they share it. */
export const GedeeldeIndicator: Story = {
  render: () =>
    html`<zo-group> ${mapOf(property, { share: 'indicator' })} ${mapOf(property, { share: 'indicator' })} </zo-group>`,
};

/** Widgets that can't be wrapped in one element are linked by a name. */
export const OpNaam: Story = {
  render: () =>
    html`<div>${mapOf(youth, { group: 'op-naam' })}</div>
      <hr />
      <div>${tableOf(youth, { group: 'op-naam' })}</div>`,
};

/** Different datasets: what one of them lacks is ignored there. */
export const VerschillendeGegevens: Story = {
  render: () =>
    html`<zo-group>
      ${mapOf(property)}
      <zo-branch-outlier level="gemeente" .data=${turnover} .boundariesData=${shapes}></zo-branch-outlier>
    </zo-group>`,
};

/** One group has nothing to do with another. */
export const TweeGroepen: Story = {
  render: () =>
    html`<zo-group>${mapOf(youth)} ${tableOf(youth)}</zo-group>
      <hr />
      <zo-group>${mapOf(property)} ${tableOf(property)}</zo-group>`,
};

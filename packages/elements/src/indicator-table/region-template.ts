import { html, nothing, type TemplateResult } from 'lit';
import type { Observation } from '@zicht-op/core/model/observation.js';
import { figureCell, type CellContext } from './cell-template.js';
import { compareFigures } from './comparison.js';
import { isComparable, type FigureColumn } from './figure-columns.js';
import type { TableModel } from './table-model.js';

export interface RegionModel {
  readonly table: TableModel;
  readonly figures: readonly FigureColumn[];
  /** Position of the region told of. */
  readonly region: number;
  readonly context: CellContext;
}

/** The yardsticks of a region: the reference and the area around it, as far as the dataset lists them. */
function yardsticksOf({ table, region }: RegionModel): readonly number[] {
  return [table.reference, table.parentOf(region)].filter((yardstick) => yardstick >= 0 && yardstick !== region);
}

/** "hoger dan Nederland, lager dan Groningen"; where one of the two figures is missing, nothing is said of it. */
function inWords(model: RegionModel, figure: FigureColumn): string {
  const { table, region, context } = model;
  if (!isComparable(figure.indicator)) return '';
  return yardsticksOf(model)
    .map((yardstick) => {
      const comparison = compareFigures(figure.valueAt(region), figure.valueAt(yardstick), figure.indicator.unit);
      return comparison === null ? '' : context.texts.comparedWith[comparison](table.nameOf(yardstick));
    })
    .filter(Boolean)
    .join(', ');
}

function yardstickCell(figure: FigureColumn, yardstick: number, { formatter }: CellContext): TemplateResult {
  const observation: Observation = figure.observationAt(yardstick);
  const isFigure = observation.kind === 'value';
  return html`<td class=${isFigure ? 'yardstick' : `missing ${observation.kind}`}>
    <span>${formatter.observation(observation, figure.indicator.unit)}</span>
  </td>`;
}

function indicatorRow(model: RegionModel, figure: FigureColumn, yardsticks: readonly number[]): TemplateResult {
  const { region, context } = model;
  const { label, unit } = figure.indicator;
  const words = inWords(model, figure);
  return html`<tr>
    <th scope="row">
      <span class="label">${label}</span>${unit.label ? html`<span class="detail">${unit.label}</span>` : nothing}
    </th>
    ${figureCell(figure, region, context)} ${yardsticks.map((yardstick) => yardstickCell(figure, yardstick, context))}
    ${yardsticks.length > 0 ? html`<td class="words">${words || html`<span aria-hidden="true">–</span>`}</td>` : nothing}
  </tr>`;
}

/** One region's indicators, each with its figure, the yardsticks' figures, and how it stands to them in words. */
export function regionTemplate(model: RegionModel): TemplateResult {
  const { table, figures, region, context } = model;
  const { texts, common } = context;
  const yardsticks = yardsticksOf(model);
  const name = table.nameOf(region);
  return html`<table class="profile" part="table">
    <caption class="visually-hidden">
      ${texts.captionOfRegion(name)}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="corner">${common.indicator}</th>
        <th scope="col" class="figure">${name}</th>
        ${yardsticks.map((yardstick) => html`<th scope="col" class="yardstick">${table.nameOf(yardstick)}</th>`)}
        ${yardsticks.length > 0 ? html`<th scope="col" class="words">${texts.compared}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${figures.map((figure) => indicatorRow(model, figure, yardsticks))}
    </tbody>
  </table>`;
}

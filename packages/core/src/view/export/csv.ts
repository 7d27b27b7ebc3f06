import type { Row } from '../rows.js';
import { EXPORT_COLUMNS, sourceLine, sourcesOf, type ExportColumn, type ExportContext } from './context.js';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * Beginnings that a spreadsheet takes for a formula, full-width forms included, also behind white space.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A signed number with at most a percent sign: no formula to guard against. */
const NUMBER = /^[+-]?[\d.,\u00A0]+\s?[%‰]?$/;

/** What most cells have nothing of, so that they can be written as they are. */
const NEEDS_CARE = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20";\r\n\t]|^\s|\s$/;

/** A cell of text, so that no spreadsheet computes with it, in quotes where it has to be. */
function textCell(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A figure as it was received, not as it is rounded on screen. */
const numberCell = (value: number): string => String(value).replace('.', ',');

type Cells = Readonly<Record<ExportColumn, string>>;

/** Cells that are the same for all rows of an indicator. */
function indicatorCells(id: string, { indicators, meta }: ExportContext) {
  const indicator = indicators.get(id);
  return {
    indicator: textCell(indicator?.label ?? id),
    unit: textCell(indicator?.unit.label || indicator?.unit.symbol || ''),
    source: textCell(sourceLine(sourcesOf(indicator, meta))),
    caution: textCell(indicator?.caution ?? ''),
  };
}

/** Cells of one row but for its breakdowns. */
function cellsOf(row: Row, about: ReturnType<typeof indicatorCells>, { texts }: ExportContext): Cells {
  return {
    ...about,
    region: textCell(row.region),
    name: textCell(row.name),
    level: textCell(row.level),
    period: textCell(row.period),
    value: row.kind === 'value' && row.value !== undefined ? numberCell(row.value) : '',
    kind: textCell(row.kind === 'value' ? texts.kindValue : texts.missing[row.kind]),
    text: textCell(row.text),
    marks: textCell(row.marks.map((mark) => texts.marks[mark]).join(', ')),
  };
}

/** A column of categories, for each breakdown that a row has. */
interface BreakdownColumn {
  readonly label: string;
  cell(row: Row): string;
}

function breakdownColumns(rows: readonly Row[], { breakdowns = [] }: ExportContext): BreakdownColumn[] {
  const ids = new Set(rows.flatMap((row) => Object.keys(row.breakdown)));
  return [...ids].map((id) => {
    const dimension = breakdowns.find((known) => known.id === id);
    return {
      label: dimension?.label ?? id,
      cell: ({ breakdown }) => {
        const code = Object.hasOwn(breakdown, id) ? breakdown[id] : '';
        return textCell(dimension?.labels[dimension.index.get(code) ?? -1] ?? code);
      },
    };
  });
}

const BEFORE_BREAKDOWNS = EXPORT_COLUMNS.slice(0, EXPORT_COLUMNS.indexOf('value'));
const AFTER_BREAKDOWNS = EXPORT_COLUMNS.slice(EXPORT_COLUMNS.indexOf('value'));

/**
 * A table file that Dutch spreadsheets open as it stands: UTF-8 with a byte order mark, semicolons, decimal commas, one
 * row per region and indicator, with source and caution beside each figure. Without rows there is only the header.
 *
 * A figure of any missing kind leaves the column of the value empty and has its kind in words. Cells that a spreadsheet
 * would compute with are guarded by an apostrophe; numbers stay numbers.
 * Format: RFC 4180, but for the semicolon.
 */
export function toCsv(rows: readonly Row[], context: ExportContext): string {
  const breakdowns = breakdownColumns(rows, context);
  const { columns } = context.texts;
  const header = [
    ...BEFORE_BREAKDOWNS.map((column) => textCell(columns[column])),
    ...breakdowns.map(({ label }) => textCell(label)),
    ...AFTER_BREAKDOWNS.map((column) => textCell(columns[column])),
  ];
  const ids = new Set(rows.map(({ indicator }) => indicator));
  const about = new Map(Array.from(ids, (id) => [id, indicatorCells(id, context)]));
  const lines = rows.map((row) => {
    const cells = cellsOf(row, about.get(row.indicator) ?? indicatorCells(row.indicator, context), context);
    return [
      ...BEFORE_BREAKDOWNS.map((column) => cells[column]),
      ...breakdowns.map(({ cell }) => cell(row)),
      ...AFTER_BREAKDOWNS.map((column) => cells[column]),
    ];
  });
  return BYTE_ORDER_MARK + [header, ...lines].map((cells) => cells.join(';') + LINE_END).join('');
}

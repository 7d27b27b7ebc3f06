/**
 * A country of squares, for tests that must know where everything lies: `columns` by `rows` areas of a tenth of a degree,
 * from the upper left, as TopoJSON with shared arcs. Area (column, row) has code `GM` and four digits, row by row from 1.
 */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly prefix?: string;
  readonly west?: number;
  readonly north?: number;
  readonly names?: Readonly<Record<string, string>>;
  readonly year?: number;
}

const STEP = 0.1;

export const gridCode = ({ columns, prefix = 'GM' }: Grid, column: number, row: number): string =>
  `${prefix}${String(row * columns + column + 1).padStart(4, '0')}`;

/** Middle of an area: longitude and latitude. */
export function gridCentre({ columns, west = 5, north = 52.5 }: Grid, code: string): [number, number] {
  const at = Number(code.slice(2)) - 1;
  return [west + ((at % columns) + 0.5) * STEP, north - (Math.floor(at / columns) + 0.5) * STEP];
}

export const gridCodes = (grid: Grid): string[] =>
  Array.from({ length: grid.columns * grid.rows }, (_, at) =>
    gridCode(grid, at % grid.columns, Math.floor(at / grid.columns)),
  );

/** One arc per side of a square, shared by both neighbours. */
export function gridTopology(grid: Grid, object = 'gemeenten'): unknown {
  const { columns, rows, west = 5, north = 52.5, names = {}, year } = grid;
  const arcs: [number, number][][] = [];
  const corner = (column: number, row: number): [number, number] => [west + column * STEP, north - row * STEP];
  const horizontal: number[][] = [];
  const vertical: number[][] = [];
  for (let row = 0; row <= rows; row++) {
    horizontal.push(
      Array.from({ length: columns }, (_, column) => arcs.push([corner(column, row), corner(column + 1, row)]) - 1),
    );
  }
  for (let row = 0; row < rows; row++) {
    vertical.push(
      Array.from({ length: columns + 1 }, (_, column) => arcs.push([corner(column, row), corner(column, row + 1)]) - 1),
    );
  }
  const geometries = gridCodes(grid).map((statcode, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const ring = [
      horizontal[row][column],
      vertical[row][column + 1],
      ~horizontal[row + 1][column],
      ~vertical[row][column],
    ];
    return {
      type: 'Polygon',
      arcs: [ring],
      properties: { statcode, statnaam: names[statcode] ?? `Plaats ${at + 1}`, ...(year && { jaarcode: year }) },
    };
  });
  return { type: 'Topology', arcs, objects: { [object]: { type: 'GeometryCollection', geometries } } };
}

/** Figures for a JSON-stat dataset: per metric, per period, per region code. A string is a status, null no observation. */
export type Figures = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number | string | null>>>>>
>;

/** A JSON-stat 2.0 dataset over regions, periods and metrics; a string such as `Q` stands in `status`. */
export function jsonStat(
  regions: readonly string[],
  figures: Figures,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const metrics = Object.keys(figures);
  const periods = [...new Set(metrics.flatMap((metric) => Object.keys(figures[metric])))];
  const value: (number | null)[] = [];
  const status: Record<number, string> = {};
  for (const metric of metrics) {
    for (const period of periods) {
      for (const region of regions) {
        const figure = figures[metric][period]?.[region] ?? null;
        if (typeof figure === 'string') status[value.length] = figure;
        value.push(typeof figure === 'number' ? figure : null);
      }
    }
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Voorbeeldcijfers',
    source: 'Voorbeeldland (fictief)',
    id: ['metric', 'time', 'geo'],
    size: [metrics.length, periods.length, regions.length],
    role: { metric: ['metric'], time: ['time'], geo: ['geo'] },
    dimension: {
      metric: { category: { index: metrics, label: Object.fromEntries(metrics.map((id) => [id, `Indicator ${id}`])) } },
      time: { category: { index: periods } },
      geo: {
        category: { index: regions, label: Object.fromEntries(regions.map((code, at) => [code, `Gebied ${at + 1}`])) },
      },
    },
    value,
    status,
    ...more,
  };
}

/** The parts of a level, as they stand in a file; what isn't given is as in the example of docs/compact-boundaries.md. */
export interface LevelParts {
  readonly level?: string | Uint8Array;
  readonly codes?: readonly string[];
  readonly names?: string;
  readonly parents?: string;
  readonly shapes?: readonly number[];
  readonly rings?: readonly number[];
  readonly kinds?: readonly number[];
  readonly known?: readonly number[];
}

export interface FileParts {
  readonly reserved?: number;
  readonly year?: number;
  readonly scale?: readonly [number, number];
  readonly translate?: readonly [number, number];
  /** Levels that the file says it has. */
  readonly count?: number;
  readonly attribution?: string | Uint8Array;
  readonly lengths?: readonly number[];
  readonly starts?: readonly number[];
  readonly steps?: readonly number[];
  readonly levels?: readonly LevelParts[];
  /** Bytes a number, at least. */
  readonly width?: number;
}

/** Puts a file together without asking whether its parts make sense. */
export function compactFile(parts: FileParts = {}): Uint8Array {
  const { scale = [0.5, 0.25], translate = [4, 52], levels = [{}], width = 1, year = 2024 } = parts;
  const floats = new Uint8Array(32);
  [...scale, ...translate].forEach((number, i) => new DataView(floats.buffer).setFloat64(8 * i, number, true));
  return Uint8Array.of(
    ...[0x89, 0x5a, 0x4f, 0x42, 1, parts.reserved ?? 0, year & 255, year >> 8],
    ...floats,
    parts.count ?? levels.length,
    ...text(parts.attribution ?? 'CBS'),
    ...numbers(parts.lengths ?? [1, 3, 3], width),
    ...numbers(parts.starts ?? [2, 0], width),
    ...numbers(parts.steps ?? [0, 2, 1, 0, 0, 1, 2, 0, 0, 2], width),
    ...levels.flatMap((level) => compactLevel(level, width)),
  );
}

export function compactLevel(parts: LevelParts, width = 1): number[] {
  return [
    ...text(parts.level ?? 'gemeente'),
    ...columns(parts.codes ?? ['GM0001', 'GM0002']),
    ...text(parts.names ?? 'A\n'),
    ...text(parts.parents ?? ''),
    ...numbers(parts.shapes ?? [1, 1], width),
    ...numbers(parts.rings ?? [2, 2], width),
    ...numbers(parts.kinds ?? [0, 0, 1, 0], width),
    ...numbers(parts.known ?? [1], width),
  ];
}

const long = (number: number): number[] => [0, 8, 16, 24].map((shift) => (number >>> shift) & 255);

function text(input: string | Uint8Array): number[] {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return [...long(bytes.length), ...bytes];
}

function numbers(list: readonly number[], least: number): number[] {
  const largest = Math.max(0, ...list);
  const width = Math.max(least, largest < 256 ? 1 : largest < 65536 ? 2 : 4);
  const planes = Array.from({ length: width }, (_, plane) => list.map((number) => (number >>> (8 * plane)) & 255));
  return [...long(list.length), width, ...planes.flat()];
}

function columns(texts: readonly string[]): number[] {
  const rows = texts.map((row) => [...new TextEncoder().encode(row)]);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const planes = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? 0));
  return [...long(texts.length), width, ...planes.flat()];
}

/** What went wrong so that the picture asked for can't be drawn. Contract, section 6. */
export const ERROR_CODES = [
  'network',
  'timeout',
  'http',
  'too-large',
  'not-json',
  'not-supported',
  'invalid-dataset',
  'invalid-boundaries',
  'no-match',
  'no-such-indicator',
  'no-such-period',
] as const;

/** What the reader should know although the picture is drawn. */
export const WARNING_CODES = ['withheld-number', 'unmatched', 'year-differs', 'bad-cell', 'text-column'] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type WarningCode = (typeof WARNING_CODES)[number];

/**
 * What exactly is wrong, where a code alone leaves an embedder at a loss. For `invalid-dataset`, all about a table:
 * a column that was asked for isn't there (its name is the path), none has codes of regions, none has figures, a title
 * stands there twice, the first line is no header. For `text-column`: columns of figures but for a few cells.
 */
export type ProblemReason =
  'no-such-column' | 'no-region-column' | 'no-figures' | 'double-header' | 'no-header' | 'text-among-figures';

/**
 * One finding about data or transport. Says what and where, never which value: a message may end up in a log, and a
 * value could be one that had to be withheld.
 */
export interface Problem {
  readonly code: ErrorCode | WarningCode;
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the document, `column/row` for CSV, or empty. The first place when there are several. */
  readonly path: string;
  /** How many places have this problem. */
  readonly count: number;
  /** The address it is about, where there is one. */
  readonly url?: string;
  /** HTTP status, for `http`. */
  readonly status?: number;
  readonly reason?: ProblemReason;
  /** What there is to choose from, or what it is about: ids, codes, years. Never figures. */
  readonly items?: readonly string[];
}

/** Data as received may be wrong: parsers answer with this instead of throwing. Warnings may come with a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const WARNINGS: ReadonlySet<string> = new Set(WARNING_CODES);

/** A problem with its severity filled in from its code. */
export function problem(
  code: ErrorCode | WarningCode,
  path = '',
  more: Partial<Omit<Problem, 'code' | 'severity' | 'path'>> = {},
): Problem {
  return { code, severity: WARNINGS.has(code) ? 'warning' : 'error', path, count: 1, ...more };
}

/** A failed result with one error. */
export function failure<T>(code: ErrorCode, path = '', more: Partial<Problem> = {}): Result<T> {
  return { ok: false, problems: [problem(code, path, more)] };
}

/** A result with what was found on the way. */
export function success<T>(value: T, problems: readonly Problem[] = []): Result<T> {
  return { ok: true, value, problems };
}

/** Collects problems of one parse: the same code is counted, its first path kept. */
export class ProblemList {
  readonly #byKey = new Map<string, Problem>();

  /** `key` sets apart what must be told separately (a column, say); default: one entry per code. */
  add(code: ErrorCode | WarningCode, path = '', more: Partial<Problem> = {}, key = ''): void {
    const id = `${code} ${key}`;
    const known = this.#byKey.get(id);
    this.#byKey.set(id, known ? { ...known, count: known.count + 1 } : problem(code, path, more));
  }

  toArray(): Problem[] {
    return [...this.#byKey.values()];
  }
}

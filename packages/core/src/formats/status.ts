import { KIND_CODE, MARKS, markBit, type Mark } from '../model/observation.js';

/** What a status says about a figure: storage code of its kind, and its marks as bits of `MARKS`. */
export interface Status {
  readonly kind: number;
  readonly marks: number;
}

/** No status: the figure stands as it is. */
export const NO_STATUS: Status = { kind: KIND_CODE.value, marks: 0 };

const UNKNOWN: Status = { kind: KIND_CODE.unknown, marks: 0 };

const missing = (kind: keyof typeof KIND_CODE): Status => ({ kind: KIND_CODE[kind], marks: 0 });
const marked = (mark: Mark): Status => ({ kind: KIND_CODE.value, marks: markBit(mark) });

/** SDMX CL_OBS_STATUS: a lone upper-case letter is always of this list, never of CONF_STATUS. */
const OBSERVATION_STATUS = new Map<string, Status>([
  ['A', NO_STATUS],
  ...MARKS.filter((mark) => mark !== 'R').map((mark) => [mark, marked(mark)] as const),
  ['Q', missing('withheld')],
  ['M', missing('impossible')],
  ...['O', 'L', 'H', 'J', 'K'].map((code) => [code, UNKNOWN] as const),
]);

/** Eurostat's flags, which may be put together (`bp`, `:c`), and CBS's `x`. */
const FLAGS = new Map<string, Status>([
  ['a', NO_STATUS],
  ...(['b', 'd', 'e', 'f', 'i', 'n', 'p', 'r', 's', 'u'] as const).map(
    (flag) => [flag, marked(flag.toUpperCase() as Mark)] as const,
  ),
  ['c', missing('withheld')],
  ['x', missing('withheld')],
  ['z', missing('impossible')],
  [':', UNKNOWN],
]);

/** CBS's symbols, and the name OData v4 gives to a cell that can't occur. */
const WORDS = new Map<string, Status>([
  ['', NO_STATUS],
  ['.', UNKNOWN],
  ['*', marked('P')],
  ['**', marked('P')],
  ['Impossible', missing('impossible')],
]);

/** Longest run of flags that is read as such; a longer one is a word. */
const MOST_FLAGS = 4;

/** Flags together: withheld wins over all; then what nobody explained; `:z` is impossible, `:` alone unknown. */
function parseFlags(text: string): Status {
  const flags = [...text].filter((flag) => flag !== ' ');
  if (flags.length > MOST_FLAGS) return UNKNOWN;
  const found = flags.map((flag) => FLAGS.get(flag));
  if (found.some((status) => status?.kind === KIND_CODE.withheld)) return missing('withheld');
  if (found.includes(undefined)) return UNKNOWN;
  if (found.some((status) => status?.kind === KIND_CODE.impossible)) return missing('impossible');
  if (found.includes(UNKNOWN)) return UNKNOWN;
  return { kind: KIND_CODE.value, marks: found.reduce((bits, status) => bits | (status?.marks ?? 0), 0) };
}

const parseObservationStatus = (text: string): Status =>
  WORDS.get(text) ?? OBSERVATION_STATUS.get(text) ?? parseFlags(text);

/**
 * Reads a status: an SDMX OBS_STATUS code, optionally with a slash and a CONF_STATUS code behind it (`A/C`, `/D`);
 * Eurostat's lower-case flags; CBS's symbols. Contract, section 2. Any CONF_STATUS but `F` is withheld; a status nobody
 * explained is `unknown`, so that it fails closed. Empty is no status.
 */
export function parseStatus(text: string): Status {
  const [observation, ...confidentiality] = text.trim().split('/');
  const status = parseObservationStatus(observation.trim());
  const free = confidentiality.every((code) => code.trim() === '' || code.trim() === 'F');
  return free ? status : missing('withheld');
}

/** Several statuses of one figure as one: withheld wins over all, then what is missing; marks go together. None: no status. */
export function strictest(statuses: readonly Status[]): Status {
  const withheld = statuses.find(({ kind }) => kind === KIND_CODE.withheld);
  if (withheld) return withheld;
  const gone = statuses.find(({ kind }) => kind !== KIND_CODE.value);
  if (gone || statuses.length === 0) return gone ?? NO_STATUS;
  return { kind: KIND_CODE.value, marks: statuses.reduce((bits, { marks }) => bits | marks, 0) };
}

/** Reads statuses of a document, each form once. A status that is no text is `unknown`, null and undefined are none. */
export function statusReader(): (raw: unknown) => Status {
  const known = new Map<string, Status>();
  let last: unknown = null;
  let status = NO_STATUS;
  return (raw) => {
    if (raw === last) return status;
    last = raw;
    if (raw === null || raw === undefined) return (status = NO_STATUS);
    if (typeof raw !== 'string') return (status = UNKNOWN);
    status = known.get(raw) ?? parseStatus(raw);
    known.set(raw, status);
    return status;
  };
}

/** A status in 16 bits: kind in the lower three, marks above. No status is 0. */
export const packStatus = ({ kind, marks }: Status): number => kind | (marks << 3);

export const unpackStatus = (packed: number): Status =>
  packed === 0 ? NO_STATUS : { kind: packed & 7, marks: packed >> 3 };

/** One sign, or two with a colon or slash: words made of letters that are flags too ("zuid") are no symbols. */
const SYMBOL = /^(?:[.:xczQMOLHJK-]|:[a-z]|[A-Z]?\/[A-EG-Z]|Impossible)$/;

/**
 * The kind of missing that a cell's text stands for (`.`, `x`, `:`, `Q`, `A/C`), or null for a text that is none. A
 * dash once meant nil and elsewhere means nothing: unknown. For formats in which the symbol stands where the number would.
 */
export const missingSymbol = (text: string): number | null => (SYMBOL.test(text) ? parseStatus(text).kind : null);

/** True for a word that says a figure is kept back, in an attribute of which no list was published. */
export const soundsWithheld = (text: string): boolean =>
  /confid|secre|geheim|suppress|withheld|withhold|disclos|privacy|onthull|vertrouwelijk|niet.?gepubliceerd/i.test(text);

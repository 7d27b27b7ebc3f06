import { KIND_CODE } from '../model/observation.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import { toText, type JsonObject } from './json-access.js';
import { NO_STATUS, parseStatus, soundsWithheld, strictest, type Status } from './status.js';

/** Columns that publishers beside CBS put a status in, in whatever capitals: SDMX's two, and v4's own in another table. */
const OBSERVATION = /^obs_?(?:status|flag)$/i;
const CONFIDENTIALITY = /^(?:conf_?status|obs_?conf)$/i;
const ATTRIBUTE = /^value_?attribute$/i;

/** True for a column that is no dimension, as it tells how the figure beside it is to be taken. */
export const isStatusKey = (key: string): boolean =>
  OBSERVATION.test(key) || CONFIDENTIALITY.test(key) || ATTRIBUTE.test(key);

/** What a `ValueAttribute` other than `None` stands for: CBS published no list, so nothing but its absence lets a number be. */
export function parseAttribute(attribute: unknown): Status {
  if (attribute === undefined || attribute === null || attribute === 'None') return NO_STATUS;
  if (attribute === 'Impossible') return parseStatus('Impossible');
  const isKept = typeof attribute === 'string' && soundsWithheld(attribute);
  return { kind: isKept ? KIND_CODE.withheld : KIND_CODE.unknown, marks: 0 };
}

function parseCell(key: string, raw: unknown): Status {
  if (ATTRIBUTE.test(key)) return parseAttribute(raw);
  if (raw === undefined || raw === null || raw === '') return NO_STATUS;
  const text = toText(raw);
  if (text === '') return { kind: KIND_CODE.unknown, marks: 0 };
  return parseStatus(CONFIDENTIALITY.test(key) ? `/${text}` : text);
}

/** Reads what the columns of status of a row say together. A row may leave out what it has nothing in. */
export function* rowStatusReader(rows: readonly JsonObject[]): Steps<(row: JsonObject) => Status> {
  const seen = new Set<string>();
  yield* inChunks(rows.length, (from, to) => {
    for (let i = from; i < to; i++) for (const key in rows[i]) seen.add(key);
  });
  const known = [...seen].filter(isStatusKey).map((key) => ({ key, statuses: new Map<unknown, Status>() }));
  return (row) => {
    if (known.length === 0) return NO_STATUS;
    const found = known.map(({ key, statuses }) => {
      const raw = row[key];
      const status = statuses.get(raw) ?? parseCell(key, raw);
      if (typeof raw === 'string') statuses.set(raw, status);
      return status;
    });
    return found.length === 1 ? found[0] : strictest(found);
  };
}

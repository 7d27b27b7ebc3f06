import { KIND_CODE } from '../model/observation.js';
import { missingSymbol } from './status.js';

/** How a cell of a topic was read: the kind of it and its number; `text` is no figure at all. */
export interface TopicCell {
  readonly kind: number;
  readonly value: number;
  readonly form: 'number' | 'missing' | 'text' | 'bad';
}

const missing = (kind: number): TopicCell => ({ kind, value: NaN, form: 'missing' });

const NONE = missing(KIND_CODE.none);
const IMPOSSIBLE = missing(KIND_CODE.impossible);
const TEXT: TopicCell = { kind: KIND_CODE.unknown, value: NaN, form: 'text' };
const BAD: TopicCell = { kind: KIND_CODE.unknown, value: NaN, form: 'bad' };

/** A number as CBS pads it; CBS never parts thousands here, so a comma or point is always the decimal sign. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

const ofNumber = (value: number): TopicCell =>
  Number.isFinite(value) ? { kind: KIND_CODE.value, value, form: 'number' } : BAD;

/**
 * Reads a cell of OData v3. In TypedDataSet a number or null, where null is every kind of missing; in UntypedDataSet a
 * text, padded on the left: `.` unknown, `x` withheld, blank impossible. What is neither number nor sign is a text.
 */
export function readTopicCell(raw: unknown): TopicCell {
  if (typeof raw === 'number') return ofNumber(raw);
  if (raw === null || raw === undefined) return NONE;
  if (typeof raw !== 'string') return BAD;
  const text = raw.trim();
  if (text === '') return IMPOSSIBLE;
  if (NUMBER.test(text)) return ofNumber(Number(text.includes(',') ? text.replace(',', '.') : text));
  const kind = missingSymbol(text);
  return kind === null ? TEXT : missing(kind);
}

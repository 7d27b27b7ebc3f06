/** A period that a dataset speaks of. `id` is what the publisher wrote; the rest is read from it. */
export interface Period {
  readonly id: string;
  /** The publisher's own label, where it differs from the id; a formatter makes one otherwise. */
  readonly label: string | null;
  /** Null where the id isn't of a form we know: such periods sort by their position. */
  readonly year: number | null;
  readonly unit: 'year' | 'quarter' | 'month' | 'other';
  /** 1-4 or 1-12; 0 for a year. */
  readonly part: number;
  /** True where the publisher says that all figures of the period are provisional. */
  readonly provisional: boolean;
}

const FORMS: readonly [RegExp, Period['unit']][] = [
  [/^(\d{4})(?:JJ00)?$/, 'year'],
  [/^(\d{4})(?:KW|-?Q)0?([1-4])$/, 'quarter'],
  [/^(\d{4})(?:MM|-M?)(0[1-9]|1[0-2])$/, 'month'],
];

/** Reads `2021`, `2021JJ00`, `2021-Q2`, `2021KW02`, `2021MM06`, `2021-06`. Anything else is kept as it stands. */
export function parsePeriod(id: string, label: string | null = null, provisional = false): Period {
  for (const [form, unit] of FORMS) {
    const match = form.exec(id.trim());
    if (match)
      return {
        id,
        label: label === id ? null : label,
        year: Number(match[1]),
        unit,
        part: Number(match[2] ?? 0),
        provisional,
      };
  }
  return { id, label: label === id ? null : label, year: null, unit: 'other', part: 0, provisional };
}

/** True for an id that `parsePeriod` knows; used to find the time dimension of a table that doesn't name it. */
export const isPeriod = (id: string): boolean => FORMS.some(([form]) => form.test(id.trim()));

/**
 * Indexes of the periods from old to new, by year and part. A year follows its own quarters and months. Periods of
 * unknown form keep their position after all others.
 */
export function chronological(periods: readonly Period[]): number[] {
  const end = (p: Period) =>
    p.year === null
      ? Infinity
      : p.year * 12 + (p.unit === 'year' ? 12.5 : p.unit === 'quarter' ? p.part * 3 + 0.25 : p.part);
  const key = periods.map(end);
  return periods.map((_, i) => i).sort((a, b) => (key[a] === key[b] ? a - b : key[a] - key[b]));
}

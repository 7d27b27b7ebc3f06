/**
 * Codes of the form that Statistics Netherlands uses, `^[A-Z]{2}[0-9A-Z]{2,8}$`, that can never be theirs: a V follows
 * the prefix, where theirs have a digit. Contract, section 2.
 */
const digits = (number: number, length: number): string => String(number).padStart(length, '0');

export const COUNTRY_CODE = 'NLV0';
export const provincieCode = (position: number): string => `PVV${position + 1}`;
export const riecCode = (position: number): string => `RIV${digits(position + 1, 2)}`;
export const gemeenteCode = (number: number): string => `GMV${digits(number, 3)}`;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** How a gemeente numbers its wijken: `00` and on; `AA` and on; or `0A` and on. */
export type Numbering = 'digits' | 'letters' | 'mixed';

function twoSigns(position: number, numbering: Numbering): string {
  if (numbering === 'digits') return digits(position, 2);
  const last = LETTERS[position % LETTERS.length];
  const first = Math.floor(position / LETTERS.length);
  return (numbering === 'letters' ? LETTERS[first] : String(first)) + last;
}

export const wijkCode = (gemeente: string, position: number, numbering: Numbering = 'digits'): string =>
  `WK${gemeente.slice(2)}${twoSigns(position, numbering)}`;

export const buurtCode = (wijk: string, position: number): string => `BU${wijk.slice(2)}${digits(position, 2)}`;

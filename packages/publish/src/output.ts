/** Where a command speaks. */
export interface Output {
  /** What was asked for, line breaks included. */
  readonly print: (text: string) => void;
  /** A line about what is amiss. */
  readonly warn: (line: string) => void;
}

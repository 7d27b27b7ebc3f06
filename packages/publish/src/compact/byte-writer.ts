/** Largest number that a list can hold. */
export const MOST = 0xffffffff;

/** Writes the parts that compact boundaries are made of, one after the other. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  bytes(bytes: ArrayLike<number>): void {
    this.#parts.push(Uint8Array.from(bytes));
  }

  byte(number: number): void {
    this.bytes([number]);
  }

  short(number: number): void {
    this.bytes([number & 0xff, number >>> 8]);
  }

  long(number: number): void {
    this.bytes([0, 8, 16, 24].map((shift) => (number >>> shift) & 0xff));
  }

  float(number: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, number, true);
    this.bytes(bytes);
  }

  /** A list of whole numbers from 0 to `MOST`, in as few bytes each as the largest needs. Throws a RangeError beyond. */
  numbers(numbers: readonly number[]): void {
    const largest = numbers.reduce((a, b) => Math.max(a, b), 0);
    if (largest > MOST || numbers.some((number) => number < 0))
      throw new RangeError('numbers too large for the format: take a coarser grid');
    const width = 1 + [8, 16, 24].filter((bits) => largest >= 2 ** bits).length;
    this.long(numbers.length);
    this.byte(width);
    const planes = new Uint8Array(numbers.length * width);
    for (let plane = 0; plane < width; plane++)
      numbers.forEach((number, i) => (planes[plane * numbers.length + i] = number >>> (8 * plane)));
    this.bytes(planes);
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.long(bytes.length);
    this.bytes(bytes);
  }

  /** Short texts, none empty, as columns of bytes. Throws a RangeError for one of more than 255 bytes. */
  columns(texts: readonly string[]): void {
    const encoder = new TextEncoder();
    const rows = texts.map((text) => encoder.encode(text));
    const width = rows.reduce((widest, { length }) => Math.max(widest, length), 1);
    if (width > 255) throw new RangeError('a code of more than 255 bytes');
    const columns = new Uint8Array(texts.length * width);
    rows.forEach((row, i) => row.forEach((byte, column) => (columns[column * texts.length + i] = byte)));
    this.long(texts.length);
    this.byte(width);
    this.bytes(columns);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

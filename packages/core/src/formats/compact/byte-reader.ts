const NOTHING = new Uint32Array(0);

/** Numbers that are joined at a time. */
const CHUNK = 1024;

const LINE_FEED = 10;

/**
 * Reads the parts that compact boundaries are made of, one after the other. The first thing that is wrong is remembered,
 * with its place; from then on every part is empty, so that a caller looks once for many. Nothing is made that is larger
 * than the bytes there are, whatever these say of themselves.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #damage = -1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Number of the byte that the next part begins with. */
  get position(): number {
    return this.#at;
  }

  /** Number of the byte where it went wrong; -1 while all is well. */
  get damage(): number {
    return this.#damage;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Remembers that something is wrong at a byte; the first time counts. */
  fail(position: number): void {
    if (this.#damage < 0) this.#damage = position;
    this.#at = this.#bytes.length;
  }

  byte(): number {
    return this.#take(1) ? this.#bytes[this.#at - 1] : 0;
  }

  short(): number {
    return this.#take(2) ? this.#view.getUint16(this.#at - 2, true) : 0;
  }

  long(): number {
    return this.#take(4) ? this.#view.getUint32(this.#at - 4, true) : 0;
  }

  float(): number {
    return this.#take(8) ? this.#view.getFloat64(this.#at - 8, true) : 0;
  }

  /** A list of whole numbers: how many, the bytes of each, then the lowest bytes of all, the next ones of all … */
  numbers(): Uint32Array {
    const count = this.long();
    const place = this.#at;
    const width = this.byte();
    if (width < 1 || width > 4) return this.#refuse(place);
    if (!this.#take(count * width)) return NOTHING;
    const numbers = new Uint32Array(count);
    const from = this.#at - width * count;
    for (let i = 0; i < count; i += CHUNK) joinPlanes(numbers, this.#bytes, from, width, i, Math.min(i + CHUNK, count));
    return numbers;
  }

  /** UTF-8 after its length in bytes. */
  text(): string {
    const length = this.long();
    const from = this.#at;
    return this.#take(length) ? this.#decode(this.#bytes.subarray(from, this.#at), from) : '';
  }

  /**
   * So many short texts in columns: the bytes of the longest, then the first byte of all, the second of all … with zeros
   * behind the shorter ones. Answers them as lines, each with a line feed behind it.
   */
  columns(count: number): string {
    const width = this.byte();
    const from = this.#at;
    if (width < 1) this.fail(from - 1);
    if (!this.#take(count * width)) return '';
    const lines = new Uint8Array(count * (width + 1));
    let length = 0;
    for (let i = 0; i < count; i += CHUNK)
      length = writeLines(lines, length, this.#bytes, from, {
        count,
        width,
        begin: i,
        end: Math.min(i + CHUNK, count),
      });
    return this.#decode(lines.subarray(0, length), from);
  }

  skip(length: number): void {
    this.#take(length);
  }

  #decode(bytes: Uint8Array, position: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      this.fail(position);
      return '';
    }
  }

  /** Goes on by this many bytes; false where there are fewer. */
  #take(length: number): boolean {
    if (this.#damage >= 0) return false;
    if (length > this.#bytes.length - this.#at) {
      this.fail(this.#at);
      return false;
    }
    this.#at += length;
    return true;
  }

  #refuse(position: number): Uint32Array {
    this.fail(position);
    return NOTHING;
  }
}

/** A piece of a list. Called often, so that engines make it quick within the first file. */
function joinPlanes(
  numbers: Uint32Array,
  bytes: Uint8Array,
  from: number,
  width: number,
  begin: number,
  end: number,
): void {
  const count = numbers.length;
  if (width === 1) for (let i = begin; i < end; i++) numbers[i] = bytes[from + i];
  else for (let i = begin; i < end; i++) numbers[i] = bytes[from + i] | (bytes[from + count + i] << 8);
  for (let plane = 2; plane < width; plane++)
    for (let i = begin; i < end; i++) numbers[i] |= bytes[from + plane * count + i] << (8 * plane);
}

/** Turns some rows of columns into lines; answers where these end. */
function writeLines(
  lines: Uint8Array,
  at: number,
  bytes: Uint8Array,
  from: number,
  { count, width, begin, end }: { count: number; width: number; begin: number; end: number },
): number {
  for (let row = begin; row < end; row++) {
    for (let column = 0, place = from + row; column < width && bytes[place] !== 0; column++, place += count)
      lines[at++] = bytes[place];
    lines[at++] = LINE_FEED;
  }
  return at;
}

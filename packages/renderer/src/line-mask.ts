/**
 * Smooth lines as numbers: per pixel how much of it is covered, and by which rank of line. Where lines meet they are one:
 * covers aren't added up. Ends and joins are round.
 *
 * Cover falls from whole to nothing over one pixel along the edge of a line, by the distance of a pixel's middle. A line
 * thinner than a pixel is a pixel wide and that much fainter.
 */
export class LineMask {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 … 255; filled up to a multiple of four. */
  readonly cover: Uint8Array;
  /** Row by row; says nothing where nothing is covered. Null while all lines are of `onlyRank`, as they mostly are. */
  rank: Uint8Array | null = null;
  /** Of all lines so far; -1 without any. */
  onlyRank = -1;
  #reach = 1;
  #strength = 255;
  #rank = 0;

  /** In pixels. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.cover = new Uint8Array(Math.ceil((width * height) / 4) * 4);
  }

  /** For the lines to come, over those that are there. Width in pixels, above 0. */
  setPen(width: number, rank: number): void {
    this.#reach = Math.max(1, width) / 2 + 0.5;
    this.#strength = Math.round(Math.min(1, width) * 255);
    this.#rank = rank;
    if (this.onlyRank < 0) this.onlyRank = rank;
    else if (rank !== this.onlyRank) this.rank ??= new Uint8Array(this.width * this.height).fill(this.onlyRank);
  }

  /** A line between two points in pixels. What lies beyond the edges, and what is no number, isn't drawn. */
  line(fromX: number, fromY: number, toX: number, toY: number): void {
    const { cover, rank, width, height } = this;
    const [reach, strength, penRank] = [this.#reach, this.#strength, this.#rank];
    // Middles of pixels are whole numbers from here.
    const x = fromX - 0.5;
    const y = fromY - 0.5;
    const dx = toX - fromX;
    const dy = toY - fromY;
    const minX = (dx < 0 ? x + dx : x) - reach;
    const maxX = (dx < 0 ? x : x + dx) + reach;
    if (!(maxX >= 0 && minX < width)) return;
    const top = Math.max(0, Math.ceil((dy < 0 ? y + dy : y) - reach));
    const bottom = Math.min(height - 1, Math.floor((dy < 0 ? y : y + dy) + reach));
    // A level line is in all its rows along its whole length; of others a row has a part.
    const isLevel = Math.abs(dy) < 1e-6;
    const slope = isLevel ? 0 : dx / dy;
    const spread = isLevel ? Infinity : reach * Math.sqrt(1 + slope * slope);
    const length = dx * dx + dy * dy;
    const perLength = length > 0 ? 1 / length : 0;
    for (let row = top; row <= bottom; row++) {
      const down = row - y;
      const middle = x + down * slope;
      const last = Math.min(width - 1, Math.floor(Math.min(maxX, middle + spread)));
      for (let column = Math.max(0, Math.ceil(Math.max(minX, middle - spread))); column <= last; column++) {
        const right = column - x;
        // The nearest place on the line, as a part of it.
        let part = (right * dx + down * dy) * perLength;
        part = part < 0 ? 0 : part > 1 ? 1 : part;
        const awayX = right - part * dx;
        const awayY = down - part * dy;
        const within = reach - Math.sqrt(awayX * awayX + awayY * awayY);
        if (!(within > 0)) continue;
        const covered = within < 1 ? (within * strength + 0.5) | 0 : strength;
        const at = row * width + column;
        // A later rank takes a pixel that it has at least half of; of less, an earlier line keeps what it has.
        if (covered < cover[at] && covered < 128) continue;
        if (rank) rank[at] = penRank;
        if (covered > cover[at]) cover[at] = covered;
      }
    }
  }
}

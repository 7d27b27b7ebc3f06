import { rd, RD_PIXELS } from '../geo/projection.js';

const [WEST, SOUTH, EAST, NORTH] = RD_PIXELS.bounds;

const isDegrees = (x: number, y: number): boolean => x >= -180 && x <= 180 && y >= -90 && y <= 90;

function areDegrees(coordinates: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 2) {
    const x = coordinates[i];
    const y = coordinates[i + 1];
    if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) return false;
  }
  return true;
}

/** In the square of the Dutch tiling. Its south edge lies at 22 km, so no place is both this and degrees. */
const isRd = (x: number, y: number): boolean => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;

function settleRd(coordinates: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 2) {
    if (!isRd(coordinates[i], coordinates[i + 1])) return false;
    const [longitude, latitude] = rd.unproject(coordinates[i], coordinates[i + 1]);
    coordinates[i] = longitude;
    coordinates[i + 1] = latitude;
  }
  return true;
}

/**
 * Brings positions to longitude and latitude. Whether they are degrees or RD metres is told by their size, which never
 * leaves a doubt; so a `crs` member or `Content-Crs` header that is missing or wrong does no harm. The first position
 * of a document decides for all: one that doesn't follow it is damaged.
 */
export class PositionReader {
  #isRd: boolean | null = null;

  /** Converts the numbers `from … to` in place (x, y, x, y …). False for NaN, infinite, out of range, or mixed. */
  settle(coordinates: Float64Array, from: number, to: number): boolean {
    if (from < to) this.#isRd ??= this.#decide(coordinates[from], coordinates[from + 1]);
    return this.#isRd ? settleRd(coordinates, from, to) : areDegrees(coordinates, from, to);
  }

  #decide(x: number, y: number): boolean | null {
    if (isRd(x, y)) return true;
    return isDegrees(x, y) ? false : null;
  }
}

/** A quantity over the plane, in kilometres from the south-west corner. */
export type Field = (x: number, y: number) => number;

/** A field sampled once on a grid, so that asking costs four array reads. Outside the grid its edge goes on. */
export class Raster {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;

  constructor(
    readonly left: number,
    readonly bottom: number,
    width: number,
    height: number,
    readonly step: number,
  ) {
    this.columns = Math.ceil(width / step) + 1;
    this.rows = Math.ceil(height / step) + 1;
    this.values = new Float32Array(this.columns * this.rows);
  }

  fill(field: Field): this {
    for (let row = 0, i = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++, i++)
        this.values[i] = field(this.left + column * this.step, this.bottom + row * this.step);
    return this;
  }

  /** Bilinear between the four samples around. */
  at(x: number, y: number): number {
    const { columns, values } = this;
    const fx = Math.min(Math.max((x - this.left) / this.step, 0), columns - 1.001);
    const fy = Math.min(Math.max((y - this.bottom) / this.step, 0), this.rows - 1.001);
    const column = Math.floor(fx);
    const row = Math.floor(fy);
    const u = fx - column;
    const v = fy - row;
    const i = row * columns + column;
    return (
      (values[i] * (1 - u) + values[i + 1] * u) * (1 - v) +
      (values[i + columns] * (1 - u) + values[i + columns + 1] * u) * v
    );
  }

  /** Index of the nearest sample. */
  nearest(x: number, y: number): number {
    const column = Math.min(Math.max(Math.round((x - this.left) / this.step), 0), this.columns - 1);
    const row = Math.min(Math.max(Math.round((y - this.bottom) / this.step), 0), this.rows - 1);
    return row * this.columns + column;
  }
}

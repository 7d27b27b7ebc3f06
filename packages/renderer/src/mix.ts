/** Shapes with the parts they have in a pixel. */
export class Mix {
  count = 0;
  shapes = new Int32Array(16);
  parts = new Float64Array(16);

  clear(): void {
    this.count = 0;
  }

  add(shape: number, part: number): void {
    let at = 0;
    while (at < this.count && this.shapes[at] !== shape) at++;
    if (at === this.count) {
      if (at === this.shapes.length) this.#grow();
      this.shapes[this.count] = shape;
      this.parts[this.count++] = part;
    } else this.parts[at] += part;
  }

  #grow(): void {
    const shapes = new Int32Array(this.count * 2);
    const parts = new Float64Array(this.count * 2);
    shapes.set(this.shapes);
    parts.set(this.parts);
    this.shapes = shapes;
    this.parts = parts;
  }
}

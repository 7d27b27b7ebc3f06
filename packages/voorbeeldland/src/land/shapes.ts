import type { Field } from './field.js';

export type Point = readonly [x: number, y: number];

/** Distance to the nearest piece of a line, squared, and how far along that piece. */
function toSegment(x: number, y: number, a: Point, b: Point): [squared: number, along: number] {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  const ox = a[0] + along * dx - x;
  const oy = a[1] + along * dy - y;
  return [ox * ox + oy * oy, along];
}

/** A closed curve through the points (Catmull-Rom), `pieces` straight pieces between each two. */
export function smoothRing(points: readonly Point[], pieces = 5): Point[] {
  const at = (i: number): Point => points[(i + points.length) % points.length];
  return points.flatMap((_, i) =>
    Array.from({ length: pieces }, (_unused, k): Point => {
      const t = k / pieces;
      const spline = (axis: 0 | 1) => {
        const [p, q, r, s] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
      };
      return [spline(0), spline(1)];
    }),
  );
}

/** Distance to the edge of a ring in kilometres: positive inside. */
export function insideRing(ring: readonly Point[]): Field {
  return (x, y) => {
    let nearest = Infinity;
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[j], ring[i]];
      nearest = Math.min(nearest, toSegment(x, y, a, b)[0]);
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
    return (inside ? 1 : -1) * Math.sqrt(nearest);
  };
}

/** Distance to the bank of a channel along a line, its half-width given per point: positive in the water. */
export function insideChannel(line: readonly (readonly [x: number, y: number, halfWidth: number])[]): Field {
  return (x, y) => {
    let best = -Infinity;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const [squared, along] = toSegment(x, y, [a[0], a[1]], [b[0], b[1]]);
      best = Math.max(best, a[2] + along * (b[2] - a[2]) - Math.sqrt(squared));
    }
    return best;
  };
}

/** About the distance to the edge of an ellipse that isn't too thin: positive inside. */
export function insideEllipse([cx, cy]: Point, [rx, ry]: Point): Field {
  return (x, y) => {
    const dx = (x - cx) / rx;
    const dy = (y - cy) / ry;
    return (1 - Math.sqrt(dx * dx + dy * dy)) * Math.min(rx, ry);
  };
}

/** Degrees of longitude and latitude per kilometre, for the whole of a country whose south-west corner this is. */
export const degreesPerKilometre = ([, latitude]: Point): Point => {
  // Cosine of the latitude 1.5 degrees up, as a series: the same in every engine.
  const angle = ((latitude + 1.5) * 3.141592653589793) / 180;
  const square = angle * angle;
  const cosine = 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))));
  return [1 / (111.32 * cosine), 1 / 111.2];
};

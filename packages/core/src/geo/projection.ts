/** A way to lay the earth in a plane, both ways. Longitude and latitude are WGS84, in degrees. */
export interface Projection {
  project(longitude: number, latitude: number): [x: number, y: number];
  unproject(x: number, y: number): [longitude: number, latitude: number];
}

/** Side of the world at zoom 0, in pixels. */
const WORLD_SIZE = 256;

/** Where the square world of Web Mercator ends; the poles lie infinitely far. */
const MAX_LATITUDE = 85.0511287798;

const RADIANS = Math.PI / 180;

/**
 * Spherical Web Mercator (EPSG:3857), in pixels at zoom 0 and not in metres: a square of 256 by 256, x to the east from
 * the antimeridian, y **down** from 85.05° north. At zoom `z` a point stands at `2 ** z` times its place, which is the
 * pixel space of Leaflet's `CRS.EPSG3857` and of the usual tiles. Latitudes beyond the square are drawn on its edge.
 * Source: OGC 17-083r4, Two Dimensional Tile Matrix Set, annex D (WebMercatorQuad).
 */
export const webMercator: Projection = {
  project(longitude, latitude) {
    const sine = Math.sin(Math.max(Math.min(latitude, MAX_LATITUDE), -MAX_LATITUDE) * RADIANS);
    return [
      WORLD_SIZE * (0.5 + longitude / 360),
      WORLD_SIZE * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
    ];
  },
  unproject(x, y) {
    const height = (0.5 - y / WORLD_SIZE) * 2 * Math.PI;
    return [(x / WORLD_SIZE - 0.5) * 360, (2 * Math.atan(Math.exp(height)) - Math.PI / 2) / RADIANS];
  },
};

/** The tower of Our Lady in Amersfoort, in which the formulas have their origin. */
const TOWER = { x: 155000, y: 463000, longitude: 5.38720621, latitude: 52.1551744 } as const;

/** A polynomial of two variables: `[p][q]` is the coefficient of the first to the power p times the second to q. */
type Coefficients = readonly (readonly number[])[];

/** Seconds of arc, from east and north. */
const LATITUDE: Coefficients = [
  [0, 3235.65389, -0.2475, -0.0655],
  [-0.00738, -0.00012],
  [-32.58297, -0.84978, -0.01709, -0.00039],
  [],
  [0.0053, 0.00033],
];
const LONGITUDE: Coefficients = [
  [0, 0.01199, 0.00022],
  [5260.52916, 105.94684, 2.45656, 0.05594, 0.00128],
  [-0.00022],
  [-0.81885, -0.05607, -0.00256],
  [],
  [0.00026],
];
/** Metres, from north and east. */
const X: Coefficients = [
  [0, 190094.945, -0.008, -32.391],
  [-0.705, -11832.228, 0, -0.608],
  [0, -114.221, 0, 0.148],
  [0, -2.34],
];
const Y: Coefficients = [
  [0, 0.433, 3638.893, 0, 0.092],
  [309056.544, -0.032, -157.984, 0, -0.054],
  [73.077, 0, -6.439],
  [59.788],
];

/** By Horner's rule, without powers: a map has a quarter of a million points. */
function evaluate(coefficients: Coefficients, first: number, second: number): number {
  let total = 0;
  for (let p = coefficients.length - 1; p >= 0; p--) {
    const row = coefficients[p];
    let inner = 0;
    for (let q = row.length - 1; q >= 0; q--) inner = inner * second + row[q];
    total = total * first + inner;
  }
  return total;
}

/**
 * The Dutch national grid, RD New (EPSG:28992), in metres, x to the east and y to the north. An approximation by
 * polynomials that stays within 1 m everywhere in the Netherlands (0.3 m from the present definition), in both
 * directions: enough for a map, not for a surveyor. Outside the country it gets worse with distance, but stays finite.
 * Source: F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
 * WGS84-kaartcoördinaten", Geodesia 2001.
 */
export const rd: Projection = {
  project(longitude, latitude) {
    const north = 0.36 * (latitude - TOWER.latitude);
    const east = 0.36 * (longitude - TOWER.longitude);
    return [TOWER.x + evaluate(X, north, east), TOWER.y + evaluate(Y, north, east)];
  },
  unproject(x, y) {
    const east = (x - TOWER.x) * 1e-5;
    const north = (y - TOWER.y) * 1e-5;
    return [
      TOWER.longitude + evaluate(LONGITUDE, east, north) / 3600,
      TOWER.latitude + evaluate(LATITUDE, east, north) / 3600,
    ];
  },
};

/**
 * The Dutch tiling (NetherlandsRDNewQuad), in RD metres: pixel (0, 0) is the upper left corner at every zoom, y down, and a
 * pixel at zoom `z` is `resolution / 2 ** z` metres wide. The square is `bounds`: west, south, east, north.
 * Source: Geonovum, Nederlandse richtlijn tiling.
 */
export const RD_PIXELS = {
  originX: -285401.92,
  originY: 903401.92,
  resolution: 3440.64,
  bounds: [-285401.92, 22598.08, 595401.92, 903401.92],
} as const;

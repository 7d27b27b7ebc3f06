import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { RD_PIXELS, rd, webMercator } from '@zicht-op/core/geo/projection.js';

const RD_NEW =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+units=m +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +no_defs';
const exact = proj4(RD_NEW, 'WGS84');

/** Places all over the Netherlands and its waters, 5 km apart, in RD metres. */
function* grid(): Generator<[x: number, y: number]> {
  for (let x = 10_000; x <= 280_000; x += 5_000) for (let y = 305_000; y <= 620_000; y += 5_000) yield [x, y];
}

const metres = ([lon, lat]: readonly number[], [otherLon, otherLat]: readonly number[]): number =>
  Math.hypot((lon - otherLon) * Math.cos((lat * Math.PI) / 180), lat - otherLat) * 111_320;

describe('rd', () => {
  it('stays within a metre of the exact projection everywhere in the Netherlands', () => {
    let worst = 0;
    for (const [x, y] of grid()) {
      const [lon, lat] = exact.forward([x, y]);
      const [gotX, gotY] = rd.project(lon, lat);
      worst = Math.max(worst, Math.hypot(gotX - x, gotY - y));
    }
    expect(worst).toBeLessThan(1);
  });

  it('stays within a metre of the exact inverse everywhere in the Netherlands', () => {
    let worst = 0;
    for (const [x, y] of grid()) worst = Math.max(worst, metres(rd.unproject(x, y), exact.forward([x, y])));
    expect(worst).toBeLessThan(1);
  });

  it.each([
    // The origin by definition, and two well-known towers as the source's authors give them.
    ['Onze-Lieve-Vrouwetoren, Amersfoort', 155_000, 463_000, 5.38720621, 52.1551744],
    ['Westertoren, Amsterdam', 120_700.723, 487_525.501, 4.88352559, 52.37453253],
    ['Martinitoren, Groningen', 233_883.131, 582_065.167, 6.56820053, 53.21938317],
  ])('knows the %s in both directions', (_place, x, y, lon, lat) => {
    const [gotX, gotY] = rd.project(lon, lat);
    expect(Math.hypot(gotX - x, gotY - y)).toBeLessThan(0.5);
    expect(metres(rd.unproject(x, y), [lon, lat])).toBeLessThan(0.5);
  });

  it.each([
    [NaN, 52],
    [5, NaN],
  ])('gives NaN for (%f, %f), so that a bad place never becomes a good one', (lon, lat) => {
    expect(rd.project(lon, lat)).toEqual([NaN, NaN]);
  });

  it('stays finite far outside the country', () => {
    expect([...rd.project(-180, -90), ...rd.project(180, 90), ...rd.unproject(595_401, 903_401)]).toSatisfy(
      (numbers: number[]) => numbers.every(Number.isFinite),
    );
  });
});

describe('webMercator', () => {
  it.each([
    [-180, 85.0511287798, 0, 0],
    [0, 0, 128, 128],
    [180, -85.0511287798, 256, 256],
  ])('puts (%f, %f) at pixel (%f, %f) of a world of 256 pixels', (lon, lat, x, y) => {
    const [gotX, gotY] = webMercator.project(lon, lat);
    expect(gotX).toBeCloseTo(x, 6);
    expect(gotY).toBeCloseTo(y, 6);
  });

  it('agrees with EPSG:3857 within a millimetre', () => {
    const metresPerPixel = (2 * Math.PI * 6_378_137) / 256;
    for (const place of [
      [3.36, 50.75],
      [7.22, 53.55],
      [5.387, 52.155],
    ]) {
      const [x, y] = webMercator.project(place[0], place[1]);
      const [east, north] = proj4('WGS84', 'EPSG:3857', place);
      expect((x - 128) * metresPerPixel).toBeCloseTo(east, 3);
      expect((128 - y) * metresPerPixel).toBeCloseTo(north, 3);
    }
  });

  it('comes back to where it started', () => {
    const [lon, lat] = webMercator.unproject(...webMercator.project(6.1, 52.2));
    expect(lon).toBeCloseTo(6.1, 12);
    expect(lat).toBeCloseTo(52.2, 12);
  });

  it.each([90, -90, 1e9])('draws latitude %f on the edge of the world', (latitude) => {
    const [, y] = webMercator.project(0, latitude);
    expect(y).toBeCloseTo(latitude > 0 ? 0 : 256, 6);
  });
});

describe('RD_PIXELS', () => {
  it('is a square of 256 pixels at zoom 0', () => {
    const [west, south, east, north] = RD_PIXELS.bounds;
    expect((east - west) / RD_PIXELS.resolution).toBeCloseTo(256, 6);
    expect((north - south) / RD_PIXELS.resolution).toBeCloseTo(256, 6);
  });

  it('has its origin in the upper left corner', () => {
    expect([RD_PIXELS.originX, RD_PIXELS.originY]).toEqual([RD_PIXELS.bounds[0], RD_PIXELS.bounds[3]]);
  });
});

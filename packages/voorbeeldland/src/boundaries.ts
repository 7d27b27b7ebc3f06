import type { Country } from './country.js';
import { areaOfBuurt, type AreaLevel, type Region, type YearDivision } from './regions/division.js';
import { findArcs, findRings } from './topology/arcs.js';
import { drawArcs, writeTopology, type LayerPlan, type Precision, type RegionTopology } from './topology/topojson.js';

/** Level of the arcs, and the levels that are unions of it and stand in the same document. */
const LAYERS: Readonly<Record<'gemeenten' | 'wijken' | 'buurten', readonly AreaLevel[]>> = {
  gemeenten: ['gemeenten', 'provincies', 'riecs'],
  wijken: ['wijken'],
  buurten: ['buurten'],
};

export type BoundaryFile = keyof typeof LAYERS;

/** How finely each document is drawn: enough for the zoom at which its level is looked at. */
export const NATIONAL_PRECISION: Readonly<Record<BoundaryFile, Precision>> = {
  gemeenten: { step: 0.025, detail: 0.05 },
  wijken: { step: 0.02, detail: 0.03 },
  buurten: { step: 0.015, detail: 0.016 },
};

function regionsOf(division: YearDivision, level: AreaLevel): readonly Region[] {
  return division[level];
}

/** Area per cell of the mesh, -1 in water. */
function labelCells(division: YearDivision, level: AreaLevel): Int32Array {
  const areaOf = areaOfBuurt(division, level);
  return division.buurtOfCell.map((buurt) => (buurt < 0 ? -1 : areaOf[buurt]));
}

/** The shapes of a level and year as TopoJSON in longitude and latitude, quantised, each border standing there once. */
export function makeBoundaries(
  country: Country,
  division: YearDivision,
  file: BoundaryFile,
  precision: Precision,
): RegionTopology {
  const { mesh, drawer, plan } = country;
  const arcs = findArcs(mesh, labelCells(division, file));
  const layers = LAYERS[file].map((level): LayerPlan => {
    const regions = regionsOf(division, level);
    return {
      name: level,
      regions: regions.map(({ code, name }) => ({ statcode: code, statnaam: name })),
      rings: findRings(mesh, labelCells(division, level), regions.length, arcs),
    };
  });
  return writeTopology(drawArcs(mesh, drawer, arcs.chains, precision), layers, plan.corner, precision.step);
}

import type { Point } from './land/shapes.js';
import type { CountryPlan } from './regions/plan.js';

const FEWEST = 4;
const MOST = 60;

/** An island with a bay, a lake and a second island: as small as the number of gemeenten asks. */
export function smallPlan(gemeenten: number, seed: number): CountryPlan {
  if (!(Number.isInteger(gemeenten) && gemeenten >= FEWEST && gemeenten <= MOST))
    throw new RangeError(`a small country has ${FEWEST} to ${MOST} gemeenten`);
  const hasMerger = gemeenten >= 6;
  const hasTakeover = gemeenten >= 10;
  // Kilometres across: about 60 square kilometres of land for each gemeente.
  const size = Math.sqrt(gemeenten * 100);
  const at = (x: number, y: number): Point => [x * size, y * size];
  return {
    seed,
    name: 'Klein Voorbeeldland',
    corner: [3, 56],
    land: {
      width: size,
      height: size,
      outline: [
        at(0.1, 0.2),
        at(0.16, 0.62),
        at(0.3, 0.86),
        at(0.5, 0.74),
        at(0.7, 0.88),
        at(0.9, 0.7),
        at(0.84, 0.4),
        at(0.92, 0.16),
        at(0.6, 0.08),
        at(0.34, 0.14),
      ],
      seas: [],
      islands: [],
      barriers: [
        [
          [...at(0.02, 0.9), 0.4],
          [...at(0.1, 0.96), 1.1],
          [...at(0.2, 0.985), 0.5],
        ],
      ],
      channels: [],
      lakes: [{ at: at(0.5, 0.36), radius: [1.8, 1.2] }],
      lakeland: null,
      roughness: () => 0.3,
    },
    settlements: {
      cities: [
        [...at(0.34, 0.5), 120_000],
        [...at(0.72, 0.56), 46_000],
      ],
      villages: [],
      centres: gemeenten + (hasMerger ? 1 : 0) + (hasTakeover ? 1 : 0),
      hamlets: 2 * gemeenten,
      crowding: () => 0,
      spacing: 8,
    },
    grain: { countryside: 1.6, village: 0.75, city: 0.6 },
    smallestIsland: 1,
    smallestLake: 0.5,
    wijken: 4 * gemeenten,
    buurten: 12 * gemeenten,
    provinces: [
      { name: 'Westermark', flavour: 'west', at: at(0.3, 0.5) },
      { name: 'Oostermark', flavour: 'oost', at: at(0.75, 0.5) },
    ],
    riecs: [
      { name: 'RIEC Westermark', provinces: [0], at: at(0.3, 0.5) },
      { name: 'RIEC Oostermark', provinces: [1], at: at(0.75, 0.5) },
    ],
    changes: {
      mergers: hasMerger ? [2] : [],
      takeovers: hasTakeover ? 1 : 0,
      splits: 0,
      receivers: 2,
      moves: 0,
      newEstates: 1,
      letterCodes: 1,
    },
  };
}

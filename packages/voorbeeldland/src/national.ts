import { NATIONAL_LAND } from './land/national-plan.js';
import { smoothStep } from './random/portable-math.js';
import type { CountryPlan } from './regions/plan.js';

/** Distance-like nearness to the ring of cities in the west, 0 to 1. */
function crowding(x: number, y: number): number {
  const around = Math.sqrt((x - 74) ** 2 + (y - 152) ** 2);
  const south = smoothStep(34, 10, Math.abs(y - 92)) * smoothStep(20, 60, x);
  return Math.min(1, smoothStep(62, 26, around) + 0.35 * south);
}

export const NATIONAL: CountryPlan = {
  seed: 2024,
  name: 'Voorbeeldland',
  corner: [1, 54.2],
  land: NATIONAL_LAND,
  settlements: {
    cities: [
      [67, 186, 880000],
      [54, 124, 640000],
      [44, 148, 545000],
      [99, 158, 362000],
      [150, 106, 238000],
      [186, 238, 231000],
      [120, 92, 222000],
      [118, 214, 212000],
      [92, 110, 184000],
      [168, 150, 178000],
      [204, 196, 162000],
      [158, 186, 158000],
      [130, 138, 162000],
      [60, 160, 152000],
      [214, 152, 160000],
      [56, 218, 118000],
      [160, 262, 124000],
      [80, 124, 126000],
      [178, 52, 121000],
      [176, 118, 128000],
      [78, 172, 112000],
      [50, 134, 121000],
      [214, 252, 108000],
      [70, 84, 66000],
    ],
    villages: [
      [66, 288, 6200],
      [95, 302, 1900],
      [128, 311, 4800],
      [160, 314, 3700],
      [189, 312, 1400],
      [34, 78, 21000],
      [70, 76, 12500],
    ],
    centres: 347,
    hamlets: 2050,
    crowding,
    spacing: 11,
  },
  grain: { countryside: 1.45, village: 0.6, city: 0.42 },
  smallestIsland: 1.5,
  smallestLake: 0.6,
  wijken: 3400,
  buurten: 14520,
  provinces: [
    { name: 'Noordermeer', flavour: 'west', at: [60, 222] },
    { name: 'Waddenmark', flavour: 'noord', at: [160, 266] },
    { name: 'Terpenland', flavour: 'noord', at: [212, 260] },
    { name: 'Esland', flavour: 'oost', at: [204, 212] },
    { name: 'Heidegouw', flavour: 'oost', at: [206, 152] },
    { name: 'Woudrand', flavour: 'oost', at: [160, 168] },
    { name: 'Nieuwpolder', flavour: 'west', at: [118, 214] },
    { name: 'Middelgouw', flavour: 'west', at: [100, 158] },
    { name: 'Lagegouw', flavour: 'west', at: [54, 136] },
    { name: 'Eilandmark', flavour: 'west', at: [40, 84] },
    { name: 'Zandgouw', flavour: 'zuid', at: [128, 94] },
    { name: 'Heuvelmark', flavour: 'zuid', at: [184, 58] },
  ],
  riecs: [
    { name: 'RIEC Wadden en Terpen', provinces: [1, 2, 3], at: [190, 250] },
    { name: 'RIEC Heide en Woud', provinces: [4, 5], at: [190, 150] },
    { name: 'RIEC Midden', provinces: [6, 7], at: [100, 158] },
    { name: 'RIEC Noordermeer', provinces: [0], at: [56, 236] },
    { name: 'RIEC Grachtenstad', provinces: [0], at: [67, 186] },
    { name: 'RIEC Hofstad', provinces: [8], at: [44, 148] },
    { name: 'RIEC Maasmonde', provinces: [8], at: [54, 124] },
    { name: 'RIEC Delta en Zandgouw-West', provinces: [9, 10], at: [92, 110] },
    { name: 'RIEC Zandgouw-Oost', provinces: [10], at: [150, 106] },
    { name: 'RIEC Heuvelmark', provinces: [11], at: [184, 58] },
  ],
  changes: { mergers: [3, 2], takeovers: 1, splits: 1, receivers: 3, moves: 1, newEstates: 40, letterCodes: 3 },
};

import { Random } from '../random/random.js';
import { totals } from './area-tree.js';
import { FEWEST } from './disclosure.js';
import { GUIDANCE } from './guidance.js';
import { JsonStatWriter, type JsonStatDataset, type Metric } from './json-stat-writer.js';
import { profileOf, type Statistics } from './publication-plan.js';

const METRIC: Metric = {
  id: 'verdachten',
  label: 'Verdachten naar woon- en pleeggemeente',
  unit: { label: 'aantal', symbol: '', decimals: 0 },
  description: 'Verdachten van een drugsmisdrijf die in de ene gemeente wonen en in de andere verdacht zijn.',
  caution: 'Zegt niet wie waarheen reist: een verdachte kan in meer gemeenten verdacht zijn.',
  direction: 'neutral',
  kind: 'count',
  guidance: GUIDANCE.drugs,
};

/** A gemeente as a place that people travel from and to. */
interface Place {
  readonly people: number;
  readonly x: number;
  readonly y: number;
}

/** Gemeenten with their people, at the middle of where these live. */
function placesOf({ society, tree }: Statistics): Place[] {
  const { inwoners } = society.bases;
  const [from, to] = tree.range.gemeente;
  const people = totals(tree, inwoners);
  const sumX = totals(
    tree,
    inwoners.map((count, b) => count * society.x[b]),
  );
  const sumY = totals(
    tree,
    inwoners.map((count, b) => count * society.y[b]),
  );
  return Array.from({ length: to - from }, (_, i) => ({
    people: people[from + i],
    x: sumX[from + i] / people[from + i],
    y: sumY[from + i] / people[from + i],
  }));
}

/**
 * Where suspects live against where they offend: fewer the farther, more to where many people are. Small numbers are
 * withheld, and flows that hardly occur are left out: most pairs have no cell.
 */
export function makeStromen(statistics: Statistics): JsonStatDataset {
  const { society, tree, lastYear } = statistics;
  const [from, to] = tree.range.gemeente;
  const gemeenten = tree.areas.slice(from, to);
  const places = placesOf(statistics);
  const home = {
    id: 'Pleeggemeente',
    label: 'Pleeggemeente',
    categories: gemeenten.map(({ code, name }) => ({ code, label: name })),
  };
  const writer = new JsonStatWriter(gemeenten, [METRIC], [lastYear], [home]);
  const random = new Random(society.seed, 'stromen');
  places.forEach((origin, o) => {
    const pulls = places.map(({ people, x, y }) => {
      const squared = (x - origin.x) ** 2 + (y - origin.y) ** 2;
      return people / (squared + 30);
    });
    const total = pulls.reduce((sum, pull) => sum + pull, 0);
    pulls.forEach((pull, d) => {
      const share = o === d ? 0.55 + (0.45 * pull) / total : (0.45 * pull) / total;
      const count = Math.round(origin.people * 0.0016 * share * (1 + 0.2 * random.normal()));
      if (count >= FEWEST) writer.setValue(METRIC.id, lastYear, d, o, count);
      else if (count >= 2) writer.setMissing(METRIC.id, lastYear, d, o, 'Q');
    });
  });
  const text = {
    id: 'stromen',
    label: METRIC.label,
    theme: 'drugs',
    notes: ['Alle cijfers zijn verzonnen.', 'De regio is de gemeente waar de verdachte woont.'],
  };
  return writer.write(text, { ...profileOf(statistics, text), flow: { destination: home.id } }, {}, true);
}

import type { ArcSides } from './arc-sides.js';

/**
 * How much a border parts, per border of `sides`: 0 between two shapes in the same groups, `k` between shapes that differ
 * in the `k`th wider level and in none wider still, and one more than there are levels for the outer edge.
 *
 * `groups` go from narrow to wide (gemeenten, provincies …): `groups[k - 1][shape]` is the number of the group a shape lies
 * in. A negative number, or none, is an unknown group: with it a border isn't known to part two, and doesn't count at that
 * level. Without groups only the outer edge stands apart, as 1.
 */
export function borderRanks({ sides }: ArcSides, groups: readonly ArrayLike<number>[]): Uint8Array {
  const ranks = new Uint8Array(sides.length / 2);
  for (let border = 0; border < ranks.length; border++) {
    const [first, second] = [sides[border * 2], sides[border * 2 + 1]];
    if (first < 0 || second < 0) ranks[border] = groups.length + 1;
    else ranks[border] = groups.findLastIndex((group) => parts(group[first], group[second])) + 1;
  }
  return ranks;
}

const parts = (first: number, second: number): boolean => first >= 0 && second >= 0 && first !== second;

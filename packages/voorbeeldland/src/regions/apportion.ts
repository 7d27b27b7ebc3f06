/**
 * Shares a whole number of seats: one for each, the rest by weight (largest remainders), up to each one's maximum;
 * weights that are all 0 count as equal.
 * Throws a RangeError where the total can't be met: a plan that contradicts itself.
 */
export function apportion(weights: readonly number[], total: number, maxima: readonly number[]): number[] {
  const most = maxima.reduce((sum, maximum) => sum + maximum, 0);
  if (total < weights.length || total > most) throw new RangeError('cannot share so many or so few');
  const seats = weights.map(() => 1);
  let left = total - weights.length;
  while (left > 0) {
    const open = weights.map((_, i) => i).filter((i) => seats[i] < maxima[i]);
    const sum = open.reduce((s, i) => s + weights[i], 0);
    const share = (i: number): number => (sum > 0 ? weights[i] / sum : 1 / open.length);
    const wished = open.map((i) => ({ i, wish: Math.min(share(i) * left, maxima[i] - seats[i]) }));
    let given = 0;
    for (const { i, wish } of wished) {
      const whole = Math.floor(wish);
      seats[i] += whole;
      given += whole;
    }
    left -= given;
    if (given > 0 && left > open.length) continue;
    const byRest = wished
      .filter(({ i }) => seats[i] < maxima[i])
      .sort((a, b) => b.wish - Math.floor(b.wish) - (a.wish - Math.floor(a.wish)) || a.i - b.i);
    for (const { i } of byRest.slice(0, left)) seats[i]++;
    left -= Math.min(left, byRest.length);
  }
  return seats;
}

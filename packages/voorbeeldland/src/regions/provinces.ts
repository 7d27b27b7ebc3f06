import { gather, gemeenteNear, type GemeenteGraph } from './gemeenten.js';
import type { CountryPlan } from './plan.js';

/** Province of each gemeente. */
export function groupProvinces(plan: CountryPlan, graph: GemeenteGraph): Int32Array {
  return gather(
    graph,
    plan.provinces.map(({ at }) => gemeenteNear(graph, at)),
    () => true,
  );
}

/** RIEC region of each gemeente: that of its province, or within a shared province the one that reaches it first. */
export function groupRiecs(plan: CountryPlan, graph: GemeenteGraph, provinceOf: Int32Array): Int32Array {
  const result = new Int32Array(provinceOf.length).fill(-1);
  plan.provinces.forEach((_, province) => {
    const isHere = (gemeente: number): boolean => provinceOf[gemeente] === province;
    const riecs = plan.riecs.flatMap(({ provinces }, riec) => (provinces.includes(province) ? [riec] : []));
    const seeds = riecs.map((riec) => gemeenteNear(graph, plan.riecs[riec].at, isHere));
    const part = riecs.length === 1 ? null : gather(graph, seeds, isHere);
    provinceOf.forEach((_unused, gemeente) => {
      if (isHere(gemeente)) result[gemeente] = riecs[Math.max(part?.[gemeente] ?? 0, 0)];
    });
  });
  return result;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data/geo/', import.meta.url));

/** True where the real boundary files are at hand; they are no part of the repository. */
export const hasRealNames = existsSync(folder);

/** Names of all real gemeenten, wijken, buurten and provinces in those files, in lower case. */
export function readRealNames(): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.topojson'))) {
    const topology = JSON.parse(readFileSync(folder + file, 'utf8')) as {
      objects: Record<string, { geometries: { properties?: { statnaam?: string | null } }[] }>;
    };
    for (const { geometries } of Object.values(topology.objects))
      for (const { properties } of geometries) if (properties?.statnaam) names.add(properties.statnaam.toLowerCase());
  }
  return names;
}

// The types that a type uses, and those on a path.
import type { Given, LinkGroup, Part } from '../model/index.ts';

/** The types that the values of a type name, and those that theirs name: of a switch its chip, of a module its PMDs. */
export function componentsOf(part: Part, found: Set<Part> = new Set()): Set<Part> {
  const named = Object.values(part.values as Readonly<Record<string, Given<unknown>>>).flatMap(({ value }) =>
    partsIn(value),
  );
  for (const each of [...named, ...part.ports.map(({ cage }) => cage)]) {
    if (found.has(each)) continue;
    found.add(each);
    componentsOf(each, found);
  }
  return found;
}

/** The types on the path of some links: fiber or cable, connectors, panels, amplifiers. */
export function pathParts({ fiber, cable, medium }: Pick<LinkGroup, 'fiber' | 'cable' | 'medium'>): Part[] {
  const named = Object.values(medium as Readonly<Record<string, Given<unknown>>>).flatMap(({ value }) =>
    partsIn(value),
  );
  return [...(fiber === undefined ? [] : [fiber]), ...(cable === undefined ? [] : [cable]), ...named];
}

/** The types in a value: one, or those of a list. */
function partsIn(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => partsIn(each));
  if (typeof value !== 'object' || value === null) return [];
  if ('part' in value) return partsIn(value.part);
  return 'kind' in value && 'values' in value && 'ports' in value ? [value as Part] : [];
}

// Where the path of a link stands: paths of equal text are read once, and each link has its own place.

import type { LinkGroup } from '../../model/index.ts';
import type { Origin } from '../../source/origin.ts';

/** A statement with the origins of its path in its own text, where they are in an equal one that was read before it. */
export function atItsPlace(group: LinkGroup): LinkGroup {
  const { readAt } = group;
  if (readAt === undefined) return group;
  const { origin: text, distance } = readAt;
  const placed = (origin: Origin): Origin =>
    origin.uri === text.uri && origin.start >= text.start && origin.end <= text.end
      ? { uri: origin.uri, start: origin.start + distance, end: origin.end + distance }
      : origin;
  const medium = Object.fromEntries(
    Object.entries(group.medium).map(([name, given]) => [name, moved(given, placed)]),
  ) as LinkGroup['medium'];
  return { ...group, medium, readAt: undefined };
}

/** A value with its origin, and those of its entries and its provenance, moved. Parts it names stay where they are. */
function moved<T>(given: T, placed: (origin: Origin) => Origin): T {
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map((each) => moved(each, placed)) as T;
  const found: Record<string, unknown> = Object.fromEntries(Object.entries(given));
  if (isOrigin(found.origin)) found.origin = placed(found.origin);
  for (const key of ['value', 'provenance']) if (key in found) found[key] = moved(found[key], placed);
  return found as T;
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

// Where the path of a link stands: paths of equal text are read once, and each link has its own place.

import type { LinkGroup, PathText } from '../../model/index.ts';
import type { Origin } from '../../source/origin.ts';
import { LinksByAnotherPath } from './links-by-another-path.ts';

/** A statement with the origins of its path in its own text, where they are in another that was read before it. */
export function atItsPlace(group: LinkGroup): LinkGroup {
  return group.readAt === undefined ? group : new PlacedLinks(group, group.readAt);
}

/** A statement whose path is moved when somebody asks for it: of thousands that differ in length, few are looked at. */
class PlacedLinks extends LinksByAnotherPath {
  override readonly readAt = undefined;
  private readonly text: PathText;

  constructor(read: LinkGroup, text: PathText) {
    super(read);
    this.text = text;
  }

  protected override pathOf({ medium }: LinkGroup): LinkGroup['medium'] {
    const atPlace = Object.entries(medium).map(([name, given]) => [
      name,
      moved(given, (each) => placed(each, this.text)),
    ]);
    return Object.fromEntries(atPlace) as LinkGroup['medium'];
  }
}

/** Where something of a path stands that was read in another text. */
function placed(origin: Origin, { origin: text, distance, stretch }: PathText): Origin {
  if (origin.uri !== text.uri || origin.start < text.start || origin.end > text.end) return origin;
  const at = (offset: number): number =>
    offset + distance + (stretch !== undefined && offset >= stretch.from ? stretch.by : 0);
  return { uri: origin.uri, start: at(origin.start), end: at(origin.end) };
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

// Where the path of a link stands: paths of equal text are read once, and each link has its own place.

import type { LinkGroup, PathText } from '../../model/index.ts';
import type { Origin } from '../../source/origin.ts';

/** A statement with the origins of its path in its own text, where they are in another that was read before it. */
export function atItsPlace(group: LinkGroup): LinkGroup {
  return group.readAt === undefined ? group : new PlacedGroup(group, group.readAt);
}

/** What a statement at its place has of the statement as it was read: all but its path. */
type Unmoved = Omit<LinkGroup, 'medium' | 'readAt'>;

const unmoved: Readonly<Record<keyof Unmoved, true>> = {
  index: true,
  network: true,
  group: true,
  pattern: true,
  from: true,
  to: true,
  fiber: true,
  cable: true,
  path: true,
  unknowns: true,
  isIncomplete: true,
  mediumOrigin: true,
  first: true,
  count: true,
  fault: true,
  unlinked: true,
  alike: true,
  declaration: true,
  origin: true,
};

/** A statement whose path is moved when somebody asks for it: of thousands that differ in length, few are looked at. */
class PlacedGroup implements LinkGroup {
  declare readonly index: Unmoved['index'];
  declare readonly network: Unmoved['network'];
  declare readonly group: Unmoved['group'];
  declare readonly pattern: Unmoved['pattern'];
  declare readonly from: Unmoved['from'];
  declare readonly to: Unmoved['to'];
  declare readonly fiber: Unmoved['fiber'];
  declare readonly cable: Unmoved['cable'];
  declare readonly mediumOrigin: Unmoved['mediumOrigin'];
  declare readonly first: Unmoved['first'];
  declare readonly count: Unmoved['count'];
  declare readonly fault: Unmoved['fault'];
  declare readonly unlinked: Unmoved['unlinked'];
  declare readonly alike: Unmoved['alike'];
  declare readonly declaration: Unmoved['declaration'];
  declare readonly origin: Unmoved['origin'];
  declare readonly path?: object;
  declare readonly unknowns?: NonNullable<LinkGroup['unknowns']>;
  declare readonly isIncomplete?: true;
  readonly readAt = undefined;
  readonly read: LinkGroup;
  private readonly text: PathText;
  private moved: LinkGroup['medium'] | undefined;

  constructor(read: LinkGroup, text: PathText) {
    this.read = read;
    this.text = text;
    this.moved = undefined;
  }

  get medium(): LinkGroup['medium'] {
    this.moved ??= Object.fromEntries(
      Object.entries(this.read.medium).map(([name, given]) => [name, moved(given, (each) => placed(each, this.text))]),
    ) as LinkGroup['medium'];
    return this.moved;
  }
}
for (const name of Object.keys(unmoved) as (keyof Unmoved)[])
  Object.defineProperty(PlacedGroup.prototype, name, {
    get(this: PlacedGroup): unknown {
      return this.read[name];
    },
  });

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

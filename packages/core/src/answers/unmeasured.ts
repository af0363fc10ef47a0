// A fabric without the lengths that its links give: what is worked out from it holds whatever they are.
import { type Fabric, isAuto, type LinkGroup } from '../model/index.ts';

type Path = LinkGroup['medium'];

/** The fabric, where each length that a link gives is asked for when it is read. @param ask the length of a statement, by its index */
export function withoutLengths(fabric: Fabric, ask: (statement: number) => Path['length']): Fabric {
  return { ...fabric, linkGroups: fabric.linkGroups.map((group) => new UnmeasuredLinks(group, ask)) };
}

/** What links are without their path. */
type Others = Omit<LinkGroup, 'medium'>;

const others: Readonly<Record<keyof Others, true>> = {
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
  readAt: true,
  first: true,
  count: true,
  fault: true,
  unlinked: true,
  alike: true,
  declaration: true,
  origin: true,
};

/** Links whose length isn't known to who has them. */
class UnmeasuredLinks implements LinkGroup {
  declare readonly index: Others['index'];
  declare readonly network: Others['network'];
  declare readonly group: Others['group'];
  declare readonly pattern: Others['pattern'];
  declare readonly from: Others['from'];
  declare readonly to: Others['to'];
  declare readonly fiber: Others['fiber'];
  declare readonly cable: Others['cable'];
  declare readonly mediumOrigin: Others['mediumOrigin'];
  declare readonly readAt: Others['readAt'];
  declare readonly first: Others['first'];
  declare readonly count: Others['count'];
  declare readonly fault: Others['fault'];
  declare readonly unlinked: Others['unlinked'];
  declare readonly alike: Others['alike'];
  declare readonly declaration: Others['declaration'];
  declare readonly origin: Others['origin'];
  declare readonly path?: object;
  declare readonly unknowns?: NonNullable<LinkGroup['unknowns']>;
  declare readonly isIncomplete?: true;
  readonly measured: LinkGroup;
  private readonly ask: (statement: number) => Path['length'];
  private asking: Path | undefined;

  constructor(measured: LinkGroup, ask: (statement: number) => Path['length']) {
    this.measured = measured;
    this.ask = ask;
    this.asking = undefined;
  }

  get medium(): Path {
    const { medium, index } = this.measured;
    if (medium.length === undefined || isAuto(medium.length)) return medium;
    const { ask } = this;
    this.asking ??= Object.defineProperty({ ...medium }, 'length', { get: () => ask(index), enumerable: true });
    return this.asking;
  }
}
for (const name of Object.keys(others) as (keyof Others)[])
  Object.defineProperty(UnmeasuredLinks.prototype, name, {
    get(this: UnmeasuredLinks): unknown {
      return this.measured[name];
    },
  });

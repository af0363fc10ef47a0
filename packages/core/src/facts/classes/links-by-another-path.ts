// The links of a statement with another path: the same ports, the same place in the text.
import type { LinkGroup } from '../../model/index.ts';

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

/** Links whose path is worked out when somebody asks for it. All else they have of the statement. */
export abstract class LinksByAnotherPath implements LinkGroup {
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
  protected readonly statement: LinkGroup;
  private known: LinkGroup['medium'] | undefined;

  constructor(statement: LinkGroup) {
    this.statement = statement;
    this.known = undefined;
  }

  get medium(): LinkGroup['medium'] {
    this.known ??= this.pathOf(this.statement);
    return this.known;
  }

  protected abstract pathOf(statement: LinkGroup): LinkGroup['medium'];
}
for (const name of Object.keys(others) as (keyof Others)[])
  Object.defineProperty(LinksByAnotherPath.prototype, name, {
    get(this: { readonly statement: LinkGroup }): unknown {
      return this.statement[name];
    },
  });

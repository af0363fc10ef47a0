// A fabric without the lengths that its links give: what is worked out from it holds whatever they are.
import { LinksByAnotherPath } from '../facts/index.ts';
import { type Fabric, isAuto, type LinkGroup } from '../model/index.ts';

type Path = LinkGroup['medium'];

/** The fabric, where each length that a link gives is asked for when it is read. @param ask the length of a statement, by its index */
export function withoutLengths(fabric: Fabric, ask: (statement: number) => Path['length']): Fabric {
  return { ...fabric, linkGroups: fabric.linkGroups.map((group) => new UnmeasuredLinks(group, ask)) };
}

/** Links whose length isn't known to who has them. */
class UnmeasuredLinks extends LinksByAnotherPath {
  private readonly ask: (statement: number) => Path['length'];

  constructor(measured: LinkGroup, ask: (statement: number) => Path['length']) {
    super(measured);
    this.ask = ask;
  }

  protected override pathOf({ medium, index }: LinkGroup): Path {
    if (medium.length === undefined || isAuto(medium.length)) return medium;
    const { ask } = this;
    return Object.defineProperty({ ...medium }, 'length', { get: () => ask(index), enumerable: true });
  }
}

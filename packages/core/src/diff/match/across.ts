// The id that something of the old design has in the new one, whatever its family.
import {
  blockOf,
  type Group,
  groupOfLink,
  isDeviceBlock,
  itemAt,
  type LinkGroup,
  type SubjectFamily,
  signedAt,
} from '../../model/index.ts';
import { portAcross } from './cages.ts';
import type { Matching } from './matching.ts';

/** The id in the new design, or -1 where it is gone; of a type, the number of its class. */
export type Across = (of: SubjectFamily, id: number) => number;

/** Finds ids across two designs. */
export function acrossIn(matching: Matching): Across {
  const { before, after } = matching;
  const groups = new Map<number, number>();
  const statements = new Map(after.linkGroups.map((group) => [unlinkedKey(group, (port) => port), group.index]));
  return (of, id) => {
    switch (of) {
      case 'device':
        return signedAt(matching.devices.after, id);
      case 'cage':
        return signedAt(matching.cages.after, id);
      case 'port':
        return portAcross(before, after, matching.cages.after, id);
      case 'rack':
        return signedAt(matching.racks.after, id);
      case 'cdu':
        return signedAt(matching.cdus.after, id);
      case 'link':
        return signedAt(matching.links.after, id);
      case 'loop':
        return signedAt(matching.loops.after, id);
      case 'branch':
        return signedAt(matching.branches.after, id);
      case 'feed':
        return signedAt(matching.feeds.after, id);
      case 'hall':
        return id;
      case 'network':
        return signedAt(matching.networks.after, id);
      case 'part':
        return signedAt(matching.parts.before, id);
      case 'link statement':
        return statementAcross(matching, statements, id);
      case 'group': {
        let found = groups.get(id);
        if (found === undefined) groups.set(id, (found = groupAcross(matching, itemAt(before.groups, id))));
        return found;
      }
    }
  };
}

/** The same for things of the new design itself. */
export function itselfIn({ parts }: Matching): Across {
  return (of, id) => (of === 'part' ? signedAt(parts.after, id) : id);
}

/** The ports of a statement that makes no links. */
function unlinkedKey({ unlinked, pattern }: LinkGroup, portAcross: (port: number) => number): string {
  const { from, to } = unlinked ?? { from: [], to: [] };
  return [pattern, ...[from, to].map((ports) => [...ports].map(portAcross).join())].join(' ');
}

/** The statement that makes the first of the same links; of one without links, that of the same ports. */
function statementAcross(matching: Matching, unlinked: ReadonlyMap<string, number>, id: number): number {
  const { before, after, links, cages } = matching;
  const group = itemAt(before.linkGroups, id);
  if (group.count === 0)
    return unlinked.get(unlinkedKey(group, (port) => portAcross(before, after, cages.after, port))) ?? -1;
  const link = signedAt(links.after, group.first);
  return link < 0 ? -1 : groupOfLink(after, link).index;
}

/** The group of the same path, or the one at its depth that the first of its devices is in now. */
function groupAcross({ before, after, devices }: Matching, group: Group): number {
  const namesake = after.groups.find(({ path }) => path === group.path);
  if (namesake !== undefined) return namesake.index;
  for (const block of before.blocks.filter(isDeviceBlock)) {
    const around = groupsAround(block.group);
    const depth = around.indexOf(group);
    if (depth < 0) continue;
    const now = signedAt(devices.after, block.first);
    const other = now < 0 ? undefined : groupsAround(blockOf(after, now).group)[depth];
    if (other !== undefined) return other.index;
  }
  return -1;
}

/** From the outermost to the innermost. */
function groupsAround(group: Group | undefined): Group[] {
  return group === undefined ? [] : [...groupsAround(group.parent), group];
}

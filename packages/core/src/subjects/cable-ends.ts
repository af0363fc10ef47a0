// The ends of copper and active optical cables in cages: each draws its power from there, as a module does.
import type { Facts } from '../answers/index.ts';
import { cableFits } from '../facts/index.ts';
import {
  cageOfPort,
  deviceOfCage,
  firstCageOf,
  type LinkGroup,
  moduleIn,
  type Part,
  type PortGroup,
  partOfDevice,
  portGroupAt,
  type Subjects,
  unsignedAt,
} from '../model/index.ts';

/** Ends of a cable type in a port group of a device type. */
export interface CableEnds {
  readonly cable: Part<'cable'>;
  readonly group: PortGroup;
  readonly device: Part;
  /** The first statement that links there. */
  readonly link: LinkGroup;
  readonly cages: Subjects;
  readonly count: number;
}

/** Every combination of cable type and port group, once; without ends that have no room or don't fit, which are reported. */
export function cableEndsOf({ fabric }: Facts): CableEnds[] {
  const found = new Map<PortGroup, Map<Part<'cable'>, Omit<CableEnds, 'cages' | 'count'> & { ids: number[] }>>();
  const add = (link: LinkGroup, cable: Part<'cable'>, cage: number): void => {
    const at = deviceOfCage(fabric, cage);
    const device = partOfDevice(fabric, at);
    const group = device === undefined ? undefined : portGroupAt(device, cage - firstCageOf(fabric, at));
    if (device === undefined || group === undefined || moduleIn(fabric, cage) !== undefined) return;
    if (cableFits(cable, group.cage) === false) return;
    let ofGroup = found.get(group);
    if (ofGroup === undefined) found.set(group, (ofGroup = new Map()));
    const known = ofGroup.get(cable);
    if (known === undefined) ofGroup.set(cable, { cable, group, device, link, ids: [cage] });
    else known.ids.push(cage);
  };
  for (const link of fabric.linkGroups) {
    if (link.cable === undefined) continue;
    for (const side of [fabric.links.from, fabric.links.to])
      for (let each = link.first; each < link.first + link.count; each++)
        add(link, link.cable, cageOfPort(fabric, unsignedAt(side, each)));
  }
  return [...found.values()].flatMap((ofGroup) =>
    [...ofGroup.values()].map(({ ids, ...ends }) => {
      const cages = Uint32Array.from(new Set(ids));
      return { ...ends, cages: { of: 'cage', ids: cages }, count: cages.length };
    }),
  );
}

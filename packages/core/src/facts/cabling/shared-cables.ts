// Cables that several links share: what is at their ends, and the connectors at each rack.

import { cageOfPort, deviceOfPort, type Fabric, moduleIn, rackOfDevice, unsignedAt } from '../../model/index.ts';
import type { LinkClasses } from '../classes/link-classes.ts';
import { type Cable, type CableEnd, type CableSocket, endsOf, type KindDraft } from './cable-kinds.ts';
import { type Fronts, socketAt } from './module-front.ts';
import type { SharedConnectors } from './shared-connectors.ts';

/** Connectors that several links share, at one rack. */
export interface SharedAtRack {
  /** Those with a link that leaves the rack. */
  readonly out: number;
  readonly within: number;
}

/** A connector while the links on a cable are gone through. */
interface SocketDraft {
  readonly cage: number;
  readonly side: 'from' | 'to';
  readonly ports: number[];
  fibers: number;
}

/** Reads cables that several links share. */
export function sharedCables(
  fabric: Fabric,
  links: LinkClasses,
  fronts: Fronts,
): (shared: SharedConnectors, cable: number) => Cable & { readonly kind: KindDraft & { readonly count: number } } {
  return (shared, cable) => {
    const sockets = new Map<number, SocketDraft>();
    const classes = new Set<number>();
    let fibers = 0;
    const onCable = shared.linksOf(cable);
    // A connector is on the side on which a link has it first.
    const meet = (connector: number, port: number, side: 'from' | 'to', count: number): void => {
      let socket = sockets.get(connector);
      if (socket === undefined)
        sockets.set(connector, (socket = { cage: cageOfPort(fabric, port), side, ports: [], fibers: 0 }));
      if (!socket.ports.includes(port)) socket.ports.push(port);
      socket.fibers += count;
    };
    let centers: readonly number[] | undefined;
    for (const link of onCable) {
      classes.add(unsignedAt(links.of, link));
      const fromPort = unsignedAt(fabric.links.from, link);
      const toPort = unsignedAt(fabric.links.to, link);
      shared.eachPair(link, cable, (a, b, count) => {
        meet(a, fromPort, 'from', count);
        meet(b, toPort, 'to', count);
        fibers += count;
        if (centers === undefined) centers = [a, b];
        else if (centers.some((each) => each !== a && each !== b))
          centers = centers.filter((each) => each === a || each === b);
      });
    }
    // One connector that all fibers come to is the trunk end of a breakout, whichever side its links have it on.
    const trunk = sockets.size > 2 ? centers?.[0] : undefined;
    const trunkSide = trunk === undefined ? undefined : sockets.get(trunk)?.side;
    const sideOf = (connector: number, { side }: SocketDraft): 'from' | 'to' => {
      if (trunkSide === undefined) return side;
      const tails = trunkSide === 'from' ? 'to' : 'from';
      return connector === trunk ? trunkSide : tails;
    };
    const on = (side: 'from' | 'to'): [number, SocketDraft][] =>
      [...sockets].filter(([connector, socket]) => sideOf(connector, socket) === side);
    const [from, to] = [on('from'), on('to')];
    const places = (side: readonly [number, SocketDraft][]): CableSocket[] =>
      side.map(([connector, { cage, ports }]) =>
        socketIn(
          fabric,
          cage,
          shared.placeOf(connector, cage),
          ports.sort((a, b) => a - b),
          fronts,
        ),
      );
    const ends = (side: readonly [number, SocketDraft][], at: readonly CableSocket[]): CableEnd[] =>
      endsOf(side.map(([, { fibers: each }], i) => ({ part: at[i]?.part, fibers: each })));
    const [fromPlaces, toPlaces] = [places(from), places(to)];
    const shape = sockets.size === 2 ? 'cable' : trunk === undefined ? 'shuffle' : 'breakout';
    return {
      kind: { shape, from: ends(from, fromPlaces), to: ends(to, toPlaces), fibers, classes: [...classes], count: 1 },
      from: fromPlaces,
      to: toPlaces,
      links: [...onCable],
    };
  };
}

function socketIn(
  fabric: Fabric,
  cage: number,
  connector: number,
  ports: readonly number[],
  fronts: Fronts,
): CableSocket {
  const module = moduleIn(fabric, cage);
  const front = module === undefined ? '' : fronts(module);
  return typeof front === 'string' ? { ports, connector, of: 0, part: undefined } : socketAt(front, connector, ports);
}

/** Connectors that links share, by rack: those of links that leave it, and the others. */
export function sharedAtRacks(
  fabric: Fabric,
  shared: SharedConnectors,
  of: Uint32Array,
  isShared: readonly boolean[],
): Map<number, SharedAtRack> {
  const racks = new Map<number, { out: number; within: number }>();
  const seen = new Map<number, 'out' | 'within'>();
  if (fabric.racks.count === 0) return racks;
  for (let link = 0; link < fabric.links.count; link++) {
    if (isShared[unsignedAt(of, link)] !== true) continue;
    const rackAt = (port: number): number => rackOfDevice(fabric, deviceOfPort(fabric, port));
    const [a, b] = [rackAt(unsignedAt(fabric.links.from, link)), rackAt(unsignedAt(fabric.links.to, link))];
    // A link to a device that isn't in a rack may leave the rack or not.
    if (a < 0 || b < 0) continue;
    const where = a === b ? 'within' : 'out';
    const meet = (connector: number, rack: number): void => {
      const before = seen.get(connector);
      if (before === where || before === 'out') return;
      seen.set(connector, where);
      const there = racks.get(rack) ?? { out: 0, within: 0 };
      racks.set(rack, there);
      if (before !== undefined) there[before]--;
      there[where]++;
    };
    shared.everyPair(link, (from, to) => {
      meet(from, a);
      meet(to, b);
    });
  }
  return racks;
}

// What may fail, as units of a graph: which nodes it is of, and what of them fails.

import { devicesIn } from '../../../facts/selection/devices-in.ts';
import type { FailingPart } from '../../../model/index.ts';
import { deviceOfCage, deviceOfPort, fromDevice, type Selection, toDevice, unsignedAt } from '../../../model/index.ts';
import type { Facts } from '../../facts.ts';
import { fedBy, partAt, shelvesOf } from '../failing-parts.ts';
import { portsOf } from '../losses.ts';
import type { Place } from './blocks.ts';
import type { Unit } from './choices.ts';
import type { Whole } from './graph.ts';

/** Ends of links at other devices, by port. */
type Ends = ReadonlyMap<number, readonly { readonly other: number; readonly kind: number }[]>;

/** A unit before its nodes are in order: what of each node fails. */
interface Part {
  readonly node: number;
  readonly text: string;
}

/** What may fail of a family, or of parts of one kind; undefined where it can't be said by nodes. */
export function partsOf(
  facts: Facts,
  graph: Whole,
  of: Selection['of'] | FailingPart,
  ids: readonly number[],
): readonly (readonly Part[])[] | undefined {
  const { fabric } = facts;
  const hasPlant = graph.count > graph.firstRack;
  const nodes = (first: number, each: (id: number) => number) => (): Part[][] =>
    ids.map((id) => [{ node: first + each(id), text: of }]);
  const own = (id: number): number => id;
  const owner = (id: number): number => partAt(id).owner;
  switch (of) {
    case 'device':
      return nodes(0, own)();
    case 'supplies':
      return nodes(0, owner)();
    case 'cdu':
      return nodes(graph.firstCdu, own)();
    case 'pumps':
      return nodes(graph.firstCdu, owner)();
    case 'feed':
      return nodes(graph.firstFeed, own)();
    case 'loop':
      return nodes(graph.firstLoop, own)();
    case 'branch':
      return nodes(graph.firstBranch, own)();
    case 'shelves':
      return ids.map((id) => [
        {
          node: graph.firstRack + owner(id),
          text: `shelf ${shelvesOf(fabric, owner(id))[partAt(id).place]?.index}`,
        },
      ]);
    case 'rack':
    case 'group':
      return of === 'rack' && hasPlant
        ? nodes(graph.firstRack, own)()
        : ids.map((id) => [...devicesIn(facts, of, [id])].map((node) => ({ node, text: 'device' })));
    case 'cage':
    case 'port': {
      const all = ids.map((id) => portsOf(fabric, of, [id]));
      const ends = endsAt(facts, new Set(all.flatMap((ports) => [...ports])));
      return ids.map((id, i) =>
        cut(of === 'cage' ? deviceOfCage(fabric, id) : deviceOfPort(fabric, id), all[i] ?? [], ends),
      );
    }
    case 'lasers': {
      const all = ids.map((id) => portsOf(fabric, 'cage', fedBy(fabric, owner(id), partAt(id).place) ?? []));
      const ends = endsAt(facts, new Set(all.flatMap((ports) => [...ports])));
      return ids.map((id, i) => cut(owner(id), all[i] ?? [], ends));
    }
    default:
      return undefined;
  }
}

/** Units with their nodes in an order that alike units share. */
export function unitsOf(
  ids: readonly number[],
  parts: readonly (readonly Part[])[],
  places: ReadonlyMap<number, Place>,
): Unit[] {
  const keyOf = ({ node, text }: Part): string => {
    const at = places.get(node);
    const within = at?.within;
    const inner = within === undefined ? '' : `${within.kind} ${within.place}`;
    return `${text} ${at === undefined ? `#${node}` : `${at.kind} ${within === undefined ? at.place : ''} ${inner}`}`;
  };
  return ids.map((id, i) => {
    const keyed = (parts[i] ?? []).map((part) => ({ part, key: keyOf(part) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.part.node - b.part.node));
    return { id, text: keyed.map(({ part }) => part.text).join(), nodes: keyed.map(({ part }) => part.node) };
  });
}

/** The links of a device at some ports, which are cut. */
function cut(device: number, ports: Iterable<number>, ends: Ends): Part[] {
  const found = [...ports].flatMap((port) => ends.get(port) ?? []);
  return [{ node: device, text: 'at' }, ...found.map(({ other, kind }) => ({ node: other, text: `to ${kind}` }))];
}

/** The links at some ports: where each leads, and of which kind it is seen from there. */
function endsAt({ fabric, links }: Facts, ports: ReadonlySet<number>): Ends {
  const found = new Map<number, { other: number; kind: number }[]>();
  const add = (port: number, other: number, kind: number): void => {
    if (!ports.has(port)) return;
    const known = found.get(port);
    if (known === undefined) found.set(port, [{ other, kind }]);
    else known.push({ other, kind });
  };
  for (let link = 0; link < fabric.links.count; link++) {
    const kind = 2 * unsignedAt(links.of, link);
    add(unsignedAt(fabric.links.from, link), toDevice(fabric, link), kind);
    add(unsignedAt(fabric.links.to, link), fromDevice(fabric, link), kind + 1);
  }
  return found;
}

// A network as a graph: neighbors, and the number of links to each. One pass over the links, typed arrays throughout.
import { blockOf, type Fabric, type LinkGroup, linkDevices, signedAt, unsignedAt } from '../../model/index.ts';
import type { Steps } from '../../steps/index.ts';
import { isCut, isLost, type LinkLosses } from '../conditions/scenario.ts';

/** The devices of a network that have a link in it, numbered from zero, and their distinct neighbors. */
export interface NetworkGraph {
  /** Device ids by node. */
  readonly devices: Uint32Array;
  readonly isHost: Uint8Array;
  /** First neighbor of each node; one entry more than nodes. */
  readonly starts: Uint32Array;
  /** Neighbors, node by node, each once. */
  readonly neighbors: Uint32Array;
  /** Links to each neighbor; undefined where it is one to each. */
  readonly links: Uint32Array | undefined;
  /**
   * A host that works and that failures leave without any of its links to several devices. One that is linked to a single switch
   * goes down with it: its network is judged without it.
   */
  readonly isolated: number | undefined;
}

/** The graph of a network without what has failed, in steps: each of them goes over all its links once. */
export function* networkGraph(fabric: Fabric, network: number, losses: LinkLosses): Steps<NetworkGraph> {
  const groups = fabric.linkGroups.filter((each) => each.network?.index === network);
  const nodes = nodesOf(fabric, groups, losses);
  yield;
  const { isSimple, ...all } = neighborsOf(fabric, groups, losses, nodes);
  yield;
  const { devices, isolated } = nodes;
  return {
    devices: Uint32Array.from(devices),
    isolated,
    isHost: Uint8Array.from(devices, (device) => (blockOf(fabric, device).kind === 'host' ? 1 : 0)),
    ...(isSimple ? { ...all, links: undefined } : distinct(all)),
  };
}

/** In place of the node of a device: no link was seen yet; links were seen that have failed, to the device so many below. */
const unseen = -1;
const withoutNode = -2;

/** The devices that have a link, and what is known of their links. */
interface Nodes {
  readonly devices: readonly number[];
  /** The node of each device that has one; less than zero for others. */
  readonly nodeOf: Int32Array;
  /** Where the neighbors of each node begin, one for each link. */
  readonly starts: Uint32Array;
  /** A host that has lost several neighbors, which were all. */
  readonly isolated: number | undefined;
}

function nodesOf(fabric: Fabric, groups: readonly LinkGroup[], losses: LinkLosses): Nodes {
  const { from, to } = linkDevices(fabric);
  const nodeOf = new Int32Array(fabric.devices.count).fill(unseen);
  const devices: number[] = [];
  /** Of each node, one place farther on. */
  const degrees = new Uint32Array(fabric.devices.count + 1);
  const loses = losses.devices !== undefined || losses.links !== undefined;
  /** Devices that lost links to several others before any link was seen that works. */
  const bereft: number[] = [];
  const several = withoutNode - fabric.devices.count;
  const lose = (device: number, neighbor: number): void => {
    const known = signedAt(nodeOf, device);
    if (known === unseen) nodeOf[device] = withoutNode - neighbor;
    if (known > withoutNode || known === withoutNode - neighbor || known === several) return;
    nodeOf[device] = several;
    bereft.push(device);
  };
  for (const group of groups) {
    const last = group.first + group.count;
    for (let link = group.first; link < last; link++) {
      const a = unsignedAt(from, link);
      const b = unsignedAt(to, link);
      if (a === b) continue;
      if (loses && isGone(losses, link, a, b)) {
        lose(a, b);
        lose(b, a);
        continue;
      }
      let nodeA = signedAt(nodeOf, a);
      if (nodeA < 0) nodeOf[a] = nodeA = devices.push(a) - 1;
      let nodeB = signedAt(nodeOf, b);
      if (nodeB < 0) nodeOf[b] = nodeB = devices.push(b) - 1;
      degrees[nodeA + 1] = unsignedAt(degrees, nodeA + 1) + 1;
      degrees[nodeB + 1] = unsignedAt(degrees, nodeB + 1) + 1;
    }
  }
  const starts = degrees.subarray(0, devices.length + 1);
  for (let node = 0; node < devices.length; node++)
    starts[node + 1] = unsignedAt(starts, node + 1) + unsignedAt(starts, node);
  const isolated = bereft.find(
    (each) => signedAt(nodeOf, each) < 0 && !isLost(losses, each) && blockOf(fabric, each).kind === 'host',
  );
  return { devices, nodeOf, starts, isolated };
}

function isGone(losses: LinkLosses, link: number, a: number, b: number): boolean {
  return isLost(losses, a) || isLost(losses, b) || isCut(losses, link);
}

/** Larger networks aren't searched for pairs: 8 MB of marks. */
const maxSearched = 8192;

/** The neighbors of each node, one for each link, and whether no two links are sure to join the same nodes. The links are read again: a list of their nodes would be as long. */
function neighborsOf(
  fabric: Fabric,
  groups: readonly LinkGroup[],
  losses: LinkLosses,
  { devices, nodeOf, starts }: Nodes,
) {
  const { from, to } = linkDevices(fabric);
  const loses = losses.devices !== undefined || losses.links !== undefined;
  const nodes = devices.length;
  const neighbors = new Uint32Array(unsignedAt(starts, nodes));
  const next = starts.slice();
  // There are as many pairs at most as two nodes of each kind can form.
  let isSimple = nodes <= maxSearched && neighbors.length <= nodes * nodes;
  /** One for each pair of nodes. */
  const marks = new Uint32Array(isSimple ? Math.ceil((nodes * nodes) / 32) : 0);
  for (const group of groups) {
    const last = group.first + group.count;
    for (let link = group.first; link < last; link++) {
      const deviceA = unsignedAt(from, link);
      const deviceB = unsignedAt(to, link);
      if (deviceA === deviceB || (loses && isGone(losses, link, deviceA, deviceB))) continue;
      const a = signedAt(nodeOf, deviceA);
      const b = signedAt(nodeOf, deviceB);
      const atA = unsignedAt(next, a);
      next[a] = atA + 1;
      neighbors[atA] = b;
      const atB = unsignedAt(next, b);
      next[b] = atB + 1;
      neighbors[atB] = a;
      if (!isSimple) continue;
      const pair = a < b ? a * nodes + b : b * nodes + a;
      const word = unsignedAt(marks, pair >>> 5);
      const mark = 1 << (pair & 31);
      if ((word & mark) !== 0) isSimple = false;
      marks[pair >>> 5] = word | mark;
    }
  }
  return { starts, neighbors, isSimple };
}

/** Each neighbor once, with how many links lead to it. They take the place of those that were there one for each link. */
function distinct({
  starts: firsts,
  neighbors: all,
}: Pick<NetworkGraph, 'starts' | 'neighbors'>): Pick<NetworkGraph, 'starts' | 'neighbors' | 'links'> {
  const nodes = firsts.length - 1;
  const starts = new Uint32Array(nodes + 1);
  const placeOf = new Int32Array(nodes).fill(-1);
  // Most networks have one link between two nodes at most: then there is nothing to count.
  let links: Uint32Array | undefined;
  let size = 0;
  for (let node = 0; node < nodes; node++) {
    const start = size;
    const end = unsignedAt(firsts, node + 1);
    starts[node] = start;
    for (let i = unsignedAt(firsts, node); i < end; i++) {
      const other = unsignedAt(all, i);
      const place = signedAt(placeOf, other);
      if (place >= start) {
        links ??= new Uint32Array(all.length).fill(1, 0, size);
        links[place] = unsignedAt(links, place) + 1;
        continue;
      }
      placeOf[other] = size;
      all[size] = other;
      if (links !== undefined) links[size] = 1;
      size++;
    }
  }
  starts[nodes] = size;
  return { starts, neighbors: links === undefined ? all : all.slice(0, size), links: links?.slice(0, size) };
}

/** The nodes of each connected part of a graph, the largest part first. */
export function partsOf({ devices, starts, neighbors }: NetworkGraph): readonly (readonly number[])[] {
  const seen = new Uint8Array(devices.length);
  const parts: number[][] = [];
  for (let first = 0; first < devices.length; first++) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const part = [first];
    for (const node of part) {
      // Nothing is left to find: of a mesh this is so after two of its nodes.
      if (part.length === devices.length) break;
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
        const other = unsignedAt(neighbors, i);
        if (seen[other] === 1) continue;
        seen[other] = 1;
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** Whether a node is a switch with a host on it, one flag a node. */
export function edgeSwitches({ devices, isHost, starts, neighbors }: NetworkGraph): Uint8Array {
  const edge = new Uint8Array(devices.length);
  if (!isHost.includes(1)) return edge;
  for (let node = 0; node < devices.length; node++) {
    if (isHost[node] === 1) continue;
    for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
      if (isHost[unsignedAt(neighbors, i)] === 1) edge[node] = 1;
  }
  return edge;
}

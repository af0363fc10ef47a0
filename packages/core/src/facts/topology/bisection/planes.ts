// The planes of a network: switches that links join, each plane with the ports of hosts on it, numbered for arithmetic.
import {
  blockOf,
  byteAt,
  type Fabric,
  itemAt,
  linkDevices,
  numberAt,
  signedAt,
  unsignedAt,
} from '../../../model/index.ts';

/** Switches that links between switches join, or hosts that are linked to each other directly. */
export interface Plane {
  /** Device ids by node. */
  readonly devices: Uint32Array;
  /** Hops from the nearest host, by node. */
  readonly tiers: Uint8Array;
  /** Whether the nodes themselves are halved: hosts linked directly, or switches of a network without hosts. */
  readonly isDirect: boolean;
  /** Whether it has hosts, at its ends or as its nodes. */
  readonly hasHosts: boolean;
  /** Whether its links don't join all of its nodes, even with nothing failed. */
  readonly isInParts: boolean;
  /** Links between two nodes, by place: link id and nodes. */
  readonly inner: { readonly links: Uint32Array; readonly from: Uint32Array; readonly to: Uint32Array };
  /** Links from a host to a node, by place: link id, node and the host's device id. */
  readonly access: { readonly links: Uint32Array; readonly at: Uint32Array; readonly hosts: Uint32Array };
  /** Inner links of each node. */
  neighbors(): Neighbors;
}

/** Inner links by node: the places `starts[node]` up to `starts[node + 1]`. */
export interface Neighbors {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  /** Place of the link among the inner ones. */
  readonly links: Uint32Array;
}

/** Calls a visitor for each link of a network, with the devices at its ends and whether they are hosts. */
type EachLink = (visit: (link: number, a: number, b: number, isHostA: boolean, isHostB: boolean) => void) => void;

/** The nodes of planes: switches, or hosts that are linked directly. */
interface Nodes {
  /** Devices by plane, in the order of their ids. */
  readonly members: readonly (readonly number[])[];
  /** Plane of each device, or -1. */
  readonly planeOf: Int32Array;
  /** Place of each device in its plane. */
  readonly nodeOf: Uint32Array;
  readonly innerLinks: number;
  readonly accessLinks: number;
}

/** The links of all planes, plane by plane; those of plane i are from `starts[i]` up to `starts[i + 1]`. */
interface PlaneLinks {
  readonly inner: Plane['inner'];
  readonly access: Plane['access'];
  readonly innerStarts: Uint32Array;
  readonly accessStarts: Uint32Array;
}

/** The planes of a network with nothing failed, in the order of their first devices, without those that no host reaches. */
export function planesOf(fabric: Fabric, network: number, tiers: Uint8Array): readonly Plane[] {
  const eachLink = countedLinks(fabric, network);
  const nodes = nodesOf(fabric.devices.count, eachLink);
  const links = linksByPlane(nodes, eachLink);
  const found = nodes.members.map((devices, plane): Plane => {
    const isHost = blockOf(fabric, numberAt(devices, 0)).kind === 'host';
    const inner = rowsOf(links.inner, links.innerStarts, plane);
    let known: Neighbors | undefined;
    return {
      devices: Uint32Array.from(devices),
      tiers: Uint8Array.from(devices, (device) => byteAt(tiers, device)),
      hasHosts: nodes.accessLinks > 0 || isHost,
      isInParts: false,
      isDirect: nodes.accessLinks === 0 || isHost,
      inner,
      access: rowsOf(links.access, links.accessStarts, plane),
      neighbors: () => (known ??= neighborsOf(devices.length, inner)),
    };
  });
  return found.filter((plane) => plane.isDirect || plane.access.links.length > 0);
}

/** Joins the devices that inner links connect, and numbers them. */
function nodesOf(devices: number, eachLink: EachLink): Nodes {
  const above = new Int32Array(devices).fill(-1);
  const rootOf = (device: number): number => {
    let at = device;
    while (above[at] !== at) at = above[at] = signedAt(above, signedAt(above, at));
    return at;
  };
  let [innerLinks, accessLinks] = [0, 0];
  eachLink((_, a, b, isHostA, isHostB) => {
    // The host of an access link isn't a node.
    if ((!isHostA || isHostB) && above[a] === -1) above[a] = a;
    if ((!isHostB || isHostA) && above[b] === -1) above[b] = b;
    if (isHostA !== isHostB) {
      accessLinks++;
      return;
    }
    innerLinks++;
    const [one, two] = [rootOf(a), rootOf(b)];
    // The smaller root wins, so that planes keep the order of their devices.
    if (one < two) above[two] = one;
    else above[one] = two;
  });
  const planeOf = new Int32Array(devices).fill(-1);
  const nodeOf = new Uint32Array(devices);
  const members: number[][] = [];
  for (let device = 0; device < devices; device++) {
    if (above[device] === -1) continue;
    const root = rootOf(device);
    if (root === device) planeOf[device] = members.push([]) - 1;
    const plane = signedAt(planeOf, root);
    planeOf[device] = plane;
    nodeOf[device] = itemAt(members, plane).push(device) - 1;
  }
  return { members, planeOf, nodeOf, innerLinks, accessLinks };
}

/** Sorts the links of a network by plane. */
function linksByPlane({ members, planeOf, nodeOf, innerLinks, accessLinks }: Nodes, eachLink: EachLink): PlaneLinks {
  const innerStarts = new Uint32Array(members.length + 1);
  const accessStarts = new Uint32Array(members.length + 1);
  eachLink((_, a, b, isHostA, isHostB) => {
    const starts = isHostA === isHostB ? innerStarts : accessStarts;
    const next = signedAt(planeOf, isHostA && !isHostB ? b : a) + 1;
    starts[next] = unsignedAt(starts, next) + 1;
  });
  for (let plane = 0; plane < members.length; plane++)
    for (const starts of [innerStarts, accessStarts])
      starts[plane + 1] = unsignedAt(starts, plane + 1) + unsignedAt(starts, plane);
  const inner = {
    links: new Uint32Array(innerLinks),
    from: new Uint32Array(innerLinks),
    to: new Uint32Array(innerLinks),
  };
  const access = {
    links: new Uint32Array(accessLinks),
    at: new Uint32Array(accessLinks),
    hosts: new Uint32Array(accessLinks),
  };
  const [nextInner, nextAccess] = [innerStarts.slice(), accessStarts.slice()];
  eachLink((link, a, b, isHostA, isHostB) => {
    if (isHostA === isHostB) {
      const plane = signedAt(planeOf, a);
      const at = unsignedAt(nextInner, plane);
      nextInner[plane] = at + 1;
      inner.links[at] = link;
      inner.from[at] = unsignedAt(nodeOf, a);
      inner.to[at] = unsignedAt(nodeOf, b);
      return;
    }
    const [host, device] = isHostA ? [a, b] : [b, a];
    const plane = signedAt(planeOf, device);
    const at = unsignedAt(nextAccess, plane);
    nextAccess[plane] = at + 1;
    access.links[at] = link;
    access.at[at] = unsignedAt(nodeOf, device);
    access.hosts[at] = host;
  });
  return { inner, access, innerStarts, accessStarts };
}

/** The rows of one plane in columns that are sorted by plane. */
function rowsOf<T extends Readonly<Record<string, Uint32Array>>>(columns: T, starts: Uint32Array, plane: number): T {
  const [start, end] = [unsignedAt(starts, plane), unsignedAt(starts, plane + 1)];
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.subarray(start, end)])) as T;
}

/** Links of a network that join two devices. */
function countedLinks(fabric: Fabric, network: number): EachLink {
  const isHost = Uint8Array.from(fabric.blocks, (block) => (block.kind === 'host' ? 1 : 0));
  const { block } = fabric.devices;
  const { from, to } = linkDevices(fabric);
  return (visit) => {
    for (const group of fabric.linkGroups) {
      if (group.network?.index !== network) continue;
      for (let link = group.first; link < group.first + group.count; link++) {
        const a = unsignedAt(from, link);
        const b = unsignedAt(to, link);
        if (a === b) continue;
        visit(link, a, b, isHost[unsignedAt(block, a)] === 1, isHost[unsignedAt(block, b)] === 1);
      }
    }
  };
}

/** Inner links by node. */
export function neighborsOf(nodes: number, { from, to }: Plane['inner']): Neighbors {
  const starts = new Uint32Array(nodes + 1);
  for (const side of [from, to]) for (const node of side) starts[node + 1] = unsignedAt(starts, node + 1) + 1;
  for (let node = 0; node < nodes; node++) starts[node + 1] = unsignedAt(starts, node + 1) + unsignedAt(starts, node);
  const next = starts.slice();
  const others = new Uint32Array(2 * from.length);
  const links = new Uint32Array(others.length);
  for (let i = 0; i < from.length; i++) {
    for (const [node, other] of [
      [unsignedAt(from, i), unsignedAt(to, i)],
      [unsignedAt(to, i), unsignedAt(from, i)],
    ] as const) {
      const at = unsignedAt(next, node);
      next[node] = at + 1;
      others[at] = other;
      links[at] = i;
    }
  }
  return { starts, others, links };
}

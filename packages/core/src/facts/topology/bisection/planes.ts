// The planes of a network: switches that links join, each plane with the ports of hosts on it, numbered for arithmetic.
import {
  blockOf,
  byteAt,
  type Fabric,
  fromDevice,
  itemAt,
  numberAt,
  signedAt,
  toDevice,
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

/** The planes of a network with nothing failed, in the order of their first devices, without those that no host reaches. */
export function planesOf(fabric: Fabric, network: number, tiers: Uint8Array): readonly Plane[] {
  const isHost = Uint8Array.from(fabric.blocks, (block) => (block.kind === 'host' ? 1 : 0));
  const hosts = (device: number): boolean => isHost[unsignedAt(fabric.devices.block, device)] === 1;
  const above = new Int32Array(fabric.devices.count).fill(-1);
  const rootOf = (device: number): number => {
    let at = device;
    while (above[at] !== at) at = above[at] = signedAt(above, signedAt(above, at));
    return at;
  };
  let [inner, access] = [0, 0];
  eachLink(fabric, network, (_, a, b) => {
    const [hostA, hostB] = [hosts(a), hosts(b)];
    for (const [device, other] of [
      [a, hostA && !hostB],
      [b, hostB && !hostA],
    ] as const)
      if (!other && above[device] === -1) above[device] = device;
    if (hostA !== hostB) access++;
    else {
      inner++;
      const [one, two] = [rootOf(a), rootOf(b)];
      // The smaller root wins, so that planes keep the order of their devices.
      if (one < two) above[two] = one;
      else above[one] = two;
    }
  });
  const planeOf = new Int32Array(fabric.devices.count).fill(-1);
  const nodeOf = new Uint32Array(fabric.devices.count);
  const members: number[][] = [];
  for (let device = 0; device < fabric.devices.count; device++) {
    if (above[device] === -1) continue;
    const root = rootOf(device);
    if (root === device) planeOf[device] = members.push([]) - 1;
    const plane = signedAt(planeOf, root);
    planeOf[device] = plane;
    nodeOf[device] = itemAt(members, plane).push(device) - 1;
  }
  const rows = {
    inner: { links: new Uint32Array(inner), from: new Uint32Array(inner), to: new Uint32Array(inner) },
    access: { links: new Uint32Array(access), at: new Uint32Array(access), hosts: new Uint32Array(access) },
  };
  const starts = { inner: new Uint32Array(members.length + 1), access: new Uint32Array(members.length + 1) };
  eachLink(fabric, network, (_, a, b) => {
    const of = hosts(a) === hosts(b) ? starts.inner : starts.access;
    const next = signedAt(planeOf, hosts(a) ? (hosts(b) ? a : b) : a) + 1;
    of[next] = unsignedAt(of, next) + 1;
  });
  for (let plane = 0; plane < members.length; plane++)
    for (const each of [starts.inner, starts.access])
      each[plane + 1] = unsignedAt(each, plane + 1) + unsignedAt(each, plane);
  const next = { inner: starts.inner.slice(), access: starts.access.slice() };
  eachLink(fabric, network, (link, a, b) => {
    const [hostA, hostB] = [hosts(a), hosts(b)];
    if (hostA === hostB) {
      const plane = signedAt(planeOf, a);
      const at = unsignedAt(next.inner, plane);
      next.inner[plane] = at + 1;
      rows.inner.links[at] = link;
      rows.inner.from[at] = unsignedAt(nodeOf, a);
      rows.inner.to[at] = unsignedAt(nodeOf, b);
      return;
    }
    const [host, device] = hostA ? [a, b] : [b, a];
    const plane = signedAt(planeOf, device);
    const at = unsignedAt(next.access, plane);
    next.access[plane] = at + 1;
    rows.access.links[at] = link;
    rows.access.at[at] = unsignedAt(nodeOf, device);
    rows.access.hosts[at] = host;
  });
  const found = members.map((devices, plane): Plane => {
    const part = <T extends Record<string, Uint32Array>>(of: T, from: Uint32Array): T =>
      Object.fromEntries(
        Object.entries(of).map(([key, all]) => [
          key,
          all.subarray(unsignedAt(from, plane), unsignedAt(from, plane + 1)),
        ]),
      ) as T;
    const first = numberAt(devices, 0);
    const own = part(rows.inner, starts.inner);
    let known: Neighbors | undefined;
    return {
      devices: Uint32Array.from(devices),
      tiers: Uint8Array.from(devices, (device) => byteAt(tiers, device)),
      hasHosts: access > 0 || blockOf(fabric, first).kind === 'host',
      isInParts: false,
      isDirect: access === 0 || blockOf(fabric, first).kind === 'host',
      inner: own,
      access: part(rows.access, starts.access),
      neighbors: () => (known ??= neighborsOf(devices.length, own)),
    };
  });
  return found.filter((plane) => plane.isDirect || plane.access.links.length > 0);
}

/** Links of a network that join two devices. */
function eachLink(fabric: Fabric, network: number, visit: (link: number, a: number, b: number) => void): void {
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    for (let link = group.first; link < group.first + group.count; link++) {
      const a = fromDevice(fabric, link);
      const b = toDevice(fabric, link);
      if (a !== b) visit(link, a, b);
    }
  }
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

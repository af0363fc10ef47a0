// Parts of planes that no link joins: what a failure leaves of a plane, and parts that were drawn apart.
import { itemAt, numberAt, realAt, unsignedAt } from '../../../model/index.ts';
import { same } from '../../../units/index.ts';
import type { LivePlane } from './live-plane.ts';
import { neighborsOf, type Plane } from './planes.ts';

/** For each node of a plane the representative of its part: working links join the nodes of a part. */
function livePartsOf({ plane: { inner, devices }, rates }: LivePlane): Uint32Array {
  const above = Uint32Array.from(devices, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (above[at] !== at) at = above[at] = unsignedAt(above, unsignedAt(above, at));
    return at;
  };
  for (let i = 0; i < rates.length; i++)
    if (realAt(rates, i) > 0) above[rootOf(unsignedAt(inner.from, i))] = rootOf(unsignedAt(inner.to, i));
  return above.map((_, node) => rootOf(node));
}

/** How many parts of a plane have something to halve, where whole parts make two equal halves; otherwise undefined. */
export function partsThatHalve(live: LivePlane): number | undefined {
  const parts = new Map<number, number>();
  for (const [node, root] of livePartsOf(live).entries())
    if (realAt(live.weights, node) > 0) parts.set(root, (parts.get(root) ?? 0) + realAt(live.weights, node));
  return parts.size > 1 && canBeHalved([...parts.values()]) ? parts.size : undefined;
}

/** Whether some of these add up to half of all, taking the largest that fits first. */
export function canBeHalved(weights: readonly number[]): boolean {
  const half = weights.reduce((all, each) => all + each, 0) / 2;
  let taken = 0;
  for (const each of [...weights].sort((a, b) => b - a))
    if (taken + each <= half || same(taken + each, half)) taken += each;
  return same(taken, half);
}

/**
 * Planes with those put together that have no host in common and reach all hosts only together: they are one plane in parts,
 * and halved as one. Where that does not come out, they stay as they are.
 */
export function joinApart(planes: readonly Plane[]): readonly Plane[] {
  if (planes.length < 2 || planes.some(({ isDirect }) => isDirect)) return planes;
  const hostsOf = planes.map(({ access }) => new Set(access.hosts));
  const all = new Set(hostsOf.flatMap((hosts) => [...hosts])).size;
  const groups: { readonly planes: number[]; readonly hosts: Set<number> }[] = [];
  for (const [plane, hosts] of hostsOf.entries()) {
    const group = groups.find((each) => each.hosts.size < all && ![...hosts].some((host) => each.hosts.has(host)));
    if (group === undefined) groups.push({ planes: [plane], hosts: new Set(hosts) });
    else {
      group.planes.push(plane);
      for (const host of hosts) group.hosts.add(host);
    }
  }
  if (groups.some(({ hosts }) => hosts.size < all)) return planes;
  return groups.map((group) => joined(group.planes.map((each) => itemAt(planes, each))));
}

function joined(planes: readonly Plane[]): Plane {
  const [only] = planes;
  if (only !== undefined && planes.length === 1) return only;
  const firsts: number[] = [];
  let nodes = 0;
  for (const { devices } of planes) {
    firsts.push(nodes);
    nodes += devices.length;
  }
  const moved = (of: (plane: Plane) => Uint32Array): Uint32Array =>
    Uint32Array.from(planes.flatMap((plane, i) => [...of(plane)].map((node) => node + numberAt(firsts, i))));
  const all = (of: (plane: Plane) => Uint32Array): Uint32Array =>
    Uint32Array.from(planes.flatMap((each) => [...of(each)]));
  return withNeighbors({
    devices: all(({ devices }) => devices),
    tiers: Uint8Array.from(planes.flatMap(({ tiers }) => [...tiers])),
    isDirect: false,
    hasHosts: true,
    isInParts: true,
    inner: {
      links: all(({ inner }) => inner.links),
      from: moved(({ inner }) => inner.from),
      to: moved(({ inner }) => inner.to),
    },
    access: {
      links: all(({ access }) => access.links),
      at: moved(({ access }) => access.at),
      hosts: all(({ access }) => access.hosts),
    },
  });
}

function withNeighbors(plane: Omit<Plane, 'neighbors'>): Plane {
  let known: ReturnType<Plane['neighbors']> | undefined;
  return { ...plane, neighbors: () => (known ??= neighborsOf(plane.devices.length, plane.inner)) };
}

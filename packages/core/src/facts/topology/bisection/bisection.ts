// The bisection of a network: that of each plane, and their sum.

import { type Derivation, derived, figure, sum, times, unknown } from '../../../figures/derivation.ts';
import { deviceName, type Fabric, type Group, nameOf, numberAt, unsignedAt } from '../../../model/index.ts';
import { same } from '../../../units/index.ts';
import { between, type PlaneBisection } from './plane-bisection.ts';
import { canBeHalved } from './plane-parts.ts';
import type { Plane } from './planes.ts';

/** A plane with its bisection. */
export interface HalvedPlane {
  readonly plane: Plane;
  readonly bisection: PlaneBisection;
  /** All weights of what is halved: see `LivePlane`. */
  readonly weight: number;
}

/** The planes of a network, and how hosts join them, which doesn't depend on failures. */
export interface HalvedNetwork {
  readonly planes: readonly HalvedPlane[];
  /** The part that each plane belongs to, by plane: hosts join planes to parts. */
  readonly partOf: readonly number[];
  /** Whether some hosts are not on all planes of their part, so that the other planes don't carry their traffic. */
  readonly differ: boolean;
}

/** How hosts join planes. */
export function joinedPlanes(planes: readonly Plane[]): Pick<HalvedNetwork, 'partOf' | 'differ'> {
  if (planes.length < 2) return { partOf: planes.map((_, i) => i), differ: false };
  const above = planes.map((_, i) => i);
  const rootOf = (plane: number): number => {
    let at = plane;
    while (above[at] !== at) at = above[at] = numberAt(above, numberAt(above, at));
    return at;
  };
  const last = new Map<number, number>();
  const sizes = planes.map((plane, i) => {
    let size = 0;
    for (const host of plane.isDirect ? plane.devices : plane.access.hosts) {
      const before = last.get(host);
      if (before === i) continue;
      size++;
      if (before !== undefined) above[rootOf(i)] = rootOf(before);
      last.set(host, i);
    }
    return size;
  });
  const partOf = planes.map((_, i) => rootOf(i));
  const hosts = new Map<number, number>();
  for (const plane of last.values()) {
    const part = numberAt(partOf, plane);
    hosts.set(part, (hosts.get(part) ?? 0) + 1);
  }
  return { partOf, differ: sizes.some((size, i) => size < (hosts.get(numberAt(partOf, i)) as number)) };
}

/** Planes that are listed one by one. */
const maxPlanes = 8;

/**
 * The bisection of a network from those of its planes. Hosts send over all planes they are on at once, each of which may have a
 * halving of its own as its worst; their sum is what any two halves can exchange.
 */
export function bisectionOf(fabric: Fabric, name: string, label: string, network: HalvedNetwork): Derivation {
  const { planes, partOf, differ } = network;
  const [only] = planes;
  if (only === undefined) return unknown(label, 'bit rate', `${name} links nothing`);
  // There is nothing to halve.
  if (planes.some(({ bisection }) => !Number.isFinite(bisection.most)))
    return unknown(label, 'bit rate', `${name} links no hosts`);
  if (planes.length === 1) return only.bisection.derive(label);
  const least = planes.reduce((all, { bisection }) => all + bisection.least, 0);
  const most = planes.reduce((all, { bisection }) => all + bisection.most, 0);
  const parts = new Map<number, number>();
  for (const [i, { weight }] of planes.entries()) {
    const part = numberAt(partOf, i);
    parts.set(part, (parts.get(part) ?? 0) + weight);
  }
  if (parts.size > 1) {
    // Whole parts on either side have nothing between them.
    if (canBeHalved([...parts.values()]))
      return derived(label, 'bit rate', 'no link joins its parts', [figure('parts', 'count', parts.size)], 0);
    return between(label, `no link joins the ${parts.size} parts of ${name}`, { least: 0, most });
  }
  if (differ) return between(label, `the planes of ${name} do not reach the same hosts`, { least: 0, most });
  const terms = termsOf(fabric, planes);
  if (terms.every(({ value }) => !Number.isNaN(value))) return sum(label, 'bit rate', 'sum of its planes', terms);
  const why = terms.find((term) => term.unknown !== undefined);
  const reason = why?.bounds === undefined ? why?.unknown : why.unknown?.replace(/: it is at .*$/, '');
  return { ...between(label, reason ?? 'a plane is unknown', { least, most }), terms };
}

/** The bisection of each plane; where there are many, one term for equal ones. */
function termsOf(fabric: Fabric, planes: readonly HalvedPlane[]): Derivation[] {
  const all = planes.map(({ plane, bisection }) => bisection.derive(`bisection of ${planeName(fabric, plane)}`));
  if (all.length <= maxPlanes) return all;
  const alike: { readonly term: Derivation; count: number }[] = [];
  for (const term of all) {
    const known = alike.find((each) => same(each.term.value, term.value) && each.term.formula === term.formula);
    if (known === undefined) alike.push({ term, count: 1 });
    else known.count++;
  }
  return alike.map(({ term, count }) =>
    count === 1 ? term : times(count, { ...term, label: `${term.label} and each plane like it` }),
  );
}

/** `backend.plane[2]`, or the plane of its first switch. */
function planeName(fabric: Fabric, { devices }: Plane): string {
  const blocks = new Set([...devices].map((device) => unsignedAt(fabric.devices.block, device)));
  let common: Group | undefined;
  for (const [i, block] of [...blocks].entries()) {
    const own = fabric.blocks[block]?.group;
    common = i === 0 ? own : shared(common, own);
  }
  return common?.kind === 'template'
    ? nameOf(fabric, 'group', common.index)
    : `the plane of ${deviceName(fabric, unsignedAt(devices, 0))}`;
}

/** The innermost scope that holds both. */
function shared(a: Group | undefined, b: Group | undefined): Group | undefined {
  for (let one = a; one !== undefined; one = one.parent)
    for (let other = b; other !== undefined; other = other.parent) if (one === other) return one;
  return undefined;
}

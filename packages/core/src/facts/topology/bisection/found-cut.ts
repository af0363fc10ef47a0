// Halvings that are found: each is a real one, so that the bisection is no more than what the best of them cuts.
import { byteAt, numberAt, realAt, unsignedAt } from '../../../model/index.ts';
import { same } from '../../../units/index.ts';
import type { LivePlane } from './live-plane.ts';
import type { Plane } from './planes.ts';
import type { Shape } from './shapes.ts';
import type { TierFlow } from './tier-flow.ts';

/** Nodes of which all halvings are tried. */
export const maxForAll = 16;
/** Links up to which a halving is improved node by node. */
const maxToImprove = 300_000;
/** Rounds of improving. */
const maxRounds = 8;

/** One flag a node: its side of the cut. */
type Sides = Uint8Array;

/**
 * What a halving cuts, in bit/s. Where ports are halved, those on the wrong side of their switch are cut too; where nodes
 * are, a halving is none unless the sides are as equal as can be.
 */
function cutBy({ plane, rates, weights, weight }: LivePlane, sides: Sides): number {
  const { from, to } = plane.inner;
  let cut = 0;
  for (let i = 0; i < rates.length; i++)
    if (sides[unsignedAt(from, i)] !== sides[unsignedAt(to, i)]) cut += realAt(rates, i);
  let on = 0;
  for (let node = 0; node < sides.length; node++) if (sides[node] === 1) on += realAt(weights, node);
  return cut + apart(plane, on, weight);
}

function apart({ isDirect }: Plane, on: number, weight: number): number {
  const off = Math.abs(on - weight / 2);
  if (!isDirect) return off;
  return off <= 0.5 ? 0 : Number.POSITIVE_INFINITY;
}

/** The thinnest cut of all halvings of a small plane, in bit/s; a node at a time changes sides. */
export function thinnestOfAll(live: LivePlane): number {
  const { plane, rates, weights, weight } = live;
  const nodes = weights.length;
  const between = Array.from({ length: nodes }, () => new Float64Array(nodes));
  for (let i = 0; i < rates.length; i++) {
    const [a, b] = [unsignedAt(plane.inner.from, i), unsignedAt(plane.inner.to, i)];
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = between[one] as Float64Array;
      row[other] = realAt(row, other) + realAt(rates, i);
    }
  }
  const sides = new Uint8Array(nodes);
  let cut = 0;
  let on = 0;
  let least = apart(plane, 0, weight);
  // The last node stays: swapped sides are the same cut.
  for (let step = 1; step < 2 ** (nodes - 1); step++) {
    const node = 31 - Math.clz32(step & -step);
    const row = between[node] as Float64Array;
    const was = byteAt(sides, node);
    for (let other = 0; other < nodes; other++)
      if (other !== node) cut += sides[other] === was ? realAt(row, other) : -realAt(row, other);
    sides[node] = 1 - was;
    on += (was === 0 ? 1 : -1) * realAt(weights, node);
    least = Math.min(least, cut + apart(plane, on, weight));
  }
  return Math.max(0, least);
}

/** The smallest of the cuts of a shape along its dimensions, which are all equal with nothing failed; in bit/s. */
export function thinnestOfShape(live: LivePlane, { order, sizes, dimensions }: Shape): number {
  let least = Number.POSITIVE_INFINITY;
  const sides = new Uint8Array(order.length);
  const lost: number[] = [];
  for (let i = 0; i < live.rates.length; i++) if (live.rates[i] === 0) lost.push(i);
  const place = new Uint32Array(order.length);
  for (const [i, node] of order.entries()) place[node] = i;
  for (const dimension of dimensions) {
    const size = numberAt(sizes, dimension);
    const stride = sizes.slice(dimension + 1).reduce((all, each) => all * each, 1);
    const half = Math.floor(size / 2);
    const at = (node: number, shift: number): number =>
      (Math.floor(unsignedAt(place, node) / stride) + shift) % size < half ? 1 : 0;
    // The shift that cuts most of the failed links is found without the working ones.
    let best = { shift: 0, gone: -1 };
    for (let shift = 0; shift < size; shift++) {
      let gone = 0;
      for (const i of lost)
        if (at(unsignedAt(live.plane.inner.from, i), shift) !== at(unsignedAt(live.plane.inner.to, i), shift)) gone++;
      if (gone > best.gone) best = { shift, gone };
      if (lost.length * shift > 1e7) break;
    }
    for (let node = 0; node < sides.length; node++) sides[node] = at(node, best.shift);
    least = Math.min(least, cutBy(live, sides));
  }
  return least;
}

/**
 * The thinnest of some halvings, in bit/s: the nodes whose ports can send least against the others, parts of the plane
 * kept whole; and the nodes as they are numbered.
 * @param least no halving cuts less, so that one which cuts no more is the thinnest
 */
export function thinnestFound(live: LivePlane, flow: TierFlow | undefined, least: number): number {
  const { plane } = live;
  let best: { sides: Sides; cut: number } | undefined;
  for (const order of ordersOf(live, flow))
    for (const sides of placed(live, order)) {
      const cut = cutBy(live, sides);
      if (cut <= least || same(cut, least)) return cut;
      if (best === undefined || cut < best.cut) best = { sides, cut };
    }
  if (best === undefined) return Number.POSITIVE_INFINITY;
  if (plane.isDirect || plane.inner.links.length > maxToImprove) return best.cut;
  improve(live, best.sides);
  return Math.min(best.cut, cutBy(live, best.sides));
}

/** Nodes with ports, in orders whose first half may have few links to the rest. */
function* ordersOf(live: LivePlane, flow: TierFlow | undefined): Iterable<readonly number[]> {
  const { weights, plane } = live;
  const ends = [...weights.keys()].filter((node) => realAt(weights, node) > 0);
  if (flow !== undefined) yield byParts(live, flow, ends);
  yield ends;
  yield walked(plane, ends);
}

/** In the order in which a walk from the first node meets them. */
function walked(plane: Plane, ends: readonly number[]): number[] {
  const { starts, others } = plane.neighbors();
  const isEnd = new Uint8Array(plane.devices.length);
  for (const node of ends) isEnd[node] = 1;
  const seen = new Uint8Array(plane.devices.length);
  const order: number[] = [];
  for (const first of ends) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    order.push(first);
    for (let i = order.length - 1; i < order.length; i++) {
      const node = numberAt(order, i);
      for (let at = unsignedAt(starts, node); at < unsignedAt(starts, node + 1); at++) {
        const other = unsignedAt(others, at);
        if (seen[other] === 1) continue;
        seen[other] = 1;
        order.push(other);
      }
    }
  }
  return order.filter((node) => isEnd[node] === 1);
}

/** Parts that are connected below each tier kept whole, those that can send the smallest share of their injection first. */
function byParts({ plane, weights, rates }: LivePlane, { shares }: TierFlow, ends: readonly number[]): number[] {
  const { inner, tiers } = plane;
  const top = tiers.reduce((most, tier) => Math.max(most, tier), 0);
  const above = Uint32Array.from(tiers, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (above[at] !== at) at = above[at] = unsignedAt(above, unsignedAt(above, at));
    return at;
  };
  /** For each node of each level: how much of what its part injects it can send, and the part. */
  const levels: { readonly share: Float64Array; readonly part: Uint32Array }[] = [];
  for (let tier = 1; tier < top; tier++) {
    for (let i = 0; i < rates.length; i++) {
      const [a, b] = [unsignedAt(inner.from, i), unsignedAt(inner.to, i)];
      if (Math.max(byteAt(tiers, a), byteAt(tiers, b)) === tier && realAt(rates, i) > 0) above[rootOf(a)] = rootOf(b);
    }
    const part = Uint32Array.from(tiers, (_, node) => rootOf(node));
    const sent = new Float64Array(tiers.length);
    const all = new Float64Array(tiers.length);
    for (const node of ends) {
      const root = unsignedAt(part, node);
      sent[root] = realAt(sent, root) + realAt(weights, node) * realAt(shares, node);
      all[root] = realAt(all, root) + realAt(weights, node);
    }
    levels.unshift({ share: sent.map((each, root) => each / realAt(all, root)), part });
  }
  return [...ends].sort((a, b) => {
    for (const { share, part } of levels) {
      const [one, other] = [unsignedAt(part, a), unsignedAt(part, b)];
      if (one === other) continue;
      return realAt(share, one) - realAt(share, other) || one - other;
    }
    return a - b;
  });
}

/**
 * Halvings with the first half of an order on one side. Nodes without ports go with most of their links to the tier below,
 * up to some tier; those above are on the other side.
 */
function* placed({ plane, rates, weights, weight }: LivePlane, order: readonly number[]): Iterable<Sides> {
  const { inner, tiers, isDirect } = plane;
  const base = new Uint8Array(weights.length);
  let on = 0;
  for (const node of order) {
    const next = on + realAt(weights, node);
    // A node with more than half of its ports on the wrong side moves to the other.
    if (isDirect ? next > weight / 2 + 0.5 : next - weight / 2 > weight / 2 - on) break;
    base[node] = 1;
    on = next;
  }
  yield base;
  if (isDirect) return;
  const top = tiers.reduce((most, tier) => Math.max(most, tier), 0);
  const sides = base.slice();
  for (let tier = 2; tier <= top; tier++) {
    const lean = new Float64Array(weights.length);
    for (let i = 0; i < rates.length; i++) {
      const [a, b] = [unsignedAt(inner.from, i), unsignedAt(inner.to, i)];
      if (Math.max(byteAt(tiers, a), byteAt(tiers, b)) !== tier || tiers[a] === tiers[b]) continue;
      const [lower, upper] = byteAt(tiers, a) < byteAt(tiers, b) ? [a, b] : [b, a];
      lean[upper] = realAt(lean, upper) + (sides[lower] === 1 ? 1 : -1) * realAt(rates, i);
    }
    for (let node = 0; node < sides.length; node++)
      if (tiers[node] === tier && weights[node] === 0) sides[node] = realAt(lean, node) > 0 ? 1 : 0;
    yield sides.slice();
  }
}

/** Moves nodes to the other side as long as that cuts less. */
function improve({ plane, rates, weights, weight }: LivePlane, sides: Sides): void {
  const { starts, others, links } = plane.neighbors();
  let on = 0;
  for (let node = 0; node < sides.length; node++) if (sides[node] === 1) on += realAt(weights, node);
  for (let round = 0; round < maxRounds; round++) {
    let moved = false;
    for (let node = 0; node < sides.length; node++) {
      let more = 0;
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
        more += (sides[unsignedAt(others, i)] === sides[node] ? 1 : -1) * realAt(rates, unsignedAt(links, i));
      const then = on + (sides[node] === 1 ? -1 : 1) * realAt(weights, node);
      more += Math.abs(then - weight / 2) - Math.abs(on - weight / 2);
      if (more >= -1e-9 * weight) continue;
      sides[node] = 1 - byteAt(sides, node);
      on = then;
      moved = true;
    }
    if (!moved) return;
  }
}

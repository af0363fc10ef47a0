// What tiers carry: every host port sends evenly over all links away from it, up to the switches on top and down again.
import { byteAt, itemAt, numberAt, realAt, unsignedAt } from '../../../model/index.ts';
import { same } from '../../../units/index.ts';
import type { LivePlane } from './live-plane.ts';

/** What the tiers of a plane carry. Rates in bit/s. */
export interface TierFlow {
  /** Bandwidth of the links of the hosts, and of those between each tier and the next. */
  readonly cuts: readonly number[];
  /** Whether some links join switches of one tier. */
  readonly hasLevelLinks: boolean;
  /** Share of what its ports inject that a node can send up to the top, by node. */
  readonly shares: Float64Array;
  /** Whether the traffic of every node spreads equally over the switches on top. */
  readonly isEven: boolean;
  /**
   * What any half of the ports can send to the other half, where the spread is even: the half with the least bandwidth. What
   * goes up from one half and what comes down to the other then meet at each switch on top in equal parts (Valiant).
   */
  readonly least: number;
  /** What the ports of each node of that half can send, and at what rate they inject, in bit/s. */
  readonly half: readonly Sent[];
}

/** Ports of a node that are in the half with the least bandwidth; rates in bit/s. */
export interface Sent {
  readonly node: number;
  readonly injected: number;
  readonly sent: number;
}

/** Marks that distinguish spreads; two, so that a coincidence is ruled out. */
const marks = 2;

export function tierFlow(live: LivePlane): TierFlow | undefined {
  const { plane, rates, weights, weight } = live;
  if (plane.isDirect) return undefined;
  const { tiers, inner, devices } = plane;
  const nodes = devices.length;
  const top = tiers.reduce((most, tier) => Math.max(most, tier), 0);
  const cuts = new Array<number>(top).fill(0);
  cuts[0] = weight;
  let hasLevelLinks = false;
  const up = new Float64Array(nodes);
  const byTier: number[][] = Array.from({ length: top + 1 }, () => []);
  for (let i = 0; i < rates.length; i++) {
    const [a, b] = [unsignedAt(inner.from, i), unsignedAt(inner.to, i)];
    const [tierA, tierB] = [byteAt(tiers, a), byteAt(tiers, b)];
    const rate = realAt(rates, i);
    if (tierA === tierB) {
      if (rate > 0) hasLevelLinks = true;
      continue;
    }
    const lower = tierA < tierB ? a : b;
    const tier = Math.min(tierA, tierB);
    up[lower] = realAt(up, lower) + rate;
    cuts[tier] = numberAt(cuts, tier) + rate;
    if (rate > 0) itemAt(byTier, tier).push(i);
  }
  const ends = (i: number): readonly [lower: number, upper: number] => {
    const [a, b] = [unsignedAt(inner.from, i), unsignedAt(inner.to, i)];
    return byteAt(tiers, a) < byteAt(tiers, b) ? [a, b] : [b, a];
  };
  const load = Float64Array.from(weights);
  const passed = new Float64Array(nodes).fill(1);
  for (let tier = 1; tier < top; tier++) {
    for (let node = 0; node < nodes; node++)
      if (tiers[node] === tier && realAt(load, node) > realAt(up, node) && realAt(up, node) > 0)
        passed[node] = realAt(up, node) / realAt(load, node);
    for (const i of itemAt(byTier, tier)) {
      const [lower, upper] = ends(i);
      const part = realAt(rates, i) / realAt(up, lower);
      load[upper] = realAt(load, upper) + realAt(load, lower) * realAt(passed, lower) * part;
    }
  }
  // From the top down: which share gets there, and a mark of where it gets to.
  const share = new Float64Array(nodes);
  const spread = Array.from({ length: marks }, () => new Float64Array(nodes));
  for (let node = 0; node < nodes; node++) {
    if (realAt(up, node) > 0) continue;
    share[node] = 1;
    for (const [mark, each] of spread.entries()) each[node] = markOf(unsignedAt(devices, node), mark);
  }
  for (let tier = top - 1; tier >= 1; tier--)
    for (const i of itemAt(byTier, tier)) {
      const [lower, upper] = ends(i);
      const part = (realAt(passed, lower) * realAt(rates, i)) / realAt(up, lower);
      share[lower] = realAt(share, lower) + part * realAt(share, upper);
      for (const each of spread) each[lower] = realAt(each, lower) + part * realAt(each, upper);
    }
  const isEven = spread.every((each) => {
    let first: number | undefined;
    for (let node = 0; node < nodes; node++) {
      if (realAt(weights, node) === 0) continue;
      const mark = realAt(each, node) / realAt(share, node);
      first ??= mark;
      if (!same(mark, first)) return false;
    }
    return true;
  });
  const half = isEven ? thinnestHalf(live, share) : [];
  return { cuts, hasLevelLinks, shares: share, isEven, least: half.reduce((all, { sent }) => all + sent, 0), half };
}

/** The half of the ports with the smallest shares: what it can send, node by node. */
function thinnestHalf({ weights, weight }: LivePlane, shares: Float64Array): Sent[] {
  const nodes = [...weights.keys()].filter((node) => realAt(weights, node) > 0);
  nodes.sort((a, b) => realAt(shares, a) - realAt(shares, b));
  let left = weight / 2;
  const half: Sent[] = [];
  for (const node of nodes) {
    const injected = Math.min(left, realAt(weights, node));
    half.push({ node, injected, sent: injected * realAt(shares, node) });
    left -= injected;
    if (left <= 0) break;
  }
  return half;
}

/** A number between one and two that looks like chance and is always the same. */
function markOf(device: number, mark: number): number {
  let h = Math.imul(device + 1, 0x9e3779b1) ^ Math.imul(mark + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return 1 + ((h ^ (h >>> 15)) >>> 0) / 0x100000000;
}

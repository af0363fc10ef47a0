// What tiers carry: every host port sends evenly over all links away from it, up to the switches on top and down again.
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
  /** Whether what any node sends spreads in the same way over the switches on top. */
  readonly isEven: boolean;
  /**
   * What any half of the ports can send to the other half, where the spread is even: the half with the thinnest ways. What
   * goes up from one half and what comes down to the other then meet at each switch on top in equal parts (Valiant).
   */
  readonly least: number;
  /** What the ports of each node of that half can send, and at what rate they inject, in bit/s. */
  readonly half: readonly Sent[];
}

/** Ports of a node that are in the half with the thinnest ways; rates in bit/s. */
export interface Sent {
  readonly node: number;
  readonly injected: number;
  readonly sent: number;
}

/** Marks that tell spreads apart; two, so that chance has no say. */
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
    const [a, b] = [inner.from[i] as number, inner.to[i] as number];
    const [tierA, tierB] = [tiers[a] as number, tiers[b] as number];
    const rate = rates[i] as number;
    if (tierA === tierB) {
      if (rate > 0) hasLevelLinks = true;
      continue;
    }
    const lower = tierA < tierB ? a : b;
    const tier = Math.min(tierA, tierB);
    up[lower] = (up[lower] as number) + rate;
    cuts[tier] = (cuts[tier] as number) + rate;
    if (rate > 0) (byTier[tier] as number[]).push(i);
  }
  const ends = (i: number): readonly [lower: number, upper: number] => {
    const [a, b] = [inner.from[i] as number, inner.to[i] as number];
    return (tiers[a] as number) < (tiers[b] as number) ? [a, b] : [b, a];
  };
  const load = Float64Array.from(weights);
  const passed = new Float64Array(nodes).fill(1);
  for (let tier = 1; tier < top; tier++) {
    for (let node = 0; node < nodes; node++)
      if (tiers[node] === tier && (load[node] as number) > (up[node] as number) && (up[node] as number) > 0)
        passed[node] = (up[node] as number) / (load[node] as number);
    for (const i of byTier[tier] as number[]) {
      const [lower, upper] = ends(i);
      const part = (rates[i] as number) / (up[lower] as number);
      load[upper] = (load[upper] as number) + (load[lower] as number) * (passed[lower] as number) * part;
    }
  }
  // From the top down: which share gets there, and a mark of where it gets to.
  const share = new Float64Array(nodes);
  const spread = Array.from({ length: marks }, () => new Float64Array(nodes));
  for (let node = 0; node < nodes; node++) {
    if ((up[node] as number) > 0) continue;
    share[node] = 1;
    for (const [mark, each] of spread.entries()) each[node] = markOf(devices[node] as number, mark);
  }
  for (let tier = top - 1; tier >= 1; tier--)
    for (const i of byTier[tier] as number[]) {
      const [lower, upper] = ends(i);
      const part = ((passed[lower] as number) * (rates[i] as number)) / (up[lower] as number);
      share[lower] = (share[lower] as number) + part * (share[upper] as number);
      for (const each of spread) each[lower] = (each[lower] as number) + part * (each[upper] as number);
    }
  const isEven = spread.every((each) => {
    let first: number | undefined;
    for (let node = 0; node < nodes; node++) {
      if ((weights[node] as number) === 0) continue;
      const mark = (each[node] as number) / (share[node] as number);
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
  const nodes = [...weights.keys()].filter((node) => (weights[node] as number) > 0);
  nodes.sort((a, b) => (shares[a] as number) - (shares[b] as number));
  let left = weight / 2;
  const half: Sent[] = [];
  for (const node of nodes) {
    const injected = Math.min(left, weights[node] as number);
    half.push({ node, injected, sent: injected * (shares[node] as number) });
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

// Links between the same two boxes, counted by kind. One pass over the links, no object for each.
import {
  type Facts,
  fromDevice,
  groupOfLink,
  type LinkBudget,
  linkFaults,
  signedAt,
  toDevice,
  unsignedAt,
} from '@lightloom/core';
import { patternOf } from './bundle-text.ts';
import type { Bundle, Strand } from './strands.ts';

/** How links are counted. */
export interface BundleOptions {
  /** Index of the box of each device, or -1. */
  readonly of: Int32Array;
  /** How many boxes there are. */
  readonly boxes: number;
  /** Networks whose links count; all when undefined. */
  readonly networks: ReadonlySet<number> | undefined;
  /** Whether links of different networks are in separate bundles. */
  readonly perNetwork: boolean;
}

/** The bundles between boxes, by what `bundleFinder` gives for a link. */
export function bundlesOf(
  facts: Facts,
  { of, boxes, networks, perNetwork }: BundleOptions,
): ReadonlyMap<string | number, Bundle> {
  const { fabric, links, optics } = facts;
  const { device } = fabric.cages;
  const { cage } = fabric.ports;
  const { block } = fabric.devices;
  const kinds = kindsOf(facts);
  const bundles = new Map<string | number, Bundle>();
  for (const group of fabric.linkGroups) {
    if (networks !== undefined && !(group.network !== undefined && networks.has(group.network.index))) continue;
    const prefix = perNetwork ? `${group.network?.index} ` : '';
    const pattern = patternOf(group);
    // Most links follow one of their own kind: looking up is rare.
    let lastKey = -1;
    let lastKind = -1;
    let bundle: Bundle | undefined;
    let strand: Strand | undefined;
    for (let link = group.first; link < group.first + group.count; link++) {
      const a = unsignedAt(device, unsignedAt(cage, unsignedAt(fabric.links.from, link)));
      const b = unsignedAt(device, unsignedAt(cage, unsignedAt(fabric.links.to, link)));
      const from = signedAt(of, a);
      const to = signedAt(of, b);
      if (from < 0 || to < 0) continue;
      const key = from < to ? from * boxes + to : to * boxes + from;
      const index = unsignedAt(links.of, link);
      const kind = unsignedAt(kinds, index);
      if (key !== lastKey || bundle === undefined) {
        const name = perNetwork ? prefix + key : key;
        bundle = bundles.get(name);
        if (bundle === undefined) bundles.set(name, (bundle = { from, to, strands: new Map(), between: 0 }));
        strand = undefined;
      }
      if (kind !== lastKind || strand === undefined) {
        strand = bundle.strands.get(kind);
        if (strand === undefined) {
          strand = { kind, budget: optics.budgets[index] as LinkBudget, group, patterns: new Set(), count: 0 };
          bundle.strands.set(kind, strand);
        }
        strand.patterns.add(pattern);
      }
      lastKey = key;
      lastKind = kind;
      strand.count++;
      if (from === to && block[a] !== block[b]) bundle.between++;
    }
  }
  return bundles;
}

/** Finds the bundle and the kind of a link; undefined where its ends have no box. */
export function bundleFinder(facts: Facts, { of, boxes, networks, perNetwork }: BundleOptions) {
  const { fabric, links } = facts;
  const kinds = kindsOf(facts);
  return (link: number): { readonly bundle: string | number; readonly kind: number } | undefined => {
    const { network } = groupOfLink(fabric, link);
    if (networks !== undefined && !(network !== undefined && networks.has(network.index))) return undefined;
    const [from, to] = [signedAt(of, fromDevice(fabric, link)), signedAt(of, toDevice(fabric, link))];
    if (from < 0 || to < 0) return undefined;
    const key = Math.min(from, to) * boxes + Math.max(from, to);
    return {
      bundle: perNetwork ? `${network?.index} ${key}` : key,
      kind: unsignedAt(kinds, unsignedAt(links.of, link)),
    };
  };
}

/** Number of the kind of each link class: classes of one kind look the same in a drawing. */
function kindsOf({ optics }: Facts): Uint32Array {
  const numbers = new Map<string, number>();
  const faultOf = linkFaults();
  return Uint32Array.from(optics.budgets, (budget) => {
    const { rate, loss, allowed, length, reach, class: of } = budget;
    const key = [
      ...[rate.value, loss.value, allowed.value, length.value, reach.value, of.group.fiber?.index, faultOf(budget)],
    ].join();
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  });
}

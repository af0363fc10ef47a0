// Links between the same two boxes, counted by what they are made of. One pass over the links, no object for each.
import {
  type Facts,
  type LinkBudget,
  type LinkGroup,
  printCount,
  printNumber,
  printValue,
  sidesText,
} from '@lightloom/core';
import type { Status, Trunk } from '../../graph/index.ts';
import type { Color } from '../sketch/sketch.ts';
import { joined, known, placed } from '../text/phrases.ts';
import type { Frame, Stacks } from './stacks.ts';

/** Links of one sort in a bundle. */
interface Strand {
  readonly budget: LinkBudget;
  readonly group: LinkGroup;
  /** How its statements join ports, in words. */
  readonly patterns: Set<string | undefined>;
  count: number;
}

interface Bundle {
  readonly from: number;
  readonly to: number;
  readonly strands: Map<number, Strand>;
  /** Links from one instance of a group to another that are drawn as one. */
  between: number;
}

/** The bundles between boxes, and how many links are in them. */
export function trunksOf(
  facts: Facts,
  { stacks, of }: Stacks,
  networks: ReadonlySet<number> | undefined,
  color: Color,
): { readonly trunks: readonly Trunk[]; readonly links: number } {
  const several = facts.fabric.networks.length > 1 && (networks?.size ?? 2) > 1;
  const bundles = bundlesOf(facts, of, stacks.length, networks, several);
  const ids = new Set<string>();
  let links = 0;
  const trunks = bundles.map(({ from, to, strands, between }): Trunk => {
    const sorted = [...strands.values()].sort((a, b) => b.count - a.count || a.group.index - b.group.index);
    const [main] = sorted as [Strand];
    const count = sorted.reduce((sum, each) => sum + each.count, 0);
    links += count;
    const weight = sorted.reduce((sum, each) => sum + each.count * each.budget.rate.value, 0);
    const worst = worstOf(sorted);
    const [a, b] = [stacks[from]?.id ?? '', stacks[to]?.id ?? ''];
    const status = statusOf(worst, main.group, color);
    const network = several ? main.group.network?.name : undefined;
    // Two networks can link the same two boxes.
    const id = ids.has(`${a} to ${b}`) ? `${a} to ${b} in ${network}` : `${a} to ${b}`;
    ids.add(id);
    return {
      id,
      from: a,
      to: b,
      lines: [
        joined([network, countText(count, sorted), sorted.length > 1 ? undefined : onlyOf(main.patterns)]),
        joined([
          mediumOf(worst, sorted),
          panelsOf(worst),
          lossOf(worst),
          sorted.length > 1 ? `worst of ${sorted.length} kinds` : undefined,
        ]),
        ...betweenText(stacks[from]?.frame, count, between),
      ],
      weight: known(weight),
      ...(status === undefined ? {} : { status }),
      ...placed(main.group.origin),
      detail: [`${a} to ${b}: ${printCount(count, 'link')}`, ...sorted.slice(0, 6).map(strandText)].join('\n'),
    };
  });
  return { trunks, links };
}

/** @param several whether links of different networks are kept apart */
function bundlesOf(
  facts: Facts,
  of: Int32Array,
  stacks: number,
  networks: ReadonlySet<number> | undefined,
  several: boolean,
): Bundle[] {
  const { fabric, links, optics } = facts;
  const { device } = fabric.cages;
  const { cage } = fabric.ports;
  const { block } = fabric.devices;
  const sorts = sortsOf(facts);
  const bundles = new Map<string | number, Bundle>();
  for (const group of fabric.linkGroups) {
    if (networks !== undefined && !(group.network !== undefined && networks.has(group.network.index))) continue;
    const network = several ? `${group.network?.index} ` : '';
    const pattern = patternOf(group);
    // Most links follow one of their own sort: looking up is rare.
    let lastKey = -1;
    let lastSort = -1;
    let bundle: Bundle | undefined;
    let strand: Strand | undefined;
    for (let link = group.first; link < group.first + group.count; link++) {
      const a = device[cage[fabric.links.from[link] as number] as number] as number;
      const b = device[cage[fabric.links.to[link] as number] as number] as number;
      const from = of[a] as number;
      const to = of[b] as number;
      if (from < 0 || to < 0) continue;
      const key = from < to ? from * stacks + to : to * stacks + from;
      const index = links.of[link] as number;
      const sort = sorts[index] as number;
      if (key !== lastKey || bundle === undefined) {
        const name = several ? network + key : key;
        bundle = bundles.get(name);
        if (bundle === undefined) bundles.set(name, (bundle = { from, to, strands: new Map(), between: 0 }));
        strand = undefined;
      }
      if (sort !== lastSort || strand === undefined) {
        strand = bundle.strands.get(sort);
        if (strand === undefined) {
          strand = { budget: optics.budgets[index] as LinkBudget, group, patterns: new Set(), count: 0 };
          bundle.strands.set(sort, strand);
        }
        strand.patterns.add(pattern);
      }
      lastKey = key;
      lastSort = sort;
      strand.count++;
      if (from === to && block[a] !== block[b]) bundle.between++;
    }
  }
  return [...bundles.values()];
}

/** Links of groups drawn as one: how many stay in one, how many lead to another. */
function betweenText(frame: Frame | undefined, count: number, between: number): string[] {
  if (frame === undefined || frame.members.length < 2 || between === 0) return [];
  const within = count > between ? `${printNumber(count - between, 0)} inside, ` : '';
  return [`${within}${printNumber(between, 0)} from one ${frame.members[0]?.template ?? 'unit'} to another`];
}

/** Link classes that look the same in a drawing, whatever statement they come from. */
function sortsOf({ optics }: Facts): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(optics.budgets, ({ rate, loss, allowed, length, class: { group } }) => {
    const key = [rate.value, loss.value, allowed.value, length.value, group.fiber?.index].join();
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  });
}

/** The links with the least margin; those of which nothing is known before all others. */
function worstOf(strands: readonly Strand[]): LinkBudget {
  return strands
    .map((each) => each.budget)
    .reduce((worst, each) =>
      Number.isNaN(worst.margin.value) || each.margin.value >= worst.margin.value ? worst : each,
    );
}

/** `800G`, `1.6T`: the field's short form of a link's rate. */
function rateText(rate: number): string {
  if (Number.isNaN(rate)) return 'rate unknown';
  return rate >= 1e12 ? `${printNumber(rate / 1e12, 1)}T` : `${printNumber(rate / 1e9, 0)}G`;
}

function ratesOf(strands: readonly Strand[]): string {
  const texts = [...new Set(strands.map((each) => rateText(each.budget.rate.value)))];
  return texts.length > 3 ? `${texts.length} rates` : texts.join(' / ');
}

/** `1,024 × 800G` */
function countText(count: number, strands: readonly Strand[]): string {
  if (strands.some((each) => Number.isNaN(each.budget.rate.value))) return `${printCount(count, 'link')}, rate unknown`;
  return `${printNumber(count, 0)} × ${ratesOf(strands)}`;
}

function onlyOf(patterns: ReadonlySet<string | undefined>): string | undefined {
  return patterns.size === 1 ? [...patterns][0] : undefined;
}

/** A mesh is even by construction, so its links for each pair can be told from its size; other patterns by name. */
function patternOf({ pattern, count, from, to, fault }: LinkGroup): string | undefined {
  if (fault !== undefined || count < 2 || pattern === 'pairs') return undefined;
  if (pattern !== 'mesh') return pattern;
  // A statement in a loop gives the links of all its turns; devices and ports of a device are those of one.
  const each = from.portsEach / to.devices;
  return Number.isInteger(each) && each === to.portsEach / from.devices
    ? `${printNumber(each, 0)} per pair`
    : undefined;
}

/**
 * `OS2 30 m`, or `OS2 7.8–13.2 m` where lengths differ.
 * @param strands links of the same two boxes; they share a range where all are of one medium
 */
function mediumOf({ class: { group }, length }: LinkBudget, strands: readonly Strand[] = []): string {
  const medium = group.fiber ?? group.cable;
  const alike = strands.every(({ group: other }) => (other.fiber ?? other.cable) === medium);
  const lengths = (alike ? strands : []).map((each) => each.budget.length);
  const shortest = lengths.reduce((least, each) => (each.value < least.value ? each : least), length);
  const longest = lengths.reduce((most, each) => (each.value > most.value ? each : most), length);
  const unknown = [length, ...lengths].some((each) => Number.isNaN(each.value));
  const meters = unknown ? 'length unknown' : spanText(printValue(shortest), printValue(longest));
  return medium === undefined ? meters : `${medium.name} ${meters}`;
}

/** `7.8–13.2 m` for `7.8 m` and `13.2 m`; units that differ are both said. */
function spanText(low: string, high: string): string {
  const unit = /\s\S+$/.exec(high)?.[0] ?? '';
  return low === high ? high : `${low.endsWith(unit) ? low.slice(0, low.length - unit.length) : low}–${high}`;
}

/** What a link passes between its cables: `1 × Ocs`. */
function panelsOf({ class: { group } }: LinkBudget): string | undefined {
  const panels = group.medium.panels?.value ?? [];
  return panels.length === 0 ? undefined : panels.map(({ count, part }) => `${count} × ${part.name}`).join(', ');
}

/** How much of the loss that is allowed a path takes; a cable with fixed ends, how much of its reach. */
function lossOf({ loss, allowed, length, reach, class: { group } }: LinkBudget): string {
  if (group.cable !== undefined) return `${printValue(length)} of ${printValue(reach)} reach`;
  if (Number.isNaN(loss.value)) return 'loss unknown';
  if (Number.isNaN(allowed.value)) return `${printValue(loss)}, budget unknown`;
  return `${printValue(loss)} of ${printValue(allowed)}${loss.value > allowed.value ? ': over the budget' : ''}`;
}

function statusOf(budget: LinkBudget, group: LinkGroup, color: Color): Status | undefined {
  if (color === 'network') return { value: group.network?.index ?? 0, text: group.network?.name ?? '' };
  if (color !== 'utilization') return undefined;
  const [taken, whole] =
    budget.class.group.cable === undefined ? [budget.loss, budget.allowed] : [budget.length, budget.reach];
  return { value: known(taken.value / whole.value), text: lossOf(budget) };
}

function strandText({ budget, group, count }: Strand): string {
  const { margin, reach } = budget;
  const optics = budget.class.from.optics?.name;
  return joined([
    `${printNumber(count, 0)} × ${rateText(budget.rate.value)}${optics === undefined ? '' : ` ${optics}`}`,
    `link ${sidesText(group)}${group.pattern === 'pairs' ? '' : ` as ${group.pattern}`}`,
    mediumOf(budget),
    panelsOf(budget),
    lossOf(budget),
    ...(budget.class.group.cable === undefined ? [`margin ${printValue(margin)}`, `reach ${printValue(reach)}`] : []),
  ]);
}

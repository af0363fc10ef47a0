// A band for each bundle of links: its label, its width, its color.
import { amplifiersOf, type Facts, type LinkBudget, type LinkGroup, printCount, printNumber } from '@lightloom/core';
import type { Status, Trunk } from '../../../graph/index.ts';
import type { Color } from '../../sketch/color.ts';
import { known, originOf } from '../../text/json-values.ts';
import { joined } from '../../text/phrases.ts';
import type { Frame, Stacks } from '../stacks/stacks.ts';
import { amplifiersText, countText, lossOf, mediumOf, panelsOf, strandText, usedLoss } from './bundle-text.ts';
import { bundlesOf } from './bundles.ts';
import { type Strand, strandsOf, worstOf } from './strands.ts';

/** Kinds of links that a tooltip lists. */
const maxListed = 6;

export interface Bands {
  readonly trunks: readonly Trunk[];
  /** How many links are in them. */
  readonly links: number;
}

/**
 * The bands between boxes.
 * @param networks networks drawn; all when undefined
 */
export function bandsOf(
  facts: Facts,
  { stacks, of }: Stacks,
  networks: ReadonlySet<number> | undefined,
  color: Color,
): Bands {
  const perNetwork = facts.fabric.networks.length > 1 && (networks?.size ?? 2) > 1;
  const bundles = bundlesOf(facts, { of, boxes: stacks.length, networks, perNetwork });
  const ids = new Set<string>();
  let links = 0;
  const trunks = bundles.map((bundle): Trunk => {
    const [from, to] = [stacks[bundle.from], stacks[bundle.to]];
    const strands = strandsOf(bundle);
    const network = perNetwork ? strands[0]?.group.network?.name : undefined;
    const ends = `${from?.id ?? ''} to ${to?.id ?? ''}`;
    // Two networks can link the same two boxes.
    const id = ids.has(ends) ? `${ends} in ${network}` : ends;
    ids.add(id);
    const count = strands.reduce((sum, each) => sum + each.count, 0);
    links += count;
    return {
      ...{ id, from: from?.id ?? '', to: to?.id ?? '' },
      ...bandOf(strands, { ends, network, color, count, between: betweenText(from?.frame, count, bundle.between) }),
    };
  });
  return { trunks, links };
}

interface BandOptions {
  /** `leaf to spine` */
  readonly ends: string;
  /** Name of the network, where the drawing has several. */
  readonly network: string | undefined;
  readonly color: Color;
  /** Links in all strands. */
  readonly count: number;
  /** A line about links inside a frame. */
  readonly between: readonly string[];
}

function bandOf(
  strands: readonly Strand[],
  { ends, network, color, count, between }: BandOptions,
): Omit<Trunk, 'id' | 'from' | 'to'> {
  const [main] = strands as [Strand];
  const worst = worstOf(strands);
  const status = statusOf(worst, main.group, color);
  return {
    lines: [
      joined([network, countText(count, strands), strands.length > 1 ? undefined : onlyOne(main.patterns)]),
      joined([
        mediumOf(worst, strands),
        panelsOf(worst),
        amplifiersText(worst),
        lossOf(worst),
        strands.length > 1 ? `worst of ${strands.length} kinds` : undefined,
      ]),
      ...between,
    ],
    weight: known(strands.reduce((sum, each) => sum + each.count * each.budget.rate.value, 0)),
    ...(status === undefined ? {} : { status }),
    ...amplifiersIn(strands),
    ...originOf(main.group.origin),
    detail: [`${ends}: ${printCount(count, 'link')}`, ...strands.slice(0, maxListed).map(strandText)].join('\n'),
  };
}

/** For groups drawn as one: how many links are inside one of them, and how many lead to another. */
function betweenText(frame: Frame | undefined, count: number, between: number): string[] {
  if (frame === undefined || frame.members.length < 2 || between === 0) return [];
  const inside = count > between ? `${printNumber(count - between, 0)} inside, ` : '';
  return [`${inside}${printNumber(between, 0)} from one ${frame.members[0]?.template ?? 'unit'} to another`];
}

/** Amplifiers of each link, where all links of a band have as many. */
function amplifiersIn(strands: readonly Strand[]): Pick<Trunk, 'amplifiers'> {
  const [amplifiers = 0, ...others] = new Set(strands.map((each) => amplifiersOf(each.group).length));
  return amplifiers > 0 && others.length === 0 ? { amplifiers } : {};
}

function onlyOne(patterns: ReadonlySet<string | undefined>): string | undefined {
  return patterns.size === 1 ? [...patterns][0] : undefined;
}

function statusOf(budget: LinkBudget, group: LinkGroup, color: Color): Status | undefined {
  if (color === 'network') return { value: group.network?.index ?? 0, text: group.network?.name ?? '' };
  if (color !== 'utilization') return undefined;
  const [used, limit] =
    budget.class.group.cable === undefined
      ? [usedLoss(budget), budget.allowed.value]
      : [budget.length.value, budget.reach.value];
  return { value: known(used / limit), text: lossOf(budget) };
}

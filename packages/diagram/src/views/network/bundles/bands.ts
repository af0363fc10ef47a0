// A band for each bundle of links: its label, its width, its color.
import {
  amplifiersOf,
  type EndFault,
  type Facts,
  isOnlyWarnedOf,
  type LinkBudget,
  type LinkGroup,
  linkFaults,
  printCount,
  printNumber,
} from '@lightloom/core';
import type { Status, Trunk } from '../../../graph/index.ts';
import type { Color } from '../../sketch/color.ts';
import { known, originOf } from '../../text/json-values.ts';
import { joined } from '../../text/phrases.ts';
import { railOf } from '../rails/rails.ts';
import type { Frame, Stacks } from '../stacks/stacks.ts';
import { apartByVerdict, isTooLong, usedOf } from './apart.ts';
import { amplifiersText, countText, lossOf, mediumOf, panelsOf, reachText, strandText } from './bundle-text.ts';
import { bundleFinder, bundlesOf } from './bundles.ts';
import { type Strand, strandsOf, worstOf } from './strands.ts';

/** Characters of a line of a label. */
const maxLine = 44;
const faults: Readonly<Record<EndFault, string>> = {
  overload: 'too much power',
  wavelength: 'wavelengths differ',
  mismatch: 'ends differ',
};
/** Kinds of links that a tooltip lists. */
const maxListed = 6;

export interface Bands {
  readonly trunks: readonly Trunk[];
  /** How many links are in them. */
  readonly links: number;
  /** Id of the band of a link; undefined where it has none. */
  bandOf(link: number): string | undefined;
}

/** How bands are drawn. */
export interface BandsOptions {
  /** Networks drawn; all when undefined. */
  readonly networks: ReadonlySet<number> | undefined;
  readonly color: Color;
  /** The rail of each device. */
  readonly rails: Int32Array;
}

/** The bands between boxes: one for each pair, several where links of different kinds are judged differently. */
export function bandsOf(facts: Facts, { stacks, of }: Stacks, { networks, color, rails }: BandsOptions): Bands {
  const perNetwork = facts.fabric.networks.length > 1 && (networks?.size ?? 2) > 1;
  const options = { of, boxes: stacks.length, networks, perNetwork };
  const ids = new Set<string>();
  /** Ids by bundle and kind of link. */
  const bandIds = new Map<string | number, Map<number, string>>();
  let links = 0;
  const trunks = [...bundlesOf(facts, options)].flatMap(([key, bundle]) => {
    const [from, to] = [stacks[bundle.from], stacks[bundle.to]];
    const all = strandsOf(bundle);
    const network = perNetwork ? all[0]?.group.network?.name : undefined;
    const ends = `${from?.id ?? ''} to ${to?.id ?? ''}`;
    const isRails = all.every(({ group }) => group.pattern === 'rails');
    const [a, b] = [from, to].map((each) => (isRails ? railOf(rails, each?.devices ?? []) : undefined));
    return apartByVerdict(all).map((strands, i, parts): Trunk => {
      // Two networks can link the same two boxes.
      const name = ids.has(ends) && network !== undefined ? `${ends} in ${network}` : ends;
      const id = i === 0 ? name : `${name} (${i + 1})`;
      ids.add(id);
      for (const { kind } of strands) bandIds.set(key, (bandIds.get(key) ?? new Map<number, string>()).set(kind, id));
      const count = strands.reduce((sum, each) => sum + each.count, 0);
      links += count;
      const between = parts.length === 1 ? betweenText(from?.frame, count, bundle.between) : [];
      return {
        ...{ id, from: from?.id ?? '', to: to?.id ?? '', count },
        ...bandOf(strands, { ends, network, color, count, between, rail: a ?? b }),
      };
    });
  });
  const find = bundleFinder(facts, options);
  return {
    trunks,
    links,
    bandOf(link) {
      const found = find(link);
      return found === undefined ? undefined : bandIds.get(found.bundle)?.get(found.kind);
    },
  };
}

interface BandOptions {
  /** `leaf to spine` */
  readonly ends: string;
  /** Name of the network, where the drawing has several. */
  readonly network: string | undefined;
  readonly color: Color;
  /** Links in all strands. */
  readonly count: number;
  /** The rail that all of them are on. */
  readonly rail: number | undefined;
  /** A line about links inside a frame. */
  readonly between: readonly string[];
}

function bandOf(
  strands: readonly Strand[],
  { ends, network, color, count, between, rail }: BandOptions,
): Omit<Trunk, 'id' | 'from' | 'to'> {
  const [main] = strands as [Strand];
  const worst = strands.find(({ budget }) => isTooLong(budget))?.budget ?? worstOf(strands);
  const status = color === 'rail' ? railStatus(rail) : statusOf(worst, main.group, color);
  const pattern = rail === undefined ? onlyOne(main.patterns) : `rail ${rail}`;
  return {
    lines: [
      joined([network, countText(count, strands), strands.length > 1 ? undefined : pattern]),
      ...broken(
        [mediumOf(worst, strands), panelsOf(worst), amplifiersText(worst)],
        joined([lossText(worst, strands), faultText(strands)]),
      ),
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

/** The loss, which is never cut; of several kinds that of the worst. */
function lossText(worst: LinkBudget, strands: readonly Strand[]): string {
  return joined([
    isTooLong(worst) ? reachText(worst) : lossOf(worst),
    strands.length > 1 ? `worst of ${strands.length} kinds` : undefined,
  ]);
}

/** One line where it is short enough to be read at a glance, else the figure has a line of its own. */
function broken(path: readonly (string | undefined)[], figure: string): string[] {
  const whole = joined([...path, figure]);
  return whole.length <= maxLine ? [whole] : [joined(path), figure];
}

/** What keeps all links of a band down, beside what they lose. */
function faultText(strands: readonly Strand[]): string | undefined {
  const faultOf = linkFaults();
  const [fault, ...others] = new Set(strands.map(({ budget }) => faultOf(budget)));
  return fault === undefined || others.length > 0 ? undefined : faults[fault];
}

function onlyOne(patterns: ReadonlySet<string | undefined>): string | undefined {
  return patterns.size === 1 ? [...patterns][0] : undefined;
}

function railStatus(rail: number | undefined): Status | undefined {
  return rail === undefined ? undefined : { value: rail - 1, text: `rail ${rail}` };
}

function statusOf(budget: LinkBudget, group: LinkGroup, color: Color): Status | undefined {
  if (color === 'network') return { value: group.network?.index ?? 0, text: group.network?.name ?? '' };
  if (color !== 'utilization') return undefined;
  const { used, limit } = usedOf(budget);
  const share = used / limit;
  // Red is what fails: a limit that the library assumes, or that is the usual one, is warned of by the mark of its finding.
  return { value: known(isOnlyWarnedOf(budget) ? Math.min(1, share) : share), text: lossOf(budget) };
}

// What the label and the tooltip of a band say about its links.
import { type LinkBudget, type LinkGroup, printCount, printNumber, printValue, sidesText } from '@lightloom/core';
import { joined } from '../../text/phrases.ts';
import type { Strand } from './strands.ts';

/** More rates than this are counted, not listed. */
const maxRates = 3;

/** `1,024 × 800G` */
export function countText(count: number, strands: readonly Strand[]): string {
  if (strands.some((each) => Number.isNaN(each.budget.rate.value))) return `${printCount(count, 'link')}, rate unknown`;
  return `${printNumber(count, 0)} × ${ratesOf(strands)}`;
}

function ratesOf(strands: readonly Strand[]): string {
  const texts = [...new Set(strands.map((each) => rateText(each.budget.rate.value)))];
  return texts.length > maxRates ? `${texts.length} rates` : texts.join(' / ');
}

/** `800G`, `1.6T`: the field's short form of a link's rate in bit/s. */
export function rateText(rate: number): string {
  if (Number.isNaN(rate)) return 'rate unknown';
  return rate >= 1e12 ? `${printNumber(rate / 1e12, 1)}T` : `${printNumber(rate / 1e9, 0)}G`;
}

/** A mesh is even by construction, so its size gives the links for each pair; other patterns have their name. */
export function patternOf({ pattern, count, from, to, fault }: LinkGroup): string | undefined {
  if (fault !== undefined || count < 2 || pattern === 'pairs') return undefined;
  if (pattern !== 'mesh') return pattern;
  // A statement in a `for` has the links of all iterations; devices and ports of a device are those of one.
  const each = from.portsEach / to.devices;
  return Number.isInteger(each) && each === to.portsEach / from.devices
    ? `${printNumber(each, 0)} per pair`
    : undefined;
}

/**
 * `OS2 30 m`, or `OS2 7.8–13.2 m` where lengths differ.
 * @param strands links of the same two boxes; they share a range where all have one medium
 */
export function mediumOf(
  { class: { group }, length }: LinkBudget,
  strands: readonly Pick<Strand, 'budget' | 'group'>[] = [],
): string {
  const medium = group.fiber ?? group.cable;
  const alike = strands.every(({ group: other }) => (other.fiber ?? other.cable) === medium);
  const lengths = (alike ? strands : []).map((each) => each.budget.length);
  const shortest = lengths.reduce((min, each) => (each.value < min.value ? each : min), length);
  const longest = lengths.reduce((max, each) => (each.value > max.value ? each : max), length);
  const unknown = [length, ...lengths].some((each) => Number.isNaN(each.value));
  const meters = unknown ? 'length unknown' : rangeText(printValue(shortest), printValue(longest));
  return medium === undefined ? meters : `${medium.name} ${meters}`;
}

/** `7.8–13.2 m` for `7.8 m` and `13.2 m`; both units where they differ. */
function rangeText(low: string, high: string): string {
  const unit = /\s\S+$/.exec(high)?.[0] ?? '';
  return low === high ? high : `${low.endsWith(unit) ? low.slice(0, low.length - unit.length) : low}–${high}`;
}

/** What a link passes between its cables: `1 × Ocs`. */
export function panelsOf({ class: { group } }: LinkBudget): string | undefined {
  const panels = group.medium.panels?.value ?? [];
  return panels.length === 0 ? undefined : panels.map(({ count, part }) => `${count} × ${part.name}`).join(', ');
}

/** What amplifies a link on its way: `2 × Edfa`. */
export function amplifiersText({ class: { group } }: LinkBudget): string | undefined {
  const amplifiers = (group.medium.amplifiers?.value ?? []).filter((each) => each.count > 0);
  return amplifiers.length === 0
    ? undefined
    : amplifiers.map(({ count, part }) => `${count} × ${part.name}`).join(', ');
}

/** The loss that counts against a limit: that of the path, or of the worst span where the limit is one of spans; in dB. */
export function usedLoss({ allowed, margin }: LinkBudget): number {
  return allowed.value - margin.value;
}

/** The loss of a path and the loss its optics allow; for a cable with fixed ends, its length and reach. */
export function lossOf(budget: LinkBudget): string {
  const { loss, allowed, margin, length, reach } = budget;
  const { group } = budget.class;
  if (group.cable !== undefined) return `${printValue(length)} of ${printValue(reach)} reach`;
  if (Number.isNaN(loss.value)) return 'loss unknown';
  // On an amplified line noise is the limit.
  if (allowed.isNone === true) return printValue(loss);
  if (Number.isNaN(allowed.value)) return `${printValue(loss)}, budget unknown`;
  return `${printValue(loss, usedLoss(budget))} of ${printValue(allowed)}${margin.value < 0 ? ': over budget' : ''}`;
}

/** `120 m of 100 m reach: too long` */
export function reachText({ length, reach }: LinkBudget): string {
  return `${printValue(length)} of ${printValue(reach)} reach: too long`;
}

/** A line of the tooltip: `64 × 800G DR8 · link a to b as mesh · OS2 30 m · 0.9 dB of 3 dB`. */
export function strandText({ budget, group, count }: Strand): string {
  const { margin, reach } = budget;
  const optics = budget.class.from.optics?.name;
  return joined([
    `${printNumber(count, 0)} × ${rateText(budget.rate.value)}${optics === undefined ? '' : ` ${optics}`}`,
    `link ${sidesText(group)}${group.pattern === 'pairs' ? '' : ` as ${group.pattern}`}`,
    mediumOf(budget),
    panelsOf(budget),
    amplifiersText(budget),
    lossOf(budget),
    ...(budget.class.group.cable !== undefined || margin.isNone === true ? [] : [`margin ${printValue(margin)}`]),
    ...(budget.class.group.cable === undefined ? [`reach ${printValue(reach)}`] : []),
  ]);
}

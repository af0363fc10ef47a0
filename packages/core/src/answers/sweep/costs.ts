// Single failures in words: their names, and what they cost.

import { printValue } from '../../figures/index.ts';
import { deviceName, type Fabric, type Requirement } from '../../model/index.ts';
import { printCount, printNumber, printQuantity } from '../../units/index.ts';
import type { FailureEffect } from './failure-sweep.ts';

/** `switch backend.su[1].leaf[1], one of 16` */
export function failureName({ failure: { kind, name, alike } }: FailureEffect): string {
  const what = kind === 'pump' || kind === 'supply' ? `${kind} of ${name}` : `${kind} ${name}`;
  return alike === 1 ? what : `${what}, one of ${printNumber(alike)}`;
}

/** What a failure costs besides requirements, a phrase each. */
export function costsOf(
  { bandwidth, loops, overloaded, cutOff, stopped, failure, own }: FailureEffect,
  fabric: Fabric,
): string[] {
  const itself = failure.kind === 'switch' || failure.kind === 'host' ? 1 : 0;
  return [
    ...overloaded.map(
      ({ feed, load, capacity }) => `${feed.name} carries ${printValue(load, load.known)} of ${printValue(capacity)}`,
    ),
    ...loops.flatMap(({ loop, before, after, over }) => {
      // A difference too small to show.
      if (printValue(after) === printValue(before)) return [];
      const end =
        after.value === Number.POSITIVE_INFINITY ? 'heats up without limit' : `returns at ${printValue(after)}`;
      return `${loop.name} ${end} (${printValue(before)} before)${over ? ', over its limit' : ''}`;
    }),
    ...(cutOff === 0 ? [] : [`${printCount(cutOff, 'host')} cut off`]),
    ...(own === undefined
      ? []
      : [
          `${deviceName(fabric, own.device)} loses ${printNumber(own.lost)} of ${printNumber(own.all)} ${own.links}, ${shareText(own.share)}`,
        ]),
    ...bandwidthLines(bandwidth),
    ...(stopped > itself ? [`${printCount(stopped, 'device')} stopped`] : []),
  ];
}

/** A phrase for each share of bandwidth that is lost; networks that lose the same share one. */
function bandwidthLines(bandwidth: FailureEffect['bandwidth']): string[] {
  const phrases = new Map<string, { readonly before: string; readonly names: string[]; readonly after: string }>();
  for (const { network, lost, of, why } of bandwidth) {
    const before = `${shareText(lost)} of the ${of} ${network === undefined ? 'outside networks' : 'of'}`;
    const after = `lost${why === undefined ? '' : `; of its bisection, ${why}`}`;
    const key = why === undefined ? before : `${before} ${network?.name} ${why}`;
    const phrase = phrases.get(key) ?? { before, names: [], after };
    phrases.set(key, phrase);
    if (network !== undefined) phrase.names.push(network.name);
  }
  return [...phrases.values()].map(({ before, names, after }) =>
    [before, ...(names.length === 0 ? [] : [listed(names)]), after].join(' '),
  );
}

/** `a`; `a and b`; `a, b and c` */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A share in percent; one too small to show is given as a bound. */
function shareText(share: number): string {
  return share < 0.5e-4 ? 'less than 0.01 %' : printQuantity(share, 'ratio');
}

/** A requirement as it was written, without the failures that it names itself: those are not the ones of the sweep. */
export function withoutFailures({ text }: Requirement): string {
  return text
    .replace(/^require\s+/, '')
    .replace(/(?<!\s)\s+when\s.*$/s, '')
    .replace(/\s+/g, ' ');
}

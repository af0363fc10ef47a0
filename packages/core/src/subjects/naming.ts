// How findings name one thing or many: one by its name; of many the count first, and an example at the end.
import type { LinkBudget } from '../facts/index.ts';
import { cduName, type Fabric, portName, rackName, unsignedAt } from '../model/index.ts';
import { printCount } from '../units/index.ts';

/** A verb, for one thing and for several: `draws` and `draw up to`. */
export interface Verb {
  readonly one: string;
  readonly many: string;
}

/** Links that are alike: one of them, and how many they are. */
interface OfLinks {
  readonly class: Pick<LinkBudget['class'], 'sample' | 'count'>;
}

/** `The link from a.p[1] to b.p[1] loses 4 dB`; of several, `2 links lose 4 dB (a.p[1] to b.p[1], …)`. */
export function linkSentence(fabric: Fabric, { class: links }: OfLinks, verb: Verb, rest: string): string {
  const { sample, count } = links;
  const ends = `${portName(fabric, unsignedAt(fabric.links.from, sample))} to ${portName(fabric, unsignedAt(fabric.links.to, sample))}`;
  return count === 1
    ? `The link from ${ends} ${verb.one} ${rest}`
    : `${printCount(count, 'link')} ${verb.many} ${rest} (${ends}, …)`;
}

/**
 * `r[1] draws 33 kW`; of several, `3 racks draw up to 33 kW (r[1], …)`.
 * @param racks the one with the largest figure first
 */
export function rackSentence(fabric: Fabric, racks: readonly number[], verb: Verb, rest: string): string {
  const example = rackName(fabric, racks[0] ?? 0);
  // Of a figure that is known in part, there is no largest.
  const many = rest.startsWith('at least') ? verb.many.replace(/ up to$/, '') : verb.many;
  return racks.length === 1
    ? `${example} ${verb.one} ${rest}`
    : `${printCount(racks.length, 'rack')} ${many} ${rest} (${example}, …)`;
}

/** `cdu[1] is designed for it`; of several, `3 CDUs are designed for it (cdu[1], …)`. */
export function cduSentence(fabric: Fabric, cdus: readonly number[], verb: Verb, rest: string): string {
  const example = cduName(fabric, cdus[0] ?? 0);
  return cdus.length === 1
    ? `${example} ${verb.one} ${rest}`
    : `${printCount(cdus.length, 'CDU')} ${verb.many} ${rest} (${example}, …)`;
}

/** `r[1]`; of several, `3 racks (r[1], …)`. */
export function racksText(fabric: Fabric, racks: readonly number[]): string {
  const example = rackName(fabric, racks[0] ?? 0);
  return racks.length === 1 ? example : `${printCount(racks.length, 'rack')} (${example}, …)`;
}

/** `2`, `2 or 4`, `1, 2, 4 or 8`. */
export function anyOf(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function allOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

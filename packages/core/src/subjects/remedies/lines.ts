// Amplified lines that agree with themselves: amplifiers for the spans that are given, and the length that those add up to.
import type { LinkBudget } from '../../facts/index.ts';
import { type Remedy, setting } from '../../findings/index.ts';
import type { LinkGroup } from '../../model/index.ts';

/** As many amplifiers as make some more spans, or fewer. */
export function amplifiersFor({ medium }: LinkGroup, moreSpans: number): Remedy[] {
  const given = medium.amplifiers;
  const [only, ...others] = given?.value ?? [];
  if (given === undefined || only === undefined || others.length > 0 || only.count + moreSpans < 1) return [];
  return [setting(given.origin, 'amplifiers', `${only.count + moreSpans} x ${only.part.name}`)];
}

/** The length of a line, in m, in place of another one. */
export function lengthOfLine({ medium }: LinkGroup, length: number): Remedy[] {
  const text = `${Number((length / kilo).toPrecision(12))} km`;
  return medium.length === undefined ? [] : [setting(medium.length.origin, 'length', text)];
}

const kilo = 1000;

/** No amplifiers on a line that reaches without them. */
export function withoutAmplifiers({ class: { group }, length, reach, loss, allowed }: LinkBudget): Remedy[] {
  const at = group.medium.amplifiers?.origin;
  return at !== undefined && length.value <= reach.value && loss.value <= allowed.value
    ? [{ title: 'Remove the amplifiers', changes: [{ kind: 'write', at, text: '' }] }]
    : [];
}

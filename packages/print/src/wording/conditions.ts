// The conditions of a run: its basis, and the values set for a what-if.
import type { Basis, Setting } from '@lightloom/core';

/** What figures depend on besides the files. */
interface Conditions {
  readonly basis?: Basis | undefined;
  readonly settings?: readonly Setting[] | undefined;
}

/** `typical figures`, `with hosts = 72`; empty for the worst case of the files as they are. */
export function conditionsOf({ basis, settings = [] }: Conditions): string[] {
  const set = settingsText(settings);
  return [...(set === '' ? [] : [set]), ...(basis === 'typical' ? ['typical figures'] : [])];
}

/** `with hosts = 72, in phase day1`; empty when nothing is set. */
export function settingsText(settings: readonly Setting[]): string {
  const set = settings.filter(({ isPhase }) => isPhase !== true).map(({ name, text }) => `${name} = ${text}`);
  const phases = settings.flatMap(({ text, isPhase }) => (isPhase === true ? [`in phase ${text}`] : []));
  return [...(set.length === 0 ? [] : [`with ${set.join(', ')}`]), ...phases].join(', ');
}

/** The conditions as a line: `Typical figures, with hosts = 72.`; undefined for the worst case of the files as they are. */
export function conditionsLine(conditions: Conditions): string | undefined {
  const [first, ...rest] = conditionsOf(conditions).reverse();
  if (first === undefined) return undefined;
  return `${[`${first[0]?.toUpperCase()}${first.slice(1)}`, ...rest].join(', ')}.`;
}

/** A basis as JSON documents name it. */
export function basisName(basis: Basis | undefined): 'typical' | 'worst-case' {
  return basis === 'typical' ? 'typical' : 'worst-case';
}

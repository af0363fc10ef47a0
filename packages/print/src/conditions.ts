// What the figures of a run are made of, where that is not what the files say alone: typical figures, values set from outside.
import type { Basis, Setting } from '@lightloom/core';

/** What figures are made of. */
export interface Conditions {
  readonly basis?: Basis | undefined;
  readonly settings?: readonly Setting[] | undefined;
}

/** `typical figures`, `with hosts = 72`; nothing where figures are the worst case of the files as they are. */
export function conditionsOf({ basis, settings = [] }: Conditions): string[] {
  const set = settingsText(settings);
  return [...(set === '' ? [] : [set]), ...(basis === 'typical' ? ['typical figures'] : [])];
}

/** `with hosts = 72`; empty where nothing is set. */
export function settingsText(settings: readonly Setting[]): string {
  return settings.length === 0 ? '' : `with ${settings.map(({ name, text }) => `${name} = ${text}`).join(', ')}`;
}

/** The same as a line: `Typical figures, with hosts = 72.`; undefined where there is nothing to say. */
export function conditionsLine(conditions: Conditions): string | undefined {
  const [first, ...rest] = conditionsOf(conditions).reverse();
  if (first === undefined) return undefined;
  return `${[`${first[0]?.toUpperCase()}${first.slice(1)}`, ...rest].join(', ')}.`;
}

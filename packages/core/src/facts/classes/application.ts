// What a PMD works as on a line: 400ZR modules have one application for amplified lines and one for others.

import type { LinkGroup, Part } from '../../model/index.ts';

/**
 * The PMD that the module at an end of some links works as: on a line without amplifiers, its `unamplified` one, with what a type
 * that is based on it says for itself.
 */
export function applicationOn(group: LinkGroup, optics: Part<'optics'>): Part<'optics'> {
  const other = optics.values.unamplified?.value;
  const isAmplified = group.medium.amplifiers?.value.some(({ count }) => count > 0) === true;
  if (other === undefined || isAmplified) return optics;
  const root = originalOf(optics);
  if (root === optics) return other;
  const own = changed(optics.values, root.values);
  const unknowns = changed(optics.unknowns, root.unknowns);
  return {
    ...optics,
    values: { ...without(other.values, unknowns), ...own },
    unknowns: { ...without(other.unknowns, own), ...unknowns },
  };
}

/** The type, among those that one is based on, that says what it works as. */
function originalOf(optics: Part<'optics'>): Part<'optics'> {
  let found = optics;
  while (found.base?.values.unamplified === optics.values.unamplified && found.base !== undefined) found = found.base;
  return found;
}

/** The entries that an object has not from another. */
function changed<T extends object>(all: T, other: T): T {
  const entries = Object.entries(all).filter(([name, value]) => other[name as keyof T] !== value);
  return Object.fromEntries(entries) as T;
}

/** The entries of an object whose names another doesn't have. */
function without<T extends object>(all: T, names: object): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(names, name))) as T;
}

// What a rack, a device or a branch gives as unknown of its couplings and pipes: terms of a sum that then has no value, never nothing.
import { type Derivation, unknown } from '../../figures/derivation.ts';
import { type Branch, missingIn, missingOf, type Part } from '../../model/index.ts';

/** What has couplings, and pipes or cold plates behind them. */
export type Coupled = Branch | Part<'rack'> | Part<'switch'> | Part<'host'>;

/** A property that is given as unknown, as a term; nothing where it is given, or where there is none. */
export function openTerm(
  of: Coupled,
  property: 'couplings' | 'pressure-drop',
  dimension: 'pressure' | 'volume flow',
): Derivation[] {
  if (!Object.hasOwn(of.unknowns, property)) return [];
  const missing = 'kind' in of ? missingIn(of, property) : missingOf('branch', of, property);
  return [unknown(`${property} of ${of.name}`, dimension, missing)];
}

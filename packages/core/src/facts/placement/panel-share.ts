// The share of a front panel that cages of several form factors take together.
import { type Derivation, derived, sum } from '../../figures/derivation.ts';
import type { Part } from '../../model/index.ts';
import { type Faceplate, faceplateOf } from './density.ts';

/** What the cages of a switch take of its front panel. */
export interface PanelShare {
  readonly faceplates: readonly Faceplate[];
  /** By the figures published for the form factors; above 1, it is overfull by their design. */
  readonly usual: Derivation;
  /** By the densest boxes on the market, or by geometry; above 1, it can't be built. */
  readonly lowest: Derivation;
}

/** The share of its front panel that all cages of a switch take; unknown if a kind of cage has no figures. */
export function panelShare(part: Part<'switch'>): PanelShare {
  const faceplates = faceplateOf(part);
  const label = `share of the front panel of ${part.name}`;
  const by = (limitOf: (each: Faceplate) => Derivation): Derivation =>
    sum(
      label,
      'ratio',
      'sum of the kinds of cage',
      faceplates.map((each) => shareOf(each, limitOf(each))),
    );
  return { faceplates, usual: by(usualLimit), lowest: by(largestLimit) };
}

/** How many cages of a kind a whole panel holds: what is published for its unit, or else for the smaller one, or else by geometry. */
export function usualLimit({ published, carried, geometric }: Faceplate): Derivation {
  return firstKnown(published, carried, geometric);
}

/** The most of a kind that a whole panel holds: in the densest boxes, or as published, or else by geometry. */
function largestLimit({ published, densest, carried, geometric }: Faceplate): Derivation {
  return firstKnown(densest, published, geometric, carried);
}

function firstKnown(...limits: readonly [Derivation, ...Derivation[]]): Derivation {
  return limits.find(({ value }) => !Number.isNaN(value)) ?? limits[0];
}

function shareOf({ cage, count }: Faceplate, limit: Derivation): Derivation {
  const label = `share of ${cage.name}`;
  return derived(label, 'ratio', 'cages ÷ cages that fit', [count, limit], count.value / limit.value);
}

// What is there in each phase of growth, for the report.
import { bill, type Facts, factsOf, verdictsOf } from '../answers/index.ts';
import type { Derivation } from '../figures/index.ts';
import { fabricAt } from '../phases/index.ts';
import { type Totals, totalsOf } from './totals.ts';

/** A phase, with what is there then. */
export interface PhaseRow {
  readonly name: string;
  readonly title: string | undefined;
  readonly totals: Totals;
  /** Price of all that is there; undefined where nothing has a price. */
  readonly cost: Derivation | undefined;
  /** Requirements that hold then, and all that are stated for it. */
  readonly held: number;
  readonly required: number;
}

/** The phases of a design, in their order. */
export function phaseRows({ fabric, basis }: Facts): PhaseRow[] {
  return fabric.phases.map(({ index, name, title }) => {
    const facts = factsOf(fabricAt(fabric, index).fabric, basis);
    const verdicts = verdictsOf(facts);
    const { total, bought, unpriced } = bill(facts);
    return {
      name,
      title,
      totals: totalsOf(facts),
      cost: bought === unpriced ? undefined : total,
      held: verdicts.filter(({ holds }) => holds === true).length,
      required: verdicts.length,
    };
  });
}

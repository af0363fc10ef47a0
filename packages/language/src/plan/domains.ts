// What is tried for a hole: counts from 1 on, quantities on a grid that is refined, parts of the design and what it imports.
import { type Dimension, type Part, type PartKind, usualUnit } from '@lightloom/core';
import type { Hole } from './holes.ts';

/** The largest count that is tried. */
const mostCount = 512;

/** What is tried for a hole, the preferred first. */
export interface Domain {
  /** `count`, `flow`, `fiber or cable` */
  readonly what: string;
  /** `1 to 1,024`, `4 types` */
  readonly range: string;
  readonly values: readonly string[];
  /** Whether later values never cost less. */
  readonly isOrdered: boolean;
  /** Whole numbers of the unit between two values of the grid, for a quantity. */
  readonly refine: ((good: string, bad: string) => string | undefined) | undefined;
}

/** What is tried for a hole; a sentence where nothing can be. */
export function domainOf({ what, line }: Hole, parts: readonly Part[]): Domain | string {
  if (what === undefined)
    return `Nothing can be found for the \`?\` on line ${line}: it takes the place of no count, part or quantity.`;
  if (what.kind === 'count') {
    const values = Array.from({ length: mostCount }, (_, i) => (what.declares ? `1..${i + 1}` : `${i + 1}`));
    return { what: 'count', range: `1 to ${mostCount}`, values, isOrdered: true, refine: undefined };
  }
  if (what.kind === 'quantity') return quantities(what.property, what.dimension);
  const names = namesOf(parts, what.kinds);
  const kinds = what.kinds.join(' or ');
  if (names.length === 0) return `Nothing can be found for the \`?\` on line ${line}: no ${kinds} type is imported.`;
  return { what: kinds, range: names.join(', '), values: names, isOrdered: false, refine: undefined };
}

function namesOf(parts: readonly Part[], kinds: readonly PartKind[]): string[] {
  // A part that differs for one element shares the name of its declaration.
  return [...new Set(parts.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name))];
}

/** The significant digits of the grid: neighbors differ by half at most. */
const steps = [1, 1.5, 2, 3, 4, 5, 7];
const decades = [1, 10, 100, 1000, 10_000];

/** The grid of a quantity: the longest length first, as little as possible of all else. */
function quantities(property: string, dimension: Dimension): Domain {
  const unit = usualUnit(dimension);
  const numbers = [...new Set(decades.flatMap((decade) => steps.map((step) => Math.round(step * decade))))];
  const longest = dimension === 'length';
  const values = (longest ? numbers.reverse() : numbers).map((each) => `${each} ${unit}`);
  return {
    what: property,
    range: longest ? `${values[0]} down to ${values.at(-1)}` : `${values[0]} to ${values.at(-1)}`,
    values,
    isOrdered: true,
    refine(good, bad) {
      const middle = Math.trunc((Number.parseInt(good, 10) + Number.parseInt(bad, 10)) / 2);
      return [good, bad].some((each) => Number.parseInt(each, 10) === middle) ? undefined : `${middle} ${unit}`;
    },
  };
}

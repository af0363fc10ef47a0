// Values over facts that both designs name by a `let`, side by side.
import type { Facts } from '../../answers/index.ts';
import { figureRows } from '../../report/figure-rows.ts';
import { type FigurePair, figurePair, wholeDesign } from './figure-pair.ts';

/** The named values of two designs: those of the new one in its order, then those that are gone. A name is what makes two the same. */
export function namedFigurePairs(before: Facts, after: Facts): FigurePair[] {
  const [olds, news] = [before, after].map((facts) => valuesOf(facts));
  const names = [...new Set([...(news?.keys() ?? []), ...(olds?.keys() ?? [])])];
  return names.map((name) => figurePair(wholeDesign, name, olds?.get(name), news?.get(name)));
}

function valuesOf(facts: Facts) {
  return new Map(figureRows(facts).map(({ figure, value }) => [figure.name, value]));
}

// Lines of a price book that name nothing of a design.
import { bill, type Facts, type Finding, printCount } from '@lightloom/core';
import { problem } from '../problems/problem.ts';
import type { PriceBook } from './book.ts';

/** The most names that a message lists. */
const maxNamed = 4;

/** One note for all lines of a book that no part of the design is bought by. */
export function unusedOffers({ offers, places }: PriceBook, facts: Facts): Finding[] {
  const { lines } = bill(facts);
  const names = new Set(lines.map(({ name }) => name));
  const numbers = new Set(lines.map(({ buying }) => buying.partNumber));
  const unused = offers.flatMap(({ part, partNumber }, i) => {
    const isUsed = part === undefined ? numbers.has(partNumber ?? '') : names.has(part);
    const origin = places[i];
    return isUsed || origin === undefined ? [] : [{ origin, name: part ?? partNumber ?? '' }];
  });
  const [first] = unused;
  if (first === undefined) return [];
  const named = [...new Set(unused.map(({ name }) => name))];
  const list = named.length > maxNamed ? [...named.slice(0, maxNamed), '…'] : named;
  const what = unused.length === 1 ? '1 line names' : `${printCount(unused.length, 'line')} name`;
  return [
    problem('prices/unused', first.origin, `${what} no part of this design: ${list.join(', ')}.`, {
      help: 'Check their spelling; `lightloom export bom` lists the parts to buy.',
    }),
  ];
}

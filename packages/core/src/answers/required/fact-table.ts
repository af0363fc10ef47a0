// Every fact by name, and its value for a subject.

import { unknown } from '../../figures/derivation.ts';
import type { Facts } from '../facts.ts';
import type { Asked, FactTable, FactValue } from './asked.ts';
import { cablingFacts } from './required-cabling.ts';
import { contentsFacts } from './required-contents.ts';
import { costFacts } from './required-cost.ts';
import { networkFacts } from './required-network.ts';
import { plantFacts } from './required-plant.ts';

/** Every fact that can be required, by name. */
export const factTable: FactTable = { ...networkFacts, ...contentsFacts, ...cablingFacts, ...plantFacts, ...costFacts };

/** The value of a fact that can be required. */
export function requiredFact(facts: Facts, fact: string, asked: Asked): FactValue {
  const of = Object.hasOwn(factTable, fact) ? factTable[fact] : undefined;
  return of?.(facts, asked) ?? { value: unknown(fact, 'count', `${fact} of ${asked.name} is unknown`) };
}

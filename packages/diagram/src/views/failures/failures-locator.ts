// The things of each row of a drawing of failures: findings about them are marked there, and it leads to the text of the first.
import { declarationOf, type Fabric, type FailureEffect, type SubjectFamily } from '@lightloom/core';
import type { Place } from '../../graph/index.ts';
import type { Locator } from '../marks/locator.ts';

/** A row, and the failure in it. */
export interface FailureRow {
  readonly id: string;
  readonly effect: FailureEffect;
}

/** Finds the row of a thing: the first that has it, which is that of the thing itself and not of a part of it. */
export function failuresLocator(rows: readonly FailureRow[]): Locator {
  let byThing: Map<SubjectFamily, Map<number, string>> | undefined;
  const index = (): Map<SubjectFamily, Map<number, string>> => {
    const found = new Map<SubjectFamily, Map<number, string>>();
    const whole = rows.filter(({ effect }) => !partial.has(effect.failure.kind));
    for (const { id, effect } of [...whole, ...rows]) {
      const { of, ids } = effect.failure.things();
      const known = found.get(of) ?? new Map<number, string>();
      found.set(of, known);
      for (const each of ids) if (!known.has(each)) known.set(each, id);
    }
    return found;
  };
  return { itemOf: (of, id) => (byThing ??= index()).get(of)?.get(id) };
}

/** Failures of a part of what they are named for, and of several things at once. */
const partial: ReadonlySet<FailureEffect['failure']['kind']> = new Set(['laser', 'supply', 'pump', 'row']);

/** Where the first thing that fails is declared. */
export function failureOrigin(fabric: Fabric, { failure }: FailureEffect): Place | undefined {
  const { of, ids } = failure.things();
  const [first] = ids;
  return first === undefined ? undefined : declarationOf(fabric, of, first);
}

// What keeps a link down beside its loss and its length: who draws links tells such links apart.
import type { LinkBudget } from '../../facts/index.ts';
import { exceeds } from '../../units/index.ts';
import { mismatchOf } from './pmds.ts';
import { judgedReceivers } from './receivers.ts';

/** A receiver that gets too much power; ends of other wavelengths; ends that differ in another way. */
export type EndFault = 'overload' | 'wavelength' | 'mismatch';

/** Finds the fault of each kind of link; what differs between two optics is worked out once. */
export function linkFaults(): (budget: LinkBudget) => EndFault | undefined {
  const known = new Map<string, EndFault | undefined>();
  const differs = (budget: LinkBudget): EndFault | undefined => {
    const mismatch = mismatchOf(budget);
    if (mismatch === undefined || mismatch.kind === 'unknown') return undefined;
    return mismatch.kind === 'wavelength' ? 'wavelength' : 'mismatch';
  };
  return (budget) => {
    const { from, to, group } = budget.class;
    if (from.optics === undefined || to.optics === undefined) return undefined;
    // On the wrong fiber they aren't compared.
    const key = [from.optics.index, to.optics.index, group.fiber?.index, group.cable?.index].join();
    if (!known.has(key)) known.set(key, differs(budget));
    return known.get(key) ?? overloadOf(budget);
  };
}

function overloadOf(budget: LinkBudget): EndFault | undefined {
  const isOver = judgedReceivers(budget).some(({ most, overload, damage }) =>
    exceeds(most.value, Number.isNaN(overload.value) && damage.value > 0 ? damage.value : overload.value),
  );
  return isOver ? 'overload' : undefined;
}

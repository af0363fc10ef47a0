// The receivers of links, and those that have a receive window of their own.
import { type LinkBudget, type Received, receivedOver } from '../../facts/index.ts';
import { derivesFrom, type Part } from '../../model/index.ts';
import { hasBudget } from '../links.ts';
import { mayLinkUp } from './pmds.ts';

/**
 * What arrives at the receivers of a link: nothing is said of one that stays dark. Of two PMDs that don't link up, what is known to be
 * wrong follows from that; nobody is asked for what isn't known.
 */
export function receiversOf(budget: LinkBudget): Received[] {
  if (!hasBudget(budget)) return [];
  const received = receivedOver(budget);
  return mayLinkUp(budget) ? received : received.filter(isKnown);
}

/** Whether all is known that a receiver is judged by. */
function isKnown({ least, floor, most, overload, oma, stressed }: Received): boolean {
  const values = [least, floor, most, overload, ...(Number.isNaN(stressed.value) ? [] : [oma])];
  return values.every(({ value }) => !Number.isNaN(value));
}

/**
 * What arrives at the receivers of a link whose power is judged. Where both ends have one PMD that doesn't say what it receives, or
 * the two of a pair on a single fiber, its channel loss covers that, and it never overloads its like; but not behind amplifiers,
 * where no channel loss is a limit.
 */
export function judgedReceivers(budget: LinkBudget): Received[] {
  return receiversOf(budget).filter(
    ({ sender, receiver }) =>
      !isOfOnePmd(sender, receiver) ||
      receiver.values.receive !== undefined ||
      budget.class.group.medium.amplifiers !== undefined,
  );
}

/** Whether two PMDs are one, or one is the other with its wavelengths swapped: each direction of a single fiber has its own. */
function isOfOnePmd(a: Part<'optics'>, b: Part<'optics'>): boolean {
  if (a === b) return true;
  const isSwapped =
    [a, b].every(({ values }) => values.fibers?.value === 1) && (derivesFrom(a, b) || derivesFrom(b, a));
  return (
    isSwapped && (['channel-loss', 'launch', 'receive'] as const).every((name) => a.values[name] === b.values[name])
  );
}

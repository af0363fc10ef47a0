// The receivers of links, and those that have a receive window of their own.
import { type LinkBudget, type Received, receivedOver } from '../facts/index.ts';
import { hasBudget } from './links.ts';

/** What arrives at the receivers of a link: nothing is said of one that stays dark. */
export function receiversOf(budget: LinkBudget): Received[] {
  return hasBudget(budget) ? receivedOver(budget) : [];
}

/**
 * What arrives at the receivers of a link whose power is judged. Where both ends have one PMD that doesn't say what it receives,
 * its channel loss covers that, and it never overloads its like; but not behind amplifiers, where no channel loss is a limit.
 */
export function judgedReceivers(budget: LinkBudget): Received[] {
  return receiversOf(budget).filter(
    ({ sender, receiver }) =>
      sender !== receiver ||
      receiver.values.receive !== undefined ||
      budget.class.group.medium.amplifiers !== undefined,
  );
}

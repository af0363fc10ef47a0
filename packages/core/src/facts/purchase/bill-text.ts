// The sum of a bill as a sentence.
import { printCount, printQuantity } from '../../units/index.ts';
import type { Bill } from './bill.ts';

/** `Total: at least 1,200 USD; 3 of 12 parts have no price.`; empty where nothing has a price. */
export function billText({ byCurrency, bought, unpriced, total }: Bill): string {
  if (byCurrency.size === 0) return '';
  const sums = [...byCurrency].map(([currency, value]) => printQuantity(value, 'money', currency)).join(' and ');
  // Of several currencies there is no total that could be known.
  const isWhole = byCurrency.size > 1 ? unpriced === 0 : !Number.isNaN(total.value);
  const verb = unpriced === 1 ? 'has' : 'have';
  const rest = unpriced === 0 ? '' : `; ${unpriced} of ${printCount(bought, 'part')} ${verb} no price`;
  return `Total: ${isWhole ? '' : 'at least '}${sums}${rest}.`;
}

// What buying takes: properties of everything that is ordered.
import { amount, amounts, table, text } from './spec.ts';

const order = {
  vendor: text('Who sells it.'),
  'part-number': text('The number it is ordered by.'),
  'lead-time': amount('time', 'Time from order to delivery, as `16 weeks`.'),
  spares: amount('ratio', 'Spares on top of what is installed, as `5 %`; rounded up to whole pieces.'),
} as const;

/** Of a part that has one price. */
export const purchase = {
  ...order,
  price: amount('money', 'Price of one, as `1200 USD`; a price book gives it instead where it names the part.'),
} as const;

/** Of a part that is sold in lengths. */
export const purchaseByLength = {
  ...order,
  price: table(
    'money',
    'length',
    'Price of one, or by the length it is ordered in, as `60 USD at 3 m, 90 USD at 10 m`; a price book gives it instead where it names the part.',
  ),
  lengths: amounts('length', 'Lengths it is sold in, as `1 m, 2 m, 3 m`; by default those of the project.'),
} as const;

/** Properties that say how a part is bought, and nothing of what it is. */
export const purchaseProperties: ReadonlySet<string> = new Set([
  ...Object.keys(purchase),
  ...Object.keys(purchaseByLength),
]);

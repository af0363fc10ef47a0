// What a fabric takes to buy.
import { billOf } from '../facts/purchase/bill.ts';
import { defineAnswer } from './answer.ts';
import { connectorUses, panelUses } from './fibers.ts';
import { reads } from './subject-facts.ts';

/** The bill of a whole fabric: everything that is ordered, with counts, spares and prices. */
export const bill = defineAnswer(
  { ...reads('fabric', 'optics', 'cabling'), connectors: connectorUses, panels: panelUses },
  billOf,
);

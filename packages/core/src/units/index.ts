// Quantities: reading them, printing them, comparing them.
export { exceeds, same } from './compare.ts';
export { canonicalUnit, type Dimension, type Quantity, quantity, shareUnits } from './dimension.ts';
export { printCount, printNumber, printQuantity, unknownText } from './print.ts';
export { type Reading, readQuantity } from './read.ts';
export { suggestUnit } from './suggested-unit.ts';
export { eiaRackUnit, findUnit, openRackUnit, type Unit, unitSpellings, units, unitsOf, usualUnit } from './unit.ts';

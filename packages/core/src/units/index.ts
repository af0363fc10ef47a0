// Quantities: reading them, printing them, comparing them.
export { combinedMeasure, combinedValue, comparable, type Measure, type Operator } from './arithmetic.ts';
export { exceeds, same } from './compare.ts';
export { canonicalUnit, type Dimension, type Quantity, shareUnits } from './dimension.ts';
export { combinedInterval, type Interval } from './interval.ts';
export { printConverted, printCount, printNumber, printQuantity, sharedUnit, unknownText } from './print.ts';
export { readQuantity } from './read.ts';
export { atLeastText, atMostText } from './rounded.ts';
export { suggestUnit } from './suggested-unit.ts';
export {
  canonicalUnitIn,
  currencyOf,
  eiaRackUnit,
  findUnit,
  openRackUnit,
  unitSpellings,
  units,
  unitsOf,
  usualUnit,
} from './unit.ts';

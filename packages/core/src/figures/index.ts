// Figures: values with how they came about, and what they rest on.
export {
  type Derivation,
  derivationLines,
  derived,
  figure,
  originsOf,
  originsOfUnknown,
  printApart,
  printBounded,
  printValue,
  stated,
  sum,
  times,
} from './derivation.ts';
export { isDraft } from './draft.ts';
export { type Footing, isSum, type RestsOn, restsOn, weakest } from './rests-on.ts';

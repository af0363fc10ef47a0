// Figures: values with how they came about, and what they rest on.
export {
  atMost,
  type Derivation,
  derivationLines,
  derived,
  figure,
  knownOf,
  leastOf,
  mostOf,
  originsOf,
  originsOfUnknown,
  printAmountsApart,
  printApart,
  printAtLeast,
  printBounded,
  printValue,
  stated,
  sum,
  times,
  unknown,
  unknownLeaves,
} from './derivation.ts';
export { isDraft } from './draft.ts';
export { remembered } from './remembered.ts';
export { isSum, type RestsOn, restsOn } from './rests-on.ts';

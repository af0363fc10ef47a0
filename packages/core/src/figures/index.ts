// Figures: values with how they came about, and what they rest on.
export {
  atMost,
  type Derivation,
  derivationLines,
  derived,
  figure,
  knownOf,
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
export { isSum, type RestsOn, restsOn } from './rests-on.ts';

// What can be said about each kind of thing.
export { type Catalogue, catalogue, propertiesOf } from './catalogue.ts';
export { eachPoint, type FactSpec, isOfDesign, pointsOfFact } from './fact-spec.ts';
export { factsOfDesign, requirableFacts } from './facts.ts';
export type { ElementFamily } from './family.ts';
export {
  type FeedKind,
  feedKinds,
  type InstanceKind,
  instanceKinds,
  isFeedKind,
  isTyped,
  type Kind,
  type PartKind,
  partKinds,
  type TypedInstanceKind,
} from './kinds.ts';
export { purchaseProperties } from './purchase.ts';
export type {
  CountSpec,
  KindSpec,
  PartSpec,
  PartsSpec,
  PerPartSpec,
  PropertySpec,
  QuantitiesSpec,
  QuantitySpec,
  RangeSpec,
  SelectableKind,
  SelectionSpec,
  SuppliesSpec,
  TableSpec,
  TextSpec,
  ValueSpec,
  WordSpec,
  WordsSpec,
} from './spec.ts';

// What a change is: things that changed alike, with their names folded.

/** What can change. An `engine` is a module that comes with its box; a `type` is one of the design's own. */
export type ChangedFamily =
  | 'switch'
  | 'host'
  | 'module'
  | 'engine'
  | 'link'
  | 'rack'
  | 'cdu'
  | 'loop'
  | 'branch'
  | 'feed'
  | 'network'
  | 'hall'
  | 'type';

/** What happened. What is replaced has another type; what is only renamed is the same as before. */
export type ChangeKind = 'added' | 'removed' | 'replaced' | 'moved' | 'changed' | 'renamed';

/** One property of something that changed, as people read it. */
export interface Detail {
  /** `power`, `rack`, `far end`. */
  readonly property: string;
  /** Empty where there was none. */
  readonly before: string;
  /** Empty where there is none. */
  readonly after: string;
}

/** Things of one family that changed alike. */
export interface Change {
  readonly kind: ChangeKind;
  readonly of: ChangedFamily;
  readonly count: number;
  /** What they are: the name of their type, `OS2`. */
  readonly what: string;
  /** Their names in the old design, `leaf[1..8]`; empty where there were none. */
  readonly before: readonly string[];
  /** Their names in the new design. */
  readonly after: readonly string[];
  readonly details: readonly Detail[];
  /** Of a type, how many things of it the new design has installed. */
  readonly installed?: number;
}

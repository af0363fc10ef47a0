// Families of installed things.

/** A family of things that selectors name. Ids count from zero within a family. */
export type ElementFamily =
  | 'device'
  | 'rack'
  | 'cdu'
  | 'loop'
  | 'branch'
  | 'feed'
  | 'network'
  | 'group'
  | 'cage'
  | 'port'
  | 'hall'
  | 'part';

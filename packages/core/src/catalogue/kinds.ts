// The kinds of thing the language knows, and which statements declare one. A new kind is a row here and its properties in
// the file of its subject; grammar, parser, completion, colors and docs read this table.

/** How a kind is declared. */
interface KindForms {
  /** It can be a part: `switch type Leaf { … }`. */
  readonly part?: true;
  /** It can be installed: `switch leaf[1..8] : Leaf`, `loop primary { … }`. */
  readonly installed?: true;
}

/** Every kind that has properties. A kind that is both a part and installed is installed with its type, in arrays. */
const kinds = {
  module: { part: true },
  optics: { part: true },
  cage: { part: true },
  laser: { part: true },
  amplifier: { part: true },
  fiber: { part: true },
  connector: { part: true },
  splice: { part: true },
  panel: { part: true },
  cable: { part: true },
  asic: { part: true },
  nic: { part: true },
  switch: { part: true, installed: true },
  host: { part: true, installed: true },
  rack: { part: true, installed: true },
  shelf: { part: true },
  coolant: { part: true },
  coupling: { part: true },
  cdu: { part: true, installed: true },
  loop: { installed: true },
  branch: { installed: true },
  hall: { installed: true },
  feed: { installed: true },
  ups: { installed: true },
  pdu: { installed: true },
  link: {},
  ports: {},
  view: {},
} as const satisfies Record<string, KindForms>;

type Kinds = typeof kinds;
/** A kind of thing that has properties. */
export type Kind = keyof Kinds;
/** The kinds that can be declared in a form. */
type KindsWith<Form extends keyof KindForms> = { [K in Kind]: Form extends keyof Kinds[K] ? K : never }[Kind];

/** Kinds of part that a type can describe. */
export type PartKind = KindsWith<'part'>;
/** Kinds of what is installed. */
export type InstanceKind = KindsWith<'installed'>;
/** Kinds that are installed with a type, in arrays. */
export type TypedInstanceKind = PartKind & InstanceKind;

/** Kinds that carry power to racks and CDUs, or to others of these: one family, `feed`. */
export const feedKinds = ['feed', 'ups', 'pdu'] as const satisfies readonly InstanceKind[];
export type FeedKind = (typeof feedKinds)[number];

/** Whether a kind carries power. */
export function isFeedKind(kind: string): kind is FeedKind {
  return (feedKinds as readonly string[]).includes(kind);
}

const every = Object.entries(kinds) as readonly (readonly [Kind, KindForms])[];
const kindsWith = <K extends Kind>(has: (forms: KindForms) => boolean): readonly K[] =>
  every.filter(([, forms]) => has(forms)).map(([kind]) => kind as K);

/** Kinds that can be declared as a type. */
export const partKinds = kindsWith<PartKind>((forms) => forms.part === true);
/** Kinds that can be installed. */
export const instanceKinds = kindsWith<InstanceKind>((forms) => forms.installed === true);

/** Whether a kind is installed with a type, in arrays. */
export function isTyped(kind: InstanceKind): kind is TypedInstanceKind {
  return partKinds.some((each) => each === kind);
}

// What a user sets of the editor, in the section `lightloom`: which hints and lenses are shown.

/** Each kind of inlay hint, and what it shows. */
export const hintKinds = {
  sizes: 'How many elements an array has: `= 64` behind `[1..hosts]`; how often a `for` repeats.',
  links: 'How many links a `link` makes, and how many there are between two devices.',
  margins: 'The optical margin of the links of a statement, in dB.',
  lengths: 'What `auto` comes to: the lengths of the links.',
  arguments: 'The parameters that the arguments of templates and patterns are for.',
  loads: 'Power and coolant of each element of an array.',
  units: 'Quantities in rack units, US customary units and CFM in the metric unit too.',
} as const satisfies Record<string, string>;

/** Each kind of code lens, and what it shows. */
export const lensKinds = {
  networks: 'Oversubscription and totals above a network.',
  loops: 'Load and headroom above a coolant loop or a feed.',
  requirements: 'The value above a requirement, and how far it is from the limit.',
  views: 'A link to the drawing above a view.',
  types: 'How often a type is used.',
} as const satisfies Record<string, string>;

export type HintKind = keyof typeof hintKinds;
export type LensKind = keyof typeof lensKinds;

/** Whether a kind is shown. */
export type Shown<Kind extends string> = (kind: Kind) => boolean;

/** What is shown by a setting that is an object of switches: everything that isn't switched off. */
export function shownBy<Kind extends string>(setting: unknown): Shown<Kind> {
  const switches =
    typeof setting === 'object' && setting !== null ? (setting as Readonly<Record<string, unknown>>) : {};
  return (kind) => switches[kind] !== false;
}

// What can be wrong with the text itself: one row each, so that every code is documented and none is misspelt.
import type { Finding, Fix, Origin, Related, Severity } from '@lightloom/core';

/** A sort of problem of the text. */
export interface ProblemKind {
  readonly title: string;
  readonly why: string;
  readonly severity?: Severity;
}

export const problemKinds = {
  'syntax/expected': {
    title: 'Something is missing or out of place',
    why: 'The text can’t be read on from here. The rest of the file keeps its meaning.',
  },
  'syntax/unexpected': { title: 'A closing brace too many', why: 'Nothing is open that it could close.' },
  'syntax/unclosed': {
    title: 'A body is not closed',
    why: 'Every `{` needs its `}`. Where the indent shows which body was meant to end, the rest is read as if it had.',
  },
  'syntax/unclosed-text': {
    title: 'A text is not closed',
    why: 'A text in quotes ends on the line on which it starts.',
  },
  'syntax/unclosed-comment': {
    title: 'A comment is not closed',
    why: 'A comment that starts with `/*` ends with `*/`. Only its first line is left out.',
  },
  'syntax/character': {
    title: 'A character the language has no use for',
    why: 'It is left out. Names hold letters, digits, `_` and hyphens.',
  },
  'syntax/keyword': {
    title: 'A misspelt keyword',
    why: 'What follows is a declaration, but no statement starts with this word.',
  },
  'syntax/unit': {
    title: 'A word that is no unit',
    why: 'A number is followed by its unit, of a closed list. Case counts: `mW` and `MW` differ.',
  },
  'syntax/separator': {
    title: 'A sign too many between name and value, or between properties',
    why: 'A property is its name, then its value; the next name starts the next one. The point of a decimal is a point.',
  },
  'syntax/not-text': {
    title: 'A file that is no text',
    why: 'A `.fabric` file is text in UTF-8.',
  },
  'syntax/too-deep': {
    title: 'Nesting without end',
    why: 'Nothing a person writes is nested so deep; what is inside is left out.',
  },
  'syntax/no-value': { title: 'A property without a value', why: 'A property is a name and a value.' },
  'config/json': {
    title: 'A configuration that is no JSON',
    why: '`lightloom.json` can’t be read on from here; nothing in it has an effect.',
  },
  'config/content': {
    title: 'A configuration that says something unknown',
    why: 'A misspelt rule would be without effect, and nobody would notice.',
  },
  'import/not-found': {
    title: 'An imported file does not exist',
    why: 'The names it would bring are not known, so they are not reported one by one.',
  },
  'import/path': {
    title: 'An import path that names no place',
    why: 'Paths start with `std/` for what ships with the tool, or with `./` or `../` for files beside this one.',
  },
  'import/cycle': {
    title: 'Files import each other',
    why: 'A file that imports itself, directly or through others, has no beginning.',
  },
  'name/unknown': {
    title: 'An unknown name',
    why: 'Nothing of that name is declared here, in what surrounds it, or in an imported file.',
  },
  'name/twice': {
    title: 'A name is declared twice',
    why: 'Names are how messages, drawings and exports tell things apart.',
  },
  'name/ambiguous': {
    title: 'A name that means several things',
    why: 'Members of networks can be named without their network as long as only one network has them.',
  },
  'type/kind': { title: 'A part of the wrong kind', why: 'Each place takes one kind of part: a switch is not a rack.' },
  'type/cycle': { title: 'A type that is its own base', why: 'Inheritance must end at a type without a base.' },
  'type/missing': { title: 'An instance without a type', why: 'Switches, hosts, racks and CDUs are arrays of a type.' },
  'template/arguments': {
    title: 'Arguments that do not fit the parameters',
    why: 'Every parameter without a default needs an argument, and every argument a parameter.',
  },
  'template/cycle': { title: 'A template that contains itself', why: 'It would go on for ever.' },
  'template/not-one': { title: 'Not a template', why: 'An array without a kind in front is an array of a template.' },
  'statement/misplaced': {
    title: 'A statement where it has no meaning',
    why: 'Each body takes its own kinds of statement.',
  },
  'property/unknown': {
    title: 'A property this kind does not have',
    why: 'The catalogue says which properties each kind of thing has.',
  },
  'property/twice': { title: 'A property is given twice', why: 'Nobody can say which of the two is meant.' },
  'property/installed-only': {
    title: 'A property of what is installed, on a type',
    why: 'A type is what one buys; what it hangs on is said where it is installed.',
  },
  'value/no-unit': { title: 'A number without a unit', why: 'Every quantity carries its unit.' },
  'value/dimension': {
    title: 'A quantity of the wrong dimension',
    why: 'A power is given in W or kW, a loss in dB: units are checked.',
  },
  'value/kind': { title: 'A value of the wrong kind', why: 'Each property takes one kind of value.' },
  'value/word': {
    title: 'A word that is not one of the choices',
    why: 'The catalogue lists the words a property takes.',
  },
  'value/negative': { title: 'A negative quantity', why: 'Less than nothing can’t be meant here.' },
  'value/share': { title: 'A share of more than the whole', why: 'Nothing gives away more than it has.' },
  'value/arithmetic': {
    title: 'Arithmetic that has no result',
    why: 'Only quantities of the same dimension add up, and nothing divides by zero.',
  },
  'value/too-large': {
    title: 'An array larger than a fabric can be',
    why: 'A slip in an index should be told, not expanded.',
  },
  'value/range': {
    title: 'A range that holds nothing',
    why: 'Ranges run from the smaller to the larger index, in whole numbers from one.',
  },
  'selection/no-such-index': {
    title: 'An index that does not exist',
    why: 'A selector that reaches beyond its array selects something nobody installed.',
  },
  'selection/nothing': {
    title: 'A selector that matches nothing',
    why: 'A selector that matches nothing would be silently without effect.',
  },
  'selection/kind': {
    title: 'A selector of the wrong kind of thing',
    why: 'Modules are plugged into cages, devices are placed in racks, links end at ports.',
  },
  'loop/branch': {
    title: 'A branch that can’t be piped so',
    why: 'A branch has racks side by side or one behind the other, on one loop, and takes its supply or the outlet of another branch.',
  },
  'loop/cdu': {
    title: 'A CDU that feeds two loops',
    why: 'A CDU has one secondary side: what it passes on and pumps goes into one loop, and counted in two it would be counted twice.',
  },
  'link/pattern': {
    title: 'An unknown pattern',
    why: 'A link is laid in a pattern, as pairs, mesh, torus; anything else is written as a loop.',
  },
  'link/sides': {
    title: 'A pattern with a side too many or too few',
    why: 'A mesh joins two sides; a torus joins the devices of one side to each other.',
  },
  'link/arguments': {
    title: 'A pattern with too many or too few numbers',
    why: 'A torus takes its sizes, a dragonfly its routers, hosts and global links, a mesh takes nothing.',
  },
  'require/fact': {
    title: 'A fact that can’t be required',
    why: 'The language reference lists the facts a requirement can name.',
  },
  'allow/rule': {
    title: 'An allowance for an unknown rule',
    why: 'A misspelt rule would be allowed for ever and never excuse anything.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemId = keyof typeof problemKinds;

/** Optional parts of a problem. */
export interface ProblemDetails {
  readonly help?: string | undefined;
  readonly label?: string;
  readonly related?: readonly Related[];
  /** The word that was likely meant in place of what the origin holds: takes the place of the help. */
  readonly meant?: string | undefined;
  /** Where it was meant, when that is not the origin, or not alone. */
  readonly meantAt?: readonly Origin[];
  readonly fixes?: readonly Fix[];
}

/** A problem of the text as a finding, so that all findings go one way. */
export function problem(rule: ProblemId, origin: Origin, message: string, details: ProblemDetails = {}): Finding {
  const kind: ProblemKind = problemKinds[rule];
  return {
    rule,
    severity: kind.severity ?? 'error',
    message,
    help: details.meant === undefined ? details.help : `Did you mean \`${details.meant}\`?`,
    origin,
    label: details.label,
    related: details.related ?? [],
    fixes: [
      ...(details.meant === undefined ? [] : [replacement(details.meantAt ?? [origin], details.meant)]),
      ...(details.fixes ?? []),
    ],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}

/** Puts another text in place of what is at some places. */
export function replacement(places: readonly Origin[], text: string): Fix {
  return { title: `Change to \`${text}\``, edits: places.map((origin) => ({ origin, text })) };
}

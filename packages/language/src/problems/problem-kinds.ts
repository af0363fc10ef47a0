// Every kind of problem in the text, one row each: its code, what it means, and what it makes doubtful.
import { type Dependence, fabricLayers, type Layer, type Severity } from '@lightloom/core';

/** A kind of problem in the text. */
export interface ProblemKind extends Partial<Dependence> {
  /** A short phrase for lists. */
  readonly title: string;
  readonly why: string;
  /** An error unless given. */
  readonly severity?: Severity;
}

/** Text that can't be read as statements: nothing that is read from them is complete. */
const unreadable = { breaks: ['statements', 'names', ...fabricLayers] } as const satisfies Partial<Dependence>;
/** Statements that are known, but not everything they name: the fabric isn't complete. */
const incomplete = { breaks: fabricLayers } as const satisfies Partial<Dependence>;
/** What can be trusted only where all declarations are known. */
const needsNames = { dependsOn: ['names'] } as const satisfies Partial<Dependence>;

/** What is worth knowing of a design whose text has no other problem. */
const unneeded = { severity: 'note' } as const satisfies Partial<ProblemKind>;

export const problemKinds = {
  'syntax/expected': {
    title: 'Something is missing or misplaced',
    why: "The statement can't be read any further. The rest of the file is still read.",
    ...unreadable,
  },
  'syntax/unexpected': { title: 'An extra closing brace', why: 'There is no open `{` for it to close.', ...unreadable },
  'syntax/unclosed': {
    title: 'An unclosed body',
    why: 'Every `{` needs its `}`. Where the indentation shows which body should have ended, the rest is read as if it had.',
    ...unreadable,
  },
  'syntax/unclosed-text': {
    title: 'An unclosed text',
    why: 'A text in quotes ends on the line on which it starts.',
    ...unreadable,
  },
  'syntax/unclosed-comment': {
    title: 'An unclosed comment',
    why: 'A comment that starts with `/*` ends with `*/`. Only its first line is skipped.',
    ...unreadable,
  },
  'syntax/character': {
    title: "A character that isn't part of the language",
    why: 'It is skipped. Names consist of letters, digits, `_` and hyphens.',
    ...unreadable,
  },
  'syntax/keyword': {
    title: 'A misspelt keyword',
    why: 'What follows looks like a declaration, but no statement starts with this word.',
    ...unreadable,
  },
  'syntax/unit': {
    title: 'An unknown unit',
    why: 'A number is followed by one of the units of the language. Case matters: `mW` and `MW` differ.',
    ...unreadable,
  },
  'syntax/separator': {
    title: 'An unneeded sign between a name and its value, or between properties',
    why: 'A property is its name and then its value, without a sign between them; the next name starts the next property. Decimals take a point, not a comma.',
    ...unreadable,
  },
  'syntax/not-text': {
    title: "A file that isn't text",
    why: 'A `.fabric` file is text in UTF-8.',
    ...unreadable,
  },
  'syntax/too-deep': {
    title: 'Nesting that is too deep',
    why: 'Brackets and bodies can be nested only so deep; what is further inside is skipped.',
    ...unreadable,
  },
  'syntax/too-long': {
    title: 'A name, a text, a number or a file that is too long',
    why: 'Messages, drawings and tables have no room for it, or the memory has none.',
    ...unreadable,
  },
  'syntax/no-value': {
    title: 'A property without a value',
    why: 'A property is a name and a value.',
    ...unreadable,
  },
  'config/json': {
    title: "A configuration that isn't valid JSON",
    why: 'None of the settings in this `lightloom.json` take effect.',
  },
  'config/plugin': {
    title: 'A plug-in that fails',
    why: "A plug-in that a project names can't be loaded, isn't a plug-in, or has a rule that fails. What it would have found isn't known.",
  },
  'config/plugins-off': {
    title: 'Plug-ins that are not loaded',
    why: 'A plug-in is a program: it runs only where the command line (`--allow-plugins`) or a trusted workspace of an editor allows it. Its rules are not run, and what is set for them has no effect.',
    severity: 'note',
  },
  'config/unreadable': {
    title: "A configuration that can't be read",
    why: 'None of the settings in this `lightloom.json` take effect.',
  },
  'config/content': {
    title: 'An unknown setting in the configuration',
    why: 'A misspelt rule would silently have no effect.',
  },
  'positions/json': {
    title: "Positions that aren't valid JSON",
    why: 'None of the positions in this `.view.json` take effect; boxes are where the layout puts them.',
  },
  'positions/content': {
    title: 'Positions with an unknown or invalid entry',
    why: 'The entry has no effect; the other positions do.',
  },
  'positions/unreadable': {
    title: "Positions that can't be read",
    why: 'Boxes are where the layout puts them.',
  },
  'prices/unreadable': {
    title: "A price book that can't be read",
    why: 'Without it, the prices it holds are unknown.',
  },
  'prices/head': {
    title: 'A column of a price book that is missing or misspelt',
    why: 'The first line of a price book names its columns. Without `price`, and one of `part` and `part-number`, it gives no price.',
  },
  'prices/value': {
    title: "A cell of a price book that can't be read",
    why: 'The line has no effect: its price is unknown rather than guessed.',
  },
  'prices/twice': {
    title: 'Two lines of a price book for the same part',
    why: 'They may differ, and only one of them can be the price. The first one counts.',
  },
  'prices/unused': {
    title: 'Lines of a price book that name no part of the design',
    why: 'Their names or numbers may be misspelt, and the parts they are meant for have no price. A book for several designs has such lines.',
    severity: 'note',
  },
  'text/direction': {
    title: 'A character that changes the direction of a line',
    why: 'A line with it means something other than what it shows: names and comments change places on the screen, and not in the file.',
  },
  'text/invisible': {
    title: "A character that isn't visible",
    why: 'Two texts that differ in it look alike, and a control character can steer a terminal. Where it is printed, it is replaced.',
    severity: 'warning',
  },
  'text/lookalike': {
    title: 'A letter that looks like another',
    why: 'A word of Latin letters with a Cyrillic or Greek one among them looks like another word and is a different one.',
    severity: 'warning',
  },
  'import/not-found': {
    title: "An imported file that doesn't exist",
    why: "The names it would declare are unknown, so they aren't reported one by one.",
    ...incomplete,
  },
  'import/unreadable': {
    title: "An imported file that can't be read",
    why: 'An import is a text file in UTF-8 of at most 32 MiB, as a design is.',
    ...incomplete,
  },
  'import/outside': {
    title: 'An import that leads out of the workspace',
    why: 'A design from somebody else could make other files of this computer part of it. Imports stay below the folders of the workspace, in the repository of the file, in the part library, or below folders that a setting allows; links are followed first.',
    ...incomplete,
  },
  'import/path': {
    title: 'An invalid import path',
    why: 'Paths start with `std/` for the part library, or with `./` or `../` for your own files.',
    ...incomplete,
  },
  'unused/type': {
    title: 'A type or a template that is not used',
    why: 'It may be left over, or something else may have been meant to have it. Reported in designs, not in files that only declare things for others.',
    ...unneeded,
  },
  'unused/let': {
    title: 'A value that is not used',
    why: 'It may be left over, or a number was written where the value was meant.',
    ...unneeded,
  },
  'unused/import': {
    title: 'An import that brings nothing that is used',
    why: 'Nothing that the file or its own imports declare is named in the design.',
    ...unneeded,
  },
  'import/cycle': {
    title: 'Files that import each other',
    why: "A file is read after those it imports, so it can't import itself, directly or through others.",
    ...incomplete,
  },
  'name/unknown': {
    title: 'An unknown name',
    why: 'Nothing of that name is declared here, in an enclosing body, or in an imported file.',
    ...incomplete,
    ...needsNames,
  },
  'name/hole': {
    title: 'A hole that is not filled',
    why: '`?` takes the place of a count, a part, a length or another quantity that `lightloom plan` finds. Until then, what depends on it is unknown.',
    ...incomplete,
  },
  'name/twice': {
    title: 'A name that is declared twice',
    why: 'Names identify things in messages, drawings and exports.',
    ...incomplete,
  },
  'name/ambiguous': {
    title: 'An ambiguous name',
    why: 'A member of a network can be named without its network only as long as no other network has a member of that name.',
    ...needsNames,
  },
  'type/kind': {
    title: 'A part of the wrong kind',
    why: "Each place takes one kind of part: a switch isn't a rack.",
    ...needsNames,
  },
  'type/cycle': {
    title: 'A type that is its own base, or refers to itself',
    why: 'Inheritance must end at a type without a base, and a property may not lead back to its type.',
  },
  'type/missing': {
    title: 'An instance without a type',
    why: 'Switches, hosts, racks and CDUs each need a type.',
    breaks: ['names'],
  },
  'template/arguments': {
    title: "Arguments that don't match the parameters",
    why: 'Every parameter without a default needs an argument, and every argument needs a parameter.',
    ...needsNames,
  },
  'template/cycle': { title: 'A template that contains itself', why: 'It could never be expanded to the end.' },
  'template/not-one': {
    title: 'Not a template',
    why: 'A declaration without a kind, such as `unit[1..4] : Unit`, makes instances of a template.',
    breaks: ['names'],
  },
  'statement/misplaced': {
    title: 'A misplaced statement',
    why: 'Each kind of body takes its own kinds of statements.',
    breaks: ['names', ...fabricLayers],
    dependsOn: ['statements'],
  },
  'property/unknown': {
    title: 'An unknown property',
    why: 'Each kind of thing has its own properties.',
    mayBeLeftOver: true,
  },
  'property/twice': { title: 'A property that is given twice', why: 'Only one value can apply.' },
  'property/installed-only': {
    title: 'A property of an installed thing, on a type',
    why: 'A type describes the product; its feeds, loops and position are given where it is installed.',
  },
  'value/no-unit': { title: 'A number without a unit', why: 'Every quantity has a unit.' },
  'value/dimension': {
    title: 'A quantity of the wrong dimension',
    why: 'Units are checked: a power is given in W or kW, a loss in dB.',
  },
  'value/kind': { title: 'A value of the wrong kind', why: 'Each property takes one kind of value.' },
  'value/word': {
    title: 'An unknown word',
    why: 'Some properties take one of a few words.',
  },
  'value/negative': { title: 'A negative quantity', why: "The property can't be negative." },
  'value/zero': {
    title: 'A zero where nothing is zero',
    why: 'A coolant of no density or a fiber without delay would pass every check that divides by it, or depends on it.',
  },
  'value/share': { title: 'A share above 100 %', why: "Shares of one whole can't add up to more than 100 %." },
  'value/arithmetic': {
    title: 'An expression without a result',
    why: 'Only quantities of the same dimension can be added or subtracted, and nothing can be divided by zero.',
  },
  'value/angle': {
    title: 'A latitude or a longitude that is on no map',
    why: 'Latitudes are from -90 ° in the south to 90 ° in the north, longitudes from -180 ° in the west to 180 ° in the east.',
  },
  'value/fact': {
    title: 'A fact where the design is still open',
    why: 'Facts are computed from what is installed: an array, a length or a property that depends on one would depend on itself.',
  },
  'value/too-large': {
    title: 'Too many elements, or too long a chain',
    why: 'A slip in an index is reported instead of expanded. Values, types and templates can be chained only so far.',
  },
  'value/range': {
    title: 'An empty or invalid range',
    why: 'Ranges go from the lower to the higher index, in whole numbers.',
  },
  'value/single-index': {
    title: 'One index where a number of elements may be meant',
    why: 'The brackets of a declaration hold indices: `[4]` is the one element with the index 4, and `[1..4]` are four.',
    ...unneeded,
  },
  'selection/no-such-index': {
    title: "An index that doesn't exist",
    why: 'The array has no element with that index.',
    ...needsNames,
  },
  'selection/nothing': {
    title: 'A selector that matches nothing',
    why: 'It would silently have no effect.',
    ...needsNames,
  },
  'selection/kind': {
    title: 'A selector for the wrong kind of thing',
    why: 'Modules are plugged into cages, devices are placed in racks, links end at ports.',
    ...needsNames,
  },
  'loop/branch': {
    title: 'An invalid branch of a coolant loop',
    why: 'The racks of a branch are in parallel or in series, on one loop; it is supplied by the loop or by the outlet of another branch.',
  },
  'loop/cdu': {
    title: 'A CDU that feeds two loops',
    why: 'A CDU has one secondary side: its flow and its capacity belong to one loop, and would be counted twice in two.',
  },
  'feed/circle': {
    title: 'A feed, a UPS or a PDU that supplies itself',
    why: 'Power comes from a utility or from generators: what supplies something can be neither that thing nor anything that it supplies.',
    breaks: ['values'],
  },
  'link/pattern': {
    title: 'An unknown link pattern',
    why: 'Links follow a pattern such as `pairs`, `mesh` or `torus`; anything else is written with `for`.',
  },
  'link/sides': {
    title: 'A link pattern with the wrong number of sides',
    why: 'A mesh joins two sides; a torus joins the devices of one side to each other.',
  },
  'link/arguments': {
    title: 'A link pattern with the wrong number of arguments',
    why: 'A torus takes its sizes, a dragonfly its routers, hosts and global links, a mesh nothing.',
  },
  'link/slack': {
    title: 'Slack of a cable with a length of its own',
    why: 'A length that is given is that of the whole cable. Slack is added to the path that `length auto` computes.',
    severity: 'warning',
  },
  'require/fact': {
    title: "A fact that can't be required",
    why: 'The language reference lists the facts that a requirement can name.',
  },
  'require/name': {
    title: 'An unknown name in a requirement, an allowance or a view',
    why: 'Nothing of that name is installed there. The rest of the design is judged as if the statement were absent.',
    ...needsNames,
  },
  'plug/twice': {
    title: 'A cage that gets two modules',
    why: 'A cage holds one module. The one that is plugged last counts; the other is neither powered nor bought.',
    severity: 'warning',
  },
  'place/twice': {
    title: 'A device that is placed twice',
    why: 'A device is in one rack. The last place counts; the other rack has neither its height nor its power.',
    severity: 'warning',
  },
  'phase/adds': {
    title: "Something that a phase can't add",
    why: 'Each thing is added by one phase. Devices and their cages, racks, CDUs, loops, feeds, networks and template instances can be added.',
    ...needsNames,
  },
  'allow/reason': {
    title: 'An allowance without a reason',
    why: 'Whoever reads the design later must know why the finding is acceptable.',
    dependsOn: ['statements'],
  },
  'allow/rule': {
    title: 'An allowance for an unknown rule',
    why: 'It would silently have no effect.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemId = keyof typeof problemKinds;

/** Kinds of problem that aren't errors, so that a project can set their severity. */
export const milderProblems: readonly string[] = Object.entries(problemKinds as Readonly<Record<string, ProblemKind>>)
  .filter(([, { severity = 'error' }]) => severity !== 'error')
  .map(([id]) => id);

/** Whether a code is one of a problem in the text. */
function isProblemId(rule: string): rule is ProblemId {
  return Object.hasOwn(problemKinds, rule);
}

const independent: Dependence = { breaks: [], dependsOn: [] };

/** What a problem of a kind breaks and depends on. */
export function dependenceOf(rule: string): Dependence {
  if (!isProblemId(rule)) return independent;
  const kind: ProblemKind = problemKinds[rule];
  return { ...independent, ...kind };
}

/** The layers of a design that a problem of a kind leaves incomplete. */
export function isBroken(layer: Layer, problems: readonly { readonly rule: string }[]): boolean {
  return problems.some((each) => dependenceOf(each.rule).breaks.includes(layer));
}

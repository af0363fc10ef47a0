// Every statement of the language, a row each: how it starts, where it may be, and what editors and docs call it. Word
// lists of the grammar, parser, completion, outline, colors and docs read this table.
import { type InstanceKind, instanceKinds, partKinds } from '@lightloom/core';
import type { SymbolKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';

export type StatementType = ast.Statement['$type'];

/** A kind of body, by the statements it takes. `block` is that of a network, a template, a `for` or a condition. */
export type BodyKind =
  | 'file'
  | 'block'
  | 'type'
  | 'device type'
  | 'instance'
  | 'coolant loop'
  | 'override'
  | 'link'
  | 'phase'
  | 'detail';

/** What identifies a statement whose keyword is misspelled: what follows the word, or a word later on its line. */
type Evidence =
  | { readonly next: 'text' | 'body' | 'name and text' | 'name and parenthesis' | 'declaration' }
  | { readonly word: 'to' | 'into' | 'in' | 'because' | 'adds' };

interface StatementSpec {
  /** The words that start it; none where it starts with a name. */
  readonly keywords: readonly string[];
  /** How it is written; a reader replaces what is in capitals. */
  readonly form: string;
  /** One sentence on what it does. */
  readonly doc: string;
  /** What messages call it, as the subject of a sentence. */
  readonly subject: string;
  /** The bodies that take it. */
  readonly in: readonly BodyKind[];
  /** What messages call its body: `in a network`; undefined where the kind of part or instance is in the name. */
  readonly within?: string;
  /** How the outline shows it; undefined where it doesn't. */
  readonly symbol?: keyof typeof SymbolKind;
  readonly evidence?: Evidence;
  /** TextMate scopes of the keyword, and of the name after it. */
  readonly scopes?: { readonly keyword: string; readonly name?: string };
}

const design = ['file', 'block'] as const;

const statements = {
  Import: {
    keywords: ['import'],
    form: 'import "FILE" as ALIAS',
    doc: 'Makes the names of another file known.',
    subject: 'An import',
    in: ['file'],
    evidence: { next: 'text' },
    scopes: { keyword: 'keyword.control.import' },
  },
  TypeDeclaration: {
    keywords: partKinds,
    form: 'KIND type NAME is BASE { … }',
    doc: 'Describes a part one can buy.',
    subject: 'A type',
    in: ['file'],
    symbol: 'Class',
    scopes: { keyword: 'storage.type.kind', name: 'entity.name.type' },
  },
  Template: {
    keywords: ['template'],
    form: 'template NAME(PARAMETER = DEFAULT, …) { … }',
    doc: 'Describes a block that can be installed many times.',
    subject: 'A template',
    in: ['file'],
    within: 'in a template',
    symbol: 'Module',
    evidence: { next: 'name and parenthesis' },
    scopes: { keyword: 'storage.type.template', name: 'entity.name.function.template' },
  },
  Let: {
    keywords: ['let'],
    form: 'let NAME = VALUE',
    doc: 'Names a value.',
    subject: 'A `let`',
    in: design,
    symbol: 'Constant',
    scopes: { keyword: 'storage.type.let', name: 'variable.other.constant' },
  },
  Network: {
    keywords: ['network'],
    form: 'network NAME : KIND { … }',
    doc: 'Groups the devices and links of one network.',
    subject: 'A network',
    in: ['file'],
    within: 'in a network',
    symbol: 'Namespace',
    evidence: { next: 'declaration' },
    scopes: { keyword: 'storage.type.network', name: 'entity.name.function.network' },
  },
  Instance: {
    keywords: instanceKinds satisfies readonly InstanceKind[],
    form: 'KIND NAME[…] : TYPE at row ROW position POSITION { … }',
    doc: 'Installs devices, racks, CDUs, or what supplies them.',
    subject: 'An instance',
    in: [...design, 'coolant loop'],
    symbol: 'Object',
    evidence: { next: 'declaration' },
    scopes: { keyword: 'storage.type.kind', name: 'variable.other.constant' },
  },
  TemplateInstance: {
    keywords: [],
    form: 'NAME[…] : TEMPLATE(ARGUMENT, …)',
    doc: 'Installs the block of a template, once for each index.',
    subject: 'A template instance',
    in: design,
    within: 'in a template instance',
    symbol: 'Array',
  },
  Override: {
    keywords: [],
    form: 'SELECTOR, … { … }',
    doc: 'Changes properties of some elements.',
    subject: 'An override',
    in: design,
    within: 'in an override',
    symbol: 'Property',
  },
  Ports: {
    keywords: ['ports'],
    form: 'ports NAME[…] : CAGE',
    doc: 'Gives a switch or host type a group of equal cages.',
    subject: 'A port group',
    in: ['device type'],
    within: 'in a port group',
    symbol: 'Interface',
    evidence: { next: 'declaration' },
    scopes: { keyword: 'storage.type.ports', name: 'variable.other.constant' },
  },
  Plug: {
    keywords: ['plug'],
    form: 'plug MODULE into PORTS, …',
    doc: 'Fills cages with modules.',
    subject: 'A `plug`',
    in: design,
    evidence: { word: 'into' },
    scopes: { keyword: 'keyword.control.plug', name: 'entity.name.type' },
  },
  Link: {
    keywords: ['link'],
    form: 'link PORTS, … to PORTS, … as PATTERN over MEDIUM { … }',
    doc: 'Connects ports, over a fiber or a cable; modules of copper or radio need none.',
    subject: 'A link',
    in: design,
    within: 'in the path of a link',
    symbol: 'Event',
    evidence: { word: 'to' },
    scopes: { keyword: 'keyword.control.link' },
  },
  Place: {
    keywords: ['place'],
    form: 'place DEVICES, … in RACKS, … COUNT each',
    doc: 'Puts devices or CDUs into racks.',
    subject: 'A `place`',
    in: design,
    evidence: { word: 'in' },
    scopes: { keyword: 'keyword.control.place' },
  },
  For: {
    keywords: ['for'],
    form: 'for INDEX in FIRST..LAST, … { … }',
    doc: 'Repeats statements for each number of a range.',
    subject: 'A `for`',
    in: design,
    within: 'in a `for`',
    symbol: 'Operator',
    evidence: { word: 'in' },
    scopes: { keyword: 'keyword.control.loop', name: 'variable.parameter' },
  },
  If: {
    keywords: ['if'],
    form: 'if VALUE == VALUE and … { … }',
    doc: 'Applies statements where a condition holds.',
    subject: 'An `if`',
    in: design,
    within: 'under a condition',
    symbol: 'Operator',
    scopes: { keyword: 'keyword.control.conditional' },
  },
  Else: {
    keywords: ['else'],
    form: 'else if VALUE == VALUE { … }',
    doc: "Applies statements where the condition before it doesn't hold.",
    subject: 'An `else`',
    in: design,
    within: 'under a condition',
    symbol: 'Operator',
    evidence: { next: 'body' },
    scopes: { keyword: 'keyword.control.conditional' },
  },
  Require: {
    keywords: ['require'],
    form: 'require FACT(SUBJECT, …) <= LIMIT of full when any COUNT of SELECTOR fail',
    doc: 'Requires a fact of the design, or what is computed from facts, to keep a limit.',
    subject: 'A requirement',
    in: [...design, 'phase'],
    symbol: 'Boolean',
    evidence: { next: 'name and parenthesis' },
    scopes: { keyword: 'keyword.control.require' },
  },
  Allow: {
    keywords: ['allow'],
    form: 'allow RULE because "REASON" on SELECTOR, …',
    doc: 'Allows findings of a rule, with the reason.',
    subject: 'An allowance',
    in: [...design, 'type', 'device type', 'instance', 'coolant loop', 'override', 'link'],
    evidence: { word: 'because' },
    scopes: { keyword: 'keyword.control.allow', name: 'support.function.rule' },
  },
  View: {
    keywords: ['view'],
    form: 'view NAME "TITLE" { … }',
    doc: 'Describes a named drawing.',
    subject: 'A view',
    in: ['file'],
    within: 'in a view',
    symbol: 'File',
    evidence: { next: 'name and text' },
    scopes: { keyword: 'storage.type.view', name: 'entity.name.function.view' },
  },
  Phase: {
    keywords: ['phase'],
    form: 'phase NAME "TITLE" adds SELECTOR, … { … }',
    doc: 'Names a step of growth: what it adds, and what is required then.',
    subject: 'A phase',
    in: ['file'],
    within: 'in a phase',
    symbol: 'Event',
    evidence: { word: 'adds' },
    scopes: { keyword: 'storage.type.phase', name: 'entity.name.function.phase' },
  },
  Property: {
    keywords: [],
    form: 'NAME VALUE, … source "SOURCE"',
    doc: 'Gives a property its value.',
    subject: 'A property',
    in: ['type', 'device type', 'instance', 'coolant loop', 'override', 'link', 'detail'],
  },
} as const satisfies Record<StatementType, StatementSpec>;

type Statements = typeof statements;
/** Statements that a keyword starts. */
export type KeywordStatement = {
  [T in StatementType]: Statements[T]['keywords'] extends readonly [] ? never : T;
}[StatementType];
/** Words that start a statement. */
export type Keyword = Statements[KeywordStatement]['keywords'][number];

/** The row of a statement, whichever it is. */
export function statementSpec(type: StatementType): StatementSpec {
  return statements[type];
}

/** Every statement, in the order of the docs. */
export const statementTypes = Object.keys(statements) as readonly StatementType[];

/** The statement that each keyword starts. A kind that is both a part and installed starts an instance. */
export const statementOfKeyword: ReadonlyMap<string, KeywordStatement> = new Map(
  statementTypes.flatMap((type) =>
    statementSpec(type).keywords.map((word) => [word, type as KeywordStatement] as const),
  ),
);

const bodyKinds = [...new Set(statementTypes.flatMap((type) => statementSpec(type).in))];
const byBody = new Map(
  bodyKinds.map((body) => [body, statementTypes.filter((type) => statementSpec(type).in.includes(body))]),
);

/** The statements that a kind of body takes. */
export function statementsIn(body: BodyKind): readonly StatementType[] {
  return byBody.get(body) ?? [];
}

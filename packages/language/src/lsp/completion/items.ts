// Completion items that need no names of the file: statements, properties, words, units, rules, facts.
import {
  allRules,
  catalogue,
  type Dimension,
  type Finding,
  isOfDesign,
  type PropertySpec,
  partKinds,
  patterns,
  printConverted,
  printCount,
  type Rule,
  requirableFacts,
  unitsOf,
} from '@lightloom/core';
import type { AstNode } from 'langium';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, textOfNode } from '../../parse/index.ts';
import { shapeText } from '../../reference/shapes.ts';
import {
  type DesignSnippet,
  designSnippets,
  propertiesOfBody,
  type StatementSnippet,
  statementSnippets,
  statementsOf,
} from '../../syntax/index.ts';
import { code } from '../wording/markdown.ts';
import { wordDocs } from '../wording/word-docs.ts';
import { phrases } from './next-place.ts';

/** A completion item without its place in the text; without `insert` it inserts its label. */
export type Item = Omit<CompletionItem, 'textEdit'> & { readonly insert?: string; readonly isOfLibrary?: boolean };

/** What may start in a body: its statements, and the properties it doesn't have yet. */
export function statementItems(body: AstNode, offset: number): Item[] {
  const statements = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
  const before = statements.findLast((each) => extentOf(each).end < offset);
  const takesElse = before?.$type === 'If' || (before?.$type === 'Else' && before.condition !== undefined);
  const given = new Set(
    statements.flatMap((each) => {
      if (each.$type !== 'Property') return [];
      const { start } = extentOf(each);
      // The one that is being written doesn't count.
      return start <= offset && offset <= start + each.name.length ? [] : [each.name];
    }),
  );
  const properties = propertiesOfBody(body).filter(([name]) => !given.has(name));
  return [
    ...properties.map(([name, spec], rank) => propertyItem(name, spec, rank)),
    ...statementsOf(body)
      .filter((type) => type !== 'Else' || takesElse)
      .flatMap((type) =>
        statementSnippets[type]
          .filter(({ inCoolantLoop = false }) => type !== 'Instance' || inCoolantLoop === isCoolantLoop(body))
          .map((each) => snippetItem(each)),
      )
      // In the order of the table, which is that of a design: what is bought, what is installed, what must hold.
      .map((each, rank) => ({ ...each, sortText: `c${String(rank).padStart(3, '0')}` })),
    ...(statementsOf(body).includes('TypeDeclaration') ? otherTypes : []),
    ...(body.$type === 'FabricFile' ? designSnippets.map((each) => designItem(each, isEmpty(body))) : []),
  ];
}

/** Whether nothing is written in a file but the word that is being written. */
function isEmpty(file: AstNode): boolean {
  const text = textOfNode(file).trim();
  return /^[\w-]*$/.test(text);
}

/** The word `type` after a kind of part, with the rest of the snippet that declares one. */
export function typeItem(kind: string): Item {
  const all = [...statementSnippets.TypeDeclaration.map((each) => snippetItem(each)), ...otherTypes];
  const whole = all.find(({ label }) => label === `${kind} type`);
  const { insert = 'type ' } = whole ?? {};
  return {
    ...(whole ?? { detail: 'keyword', documentation: wordDocs.type ?? '' }),
    label: 'type',
    insert: insert.startsWith(`${kind} `) ? insert.slice(kind.length + 1) : insert,
  };
}

/** Types of the kinds that have no snippet of their own. */
const otherTypes: readonly Item[] = partKinds
  .filter((kind) => !statementSnippets.TypeDeclaration.some(({ label }) => label === `${kind} type`))
  .map((kind) => ({
    ...snippetItem({
      label: `${kind} type`,
      detail: catalogue[kind].doc,
      lines: [`${kind} type \${1:Name} {`, '\t$0', '}'],
    }),
    sortText: `e${kind}`,
  }));

/**
 * A snippet of more than one statement: after those of one. A whole design is first where nothing is written yet; there it isn't called a
 * snippet, as editors put those last.
 */
function designItem({ prefix, detail, lines }: DesignSnippet, isInEmptyFile: boolean): Item {
  const item = snippetItem({ label: prefix, detail, lines });
  return isInEmptyFile && prefix === 'design'
    ? { ...item, kind: CompletionItemKind.File, sortText: 'a' }
    : { ...item, kind: CompletionItemKind.Snippet, sortText: `d${prefix}` };
}

function snippetItem({ label, detail, lines }: StatementSnippet): Item {
  const insert = lines.join('\n');
  return {
    label,
    kind: CompletionItemKind.Keyword,
    detail,
    documentation: { kind: MarkupKind.Markdown, value: code(plain(insert)) },
    insert,
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `c${label}`,
  };
}

/** @param rank its place in the catalogue, which lists the most frequent properties first */
function propertyItem(name: string, spec: PropertySpec, rank: number): Item {
  const phrase = phrases.has(name) ? `${name} by` : name;
  return {
    label: phrase,
    kind: CompletionItemKind.Property,
    detail: shapeText(spec.value).replace(/`/g, ''),
    documentation: spec.doc,
    insert: `${phrase} `,
    sortText: `a${String(rank).padStart(3, '0')}`,
  };
}

/** The text of a snippet with its defaults. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\n?\t?\$0/g, '')
    .replace(/\t/g, '    ');
}

/**
 * Rules by their ids, then their families; without the family where it is written already. What the design has is first.
 * @param house the rules of plug-ins
 */
export function ruleItems(family: string | undefined, house: readonly Rule[], findings: readonly Finding[]): Item[] {
  const all = [...allRules, ...house];
  const found = new Map<string, number>();
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  const rules = all
    .filter((rule) => family === undefined || rule.id.startsWith(`${family}/`))
    .map((rule) => ({
      label: family === undefined ? rule.id : rule.id.slice(family.length + 1),
      kind: CompletionItemKind.Event,
      detail: [
        ...(found.has(rule.id) ? [`${printCount(found.get(rule.id) ?? 0, 'finding')} here`] : []),
        rule.title,
      ].join(' · '),
      documentation: rule.why,
      sortText: `${found.has(rule.id) ? 0 : 1}${rule.id}`,
    }));
  const families = [...new Set(all.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return family === undefined ? [...rules, ...families.map((name) => familyItem(name, all))] : rules;
}

function familyItem(name: string, all: readonly Rule[]): Item {
  const titles = all.filter(({ id }) => id.startsWith(`${name}/`)).map(({ title }) => `- ${title}`);
  return {
    label: name,
    kind: CompletionItemKind.Event,
    detail: 'all rules of the family',
    sortText: `1${name}`,
    documentation: { kind: MarkupKind.Markdown, value: titles.join('\n') },
  };
}

/** Patterns for one or two sides, with their numbers as tab stops. */
export function patternItems(sides: 1 | 2): Item[] {
  return [...patterns.values()]
    .filter((each) => each.sides === sides)
    .map((each) => {
      let stop = 0;
      return {
        label: each.name,
        kind: CompletionItemKind.EnumMember,
        detail: each.form === each.name ? 'pattern' : each.form,
        documentation: each.doc,
        insert: each.form.replace(/\d+/g, (number) => `\${${++stop}:${number}}`),
        insertTextFormat: InsertTextFormat.Snippet,
      };
    });
}

export function factItems(): Item[] {
  return Object.entries(requirableFacts).map(([name, fact], rank) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: `Fact of a ${fact.subjects.join(' or ').replace('group', 'block')}${isOfDesign(fact) ? ', or of the design' : ''}`,
    documentation: fact.doc,
    insert: `${name}($1)`,
    insertTextFormat: InsertTextFormat.Snippet,
    // The catalogue lists the most frequent ones first.
    sortText: `m${String(rank).padStart(3, '0')}`,
  }));
}

/** Words of the grammar or of a property. */
export function wordItems(
  list: readonly string[],
  detail: string,
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): Item[] {
  return list.map((label) => ({ label, kind, detail, documentation: wordDocs[label] ?? detail }));
}

/** The number that a unit is offered for. */
interface UnitContext {
  /** The number before the cursor; undefined where there is none. */
  readonly number: string | undefined;
  /** A comparison to insert before the number, where the value is a limit. */
  readonly comparison?: string;
  /** Whether the number is the word at the cursor, which an item replaces. */
  readonly replacesNumber: boolean;
  /** Units that are offered first. */
  readonly usual?: readonly string[];
}

/** Units of a dimension, with a placeholder for the number where there is none. */
export function unitItems(
  dimension: Dimension,
  { number, comparison = '', replacesNumber, usual = [] }: UnitContext,
): Item[] {
  const all = unitsOf(dimension);
  const [largest] = all;
  const rank = ({ name }: (typeof all)[number]): number => (usual.includes(name) ? usual.indexOf(name) : usual.length);
  const units = [...all].sort((a, b) => rank(a) - rank(b));
  return units.map((unit, i) => {
    const text = replacesNumber ? `${number} ${unit.name}` : unit.name;
    const others = units
      .filter((each) => each !== unit)
      .map((each) => `${printConverted(unit.factor / each.factor)} ${each.name}`);
    return {
      label: number === undefined ? `${comparison}… ${unit.name}` : text,
      kind: CompletionItemKind.Unit,
      detail: dimension,
      documentation:
        largest === unit && units.length === 1
          ? `The unit of a ${dimension}.`
          : `1 ${unit.name} = ${others.join(' = ')}`,
      insert: number === undefined ? `${comparison}\${1:1} ${unit.name}` : text,
      filterText: text,
      insertTextFormat: number === undefined ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      sortText: `a${String(i).padStart(2, '0')}`,
    };
  });
}

/** `source "…"` and `assumed "…"` after a value. */
export function provenanceItems(): Item[] {
  return wordItems(['source', 'assumed'], 'source of the value', CompletionItemKind.Keyword).map((each) => ({
    ...each,
    insert: `${each.label} "$1"`,
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `z${each.label}`,
  }));
}

/** Redundancy behind a list of what carries a load. */
export function redundancyItems(): Item[] {
  const forms = [
    ['n+1', 'One may fail, and the others carry the load.'],
    ['n+2', 'Two may fail, and the others carry the load.'],
    ['n+n', 'Half of them may fail: each half carries the load.'],
  ] as const;
  return forms.map(([label, documentation], i) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    detail: 'redundancy',
    documentation,
    // Behind the names that a list may go on with.
    sortText: `1${i}`,
  }));
}

/** `16 x` before the part that is counted. */
export function countItems(number: string, replacesNumber: boolean): Item[] {
  const text = replacesNumber ? `${number} x ` : 'x ';
  return [
    {
      label: text.trim(),
      kind: CompletionItemKind.Keyword,
      detail: 'as many of a part',
      documentation: 'The part follows: `16 x 800GBASE-DR4`.',
      insert: text,
      filterText: text,
    },
  ];
}

/** The form of power supplies. */
export function supplyItems(): Item[] {
  return [
    {
      label: '3 x 1.5 kW, n+1',
      kind: CompletionItemKind.Snippet,
      detail: 'supplies or pumps with their redundancy',
      documentation:
        'Number, rating of each, and redundancy: `n+1` tolerates the loss of one, `n+n` the loss of half of them.',
      insert: '${1:3} x ${2:1.5 kW}, ${3:n+1}',
      insertTextFormat: InsertTextFormat.Snippet,
    },
  ];
}

function isCoolantLoop(body: AstNode): boolean {
  return body.$type === 'Instance' && (body as ast.Instance).kind === 'loop';
}

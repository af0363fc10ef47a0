// Completion items that need no names of the file: statements, properties, words, units, rules, facts.
import {
  allRules,
  type Dimension,
  type PropertySpec,
  patterns,
  printNumber,
  requirableFacts,
  unitsOf,
} from '@lightloom/core';
import type { AstNode } from 'langium';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';
import { propertiesOfBody, statementsOf } from '../syntax/index.ts';
import { code } from './markdown.ts';
import { shapeText } from './shapes.ts';
import { statementSnippets } from './statement-snippets.ts';
import { wordDocs } from './word-docs.ts';

/** An item without its place in the text. */
export type Item = Omit<CompletionItem, 'textEdit'> & { readonly insert?: string };

/** Properties that read as a phrase. */
const withBy: ReadonlySet<string> = new Set(['cooled', 'fed', 'color']);

/** What may start in a body: its statements and its properties, those left out that it has already. */
export function statementItems(body: AstNode, offset: number): Item[] {
  const statements = (body as { statements?: readonly ast.Statement[] }).statements ?? [];
  const given = new Set(
    statements.flatMap((each) => {
      if (each.$type !== 'Property') return [];
      const { start } = extentOf(each);
      // The one that is being written is not there yet.
      return start <= offset && offset <= start + each.name.length ? [] : [each.name];
    }),
  );
  const properties = propertiesOfBody(body).filter(([name]) => !given.has(name));
  return [
    ...properties.map(([name, spec], rank) => propertyItem(name, spec, rank)),
    ...statementSnippets(new Set(statementsOf(body)), isLoop(body)).map((each) => ({
      label: each.label,
      kind: CompletionItemKind.Keyword,
      detail: each.detail,
      documentation: { kind: MarkupKind.Markdown, value: code(plain(each.snippet)) },
      insert: each.snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `c${each.label}`,
    })),
  ];
}

/** @param rank its place in the catalogue, which lists first what is said of most parts */
function propertyItem(name: string, spec: PropertySpec, rank: number): Item {
  const phrase = withBy.has(name) ? `${name} by` : name;
  return {
    label: phrase,
    kind: CompletionItemKind.Property,
    detail: shapeText(spec.value).replace(/`/g, ''),
    documentation: spec.doc,
    insert: `${phrase} `,
    sortText: `a${String(rank).padStart(3, '0')}`,
  };
}

/** A snippet as it looks with its defaults. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\n?\t?\$0/g, '')
    .replace(/\t/g, '    ');
}

/** Rules by their ids; of one family when its name stands there already. */
export function ruleItems(family: string | undefined): Item[] {
  return allRules
    .filter((rule) => family === undefined || rule.id.startsWith(`${family}/`))
    .map((rule) => ({
      label: family === undefined ? rule.id : rule.id.slice(family.length + 1),
      kind: CompletionItemKind.Event,
      detail: rule.title,
      documentation: rule.why,
    }));
}

/** Patterns that go with so many sides, with the numbers they take as stops. */
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
  return Object.entries(requirableFacts).map(([name, fact]) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: `fact of a ${fact.subjects.join(' or ').replace('group', 'block')}`,
    documentation: fact.doc,
    insert: `${name}($1)`,
    insertTextFormat: InsertTextFormat.Snippet,
  }));
}

/** Words the grammar or a property offers. */
export function wordItems(
  list: readonly string[],
  detail: string,
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): Item[] {
  return list.map((label) => ({ label, kind, detail, documentation: wordDocs[label] ?? detail }));
}

/**
 * Units of a dimension.
 * @param number what they go with; a placeholder when there is none
 * @param sign a comparison to write before, where the value is a limit
 * @param isWord whether the number is the word at the cursor, and is replaced
 */
export function unitItems(dimension: Dimension, number: string | undefined, sign: string, isWord: boolean): Item[] {
  const units = unitsOf(dimension);
  const [largest] = units;
  return units.map((unit, i) => {
    const text = isWord ? `${number} ${unit.name}` : unit.name;
    const others = units
      .filter((each) => each !== unit)
      .map((each) => `${printNumber(unit.factor / each.factor, 9)} ${each.name}`);
    return {
      label: number === undefined ? `${sign}… ${unit.name}` : text,
      kind: CompletionItemKind.Unit,
      detail: dimension,
      documentation:
        largest === unit && units.length === 1
          ? `The unit of a ${dimension}.`
          : `1 ${unit.name} = ${others.join(' = ')}`,
      insert: number === undefined ? `${sign}\${1:1} ${unit.name}` : text,
      filterText: text,
      insertTextFormat: number === undefined ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      sortText: `a${String(i).padStart(2, '0')}`,
    };
  });
}

/** `source "…"` and `assumed "…"` behind a value. */
export function provenanceItems(): Item[] {
  return wordItems(['source', 'assumed'], 'where it comes from', CompletionItemKind.Keyword).map((each) => ({
    ...each,
    insert: `${each.label} "$1"`,
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `z${each.label}`,
  }));
}

/** Power supplies as they are written. */
export function supplyItems(): Item[] {
  return [
    {
      label: '3 x 1.5 kW, n+1',
      kind: CompletionItemKind.Snippet,
      detail: 'power supplies and their redundancy',
      documentation:
        'How many, what each gives, and the redundancy: `n+1` lives with one lost, `n+n` with half of them.',
      insert: '${1:3} x ${2:1.5 kW}, ${3:n+1}',
      insertTextFormat: InsertTextFormat.Snippet,
    },
  ];
}

function isLoop(body: AstNode): boolean {
  return body.$type === 'Instance' && (body as ast.Instance).kind === 'loop';
}

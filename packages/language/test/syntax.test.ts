// The tables of the syntax are the only place that lists kinds, keywords and words: what else lists them follows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, instanceKinds, type Kind, partKinds, propertiesOf } from '@lightloom/core';
import { type AstNode, AstUtils, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { FabricGrammar } from '../src/generated/grammar.ts';
import {
  innerWords,
  keywords,
  propertyWords,
  type StatementType,
  statementSpec,
  statementTypes,
  words,
} from '../src/syntax/index.ts';

const packages = join(import.meta.dirname, '..', '..');
const grammar = FabricGrammar();
const rules = new Map(grammar.rules.filter(GrammarAST.isParserRule).map((rule) => [rule.name, rule]));

/** The words between quotes in a rule, in order; signs left out. */
function wordsIn(node: AstNode): string[] {
  return AstUtils.streamAst(node)
    .filter(GrammarAST.isKeyword)
    .map(({ value }) => value)
    .filter((value) => /^[a-z]/.test(value))
    .toArray();
}

/** Whether an element of a rule may be left out. */
const isOptional = ({ cardinality }: GrammarAST.AbstractElement): boolean => cardinality === '?' || cardinality === '*';

/** The words a rule may start with; that of another rule where it starts with one. */
function firstWords(element: GrammarAST.AbstractElement): string[] {
  if (GrammarAST.isKeyword(element)) return /^[a-z]/.test(element.value) ? [element.value] : [];
  if (GrammarAST.isAssignment(element)) return firstWords(element.terminal);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(firstWords);
  if (GrammarAST.isGroup(element)) {
    const [first, ...rest] = element.elements;
    if (first === undefined) return [];
    return [...firstWords(first), ...(isOptional(first) ? rest.slice(0, 1).flatMap(firstWords) : [])];
  }
  if (!GrammarAST.isRuleCall(element)) return [];
  const { ref } = element.rule;
  // A name may be any word: it starts no statement by itself.
  return ref === undefined || !GrammarAST.isParserRule(ref) || /^(Name|PropertyName|Selector)$/.test(ref.name)
    ? []
    : firstWords(ref.definition);
}

describe('the tables and the grammar', () => {
  it('have the same words', () => {
    expect([...new Set(wordsIn(grammar))].sort()).toEqual([...words].sort());
  });

  it('use every word within a statement in a rule besides the list of words', () => {
    const used = grammar.rules.filter(({ name }) => name !== 'Word').flatMap(wordsIn);
    expect(Object.keys(innerWords).filter((word) => !used.includes(word))).toEqual([]);
  });

  it('have the same statements', () => {
    const alternatives = AstUtils.streamAst(rules.get('Statement')?.definition as GrammarAST.AbstractElement)
      .filter(GrammarAST.isRuleCall)
      .map(({ rule }) => rule.$refText)
      .toArray();
    expect(alternatives.sort()).toEqual([...statementTypes].sort());
  });

  it.each(statementTypes)('start %s with the same keywords', (type: StatementType) => {
    const rule = rules.get(type) as GrammarAST.ParserRule;
    expect([...new Set(firstWords(rule.definition))].sort()).toEqual([...statementSpec(type).keywords].sort());
  });
});

describe('the tables and the catalogue', () => {
  it('have the same kinds', () => {
    const kinds = Object.keys(catalogue);
    expect([...partKinds, ...instanceKinds].filter((kind) => !kinds.includes(kind))).toEqual([]);
    const neither = kinds.filter((kind) => ![...partKinds, ...instanceKinds].some((each) => each === kind));
    expect(neither).toEqual(['link', 'ports', 'view']);
  });

  it('agree on the words that are names of properties', () => {
    const names = (Object.keys(catalogue) as Kind[]).flatMap((kind) => Object.keys(propertiesOf(kind)));
    expect([...words].filter((word) => names.includes(word)).sort()).toEqual([...propertyWords].sort());
  });
});

describe('the forms of the docs', () => {
  it.each(statementTypes)('use words of the language: %s', (type: StatementType) => {
    const { form, keywords: own } = statementSpec(type);
    const lowercase = form.match(/\b[a-z][a-z-]*\b/g) ?? [];
    expect(lowercase.filter((word) => !words.includes(word))).toEqual([]);
    const [first] = form.split(/[ (]/);
    expect(own.length === 0 ? [] : own.length > 1 ? ['KIND'] : own).toEqual(own.length === 0 ? [] : [first]);
  });
});

/** Source files that lists could hide in. */
function sources(): readonly (readonly [string, string])[] {
  return readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/src\/.*\.(ts|langium)$/.test(path) && !path.includes('/generated/'))
    .map((path) => [path, readFileSync(join(packages, path), 'utf8')] as const);
}

/** Lists of kinds in a text: six or more side by side, or three or more branches of a `switch`. */
function listsOfKinds(text: string): string[] {
  const kind = `'(?:${[...new Set<string>([...partKinds, ...instanceKinds])].join('|')})'`;
  const lists = new RegExp(`${kind}(?:\\s*[,|]\\s*${kind}){5,}|case ${kind}:(?:\\s*case ${kind}:){2,}`, 'g');
  return text.match(lists) ?? [];
}

/** Lists of keywords in a text: six or more side by side. */
function listsOfKeywords(text: string): string[] {
  const own = [...keywords].filter((word) => !partKinds.some((kind) => kind === word));
  const keyword = `'(?:${own.join('|')})'`;
  return text.match(new RegExp(`${keyword}(?:\\s*[,|]\\s*${keyword}){5,}`, 'g')) ?? [];
}

describe('no other source', () => {
  // The bill of materials has an order of its own; the word lists of the grammar are generated.
  const allowed = ['core/src/facts/purchase/bill-item.ts', 'language/src/grammar/words.langium'];

  it('lists the kinds', () => {
    const found = sources().filter(([path, text]) => !allowed.includes(path) && listsOfKinds(text).length > 0);
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('lists the keywords', () => {
    const found = sources().filter(([path, text]) => !allowed.includes(path) && listsOfKeywords(text).length > 0);
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('hides such a list from this test', () => {
    expect(listsOfKinds("case 'module':\n    case 'optics':\n    case 'cage':\n")).toHaveLength(1);
    expect(listsOfKinds("'loop', 'branch', 'feed', 'hall', 'rack', 'cdu'")).toHaveLength(1);
    expect(listsOfKinds("'rack' | 'loop' | 'branch'")).toEqual([]);
    expect(listsOfKeywords("'import', 'let', 'plug', 'link', 'place', 'require'")).toHaveLength(1);
  });
});

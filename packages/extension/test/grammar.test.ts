// The colors know what the language knows: every kind, property, word and unit of the tables, no more and no less.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, partKinds, requirableFacts, unitSpellings, type ValueSpec } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { instanceKinds, keywords } from '../../language/src/syntax/index.ts';

interface Rule {
  readonly match?: string;
  readonly name?: string;
  readonly comment?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}
const grammar = JSON.parse(readFileSync(join(import.meta.dirname, '../syntaxes/fabric.tmLanguage.json'), 'utf8')) as {
  readonly scopeName: string;
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
};
const rules = (room: string): readonly RegExp[] =>
  (grammar.repository[room]?.patterns ?? []).flatMap(({ match }) => (match === undefined ? [] : [new RegExp(match)]));
/** Whether a rule of a room takes all of a text. */
const takes = (room: string, text: string): boolean => rules(room).some((rule) => rule.exec(text)?.[0] === text);

describe('the colors', () => {
  it('know every unit', () => {
    expect(unitSpellings().filter((unit) => !takes('value', `1.5 ${unit}`))).toEqual([]);
    expect(
      unitSpellings().filter((unit) => !takes('value', `..-1.5 ${unit}`)),
      'at the end of a range',
    ).toEqual([]);
    expect(takes('value', '1.5 furlong')).toBe(false);
  });

  it('know every kind of part and of what is installed', () => {
    expect(partKinds.filter((kind) => !takes('declaration', `${kind} type Name`))).toEqual([]);
    expect(
      [...instanceKinds].filter((kind) => rules('declaration').every((rule) => !rule.test(`${kind} name : T`))),
    ).toEqual([]);
  });

  it('know every word that starts a statement', () => {
    const known = (word: string) =>
      [...rules('declaration'), ...rules('statement')].some((rule) => rule.test(`${word} name`));
    // Lines of statements that a name doesn't follow.
    const alone = new Map([
      ['import', 'import "x"'],
      ['let', 'let n = 1'],
    ]);
    const words = [...keywords].filter((word) => !partKinds.some((kind) => kind === word) && !instanceKinds.has(word));
    const unknown = words.filter((word) => {
      const line = alone.get(word);
      return line === undefined
        ? !known(word)
        : ![...rules('declaration'), ...rules('statement')].some((rule) => rule.test(line));
    });
    expect(unknown, 'words without a pattern in scripts/textmate-grammar.mjs').toEqual([]);
  });

  it('know every property, and none that the catalogue does not have', () => {
    const names = new Set(Object.values(catalogue).flatMap(({ properties }) => Object.keys(properties)));
    names.delete('of');
    const isProperty = (name: string) =>
      rules('property')
        .slice(0, 2)
        .some((rule) => rule.test(` ${name} 1 W`) || rule.test(` ${name} Part`));
    expect([...names].filter((name) => !isProperty(name))).toEqual([]);
    const listed =
      /\(([a-z?|A-Z-]+)\)\(\?:\\s\+\(by\)/.exec(grammar.repository['property']?.patterns[1]?.match ?? '')?.[1] ?? '';
    const all = listed
      .split('|')
      .flatMap((each) => (each.endsWith('s?') ? [each.slice(0, -2), each.slice(0, -1)] : [each]));
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((name) => !names.has(name))).toEqual([]);
  });

  it('know every word that a property takes', () => {
    const specs = Object.values(catalogue).flatMap(({ properties }): readonly ValueSpec[] =>
      Object.values(properties as Readonly<Record<string, { readonly value: ValueSpec }>>).map(({ value }) => value),
    );
    const words = specs.flatMap((spec) => (spec.type === 'word' ? spec.words : []));
    expect(words.length).toBeGreaterThan(10);
    // `KP4 + inner` is two words and a sign; `power` and `network` are words of their own kind already.
    const single = words.flatMap((each) => each.split(' + ')).filter((each) => !['power', 'network'].includes(each));
    expect(single.filter((each) => !takes('word', each))).toEqual([]);
  });
});

describe('facts', () => {
  const called = (room: string, text: string): string[] =>
    (grammar.repository[room]?.patterns ?? []).flatMap(({ match, name, captures }) => {
      const found = match === undefined ? null : new RegExp(match).exec(text);
      if (found === null) return [];
      const parts = Object.entries(captures ?? {}).map(([i, each]) => `${found[Number(i)]}: ${each.name}`);
      return name === undefined ? parts : [`${found[0]}: ${name}`, ...parts];
    });

  it('have their color wherever they are called, and nowhere else', () => {
    const uncolored = Object.keys(requirableFacts).filter(
      (fact) => !called('statement', `3 * ${fact}(a)`).includes(`${fact}: support.function.fact.fabric`),
    );
    expect(uncolored).toEqual([]);
    expect(called('statement', '  power 3 kW')).toEqual([]);
  });

  it('are divided by a slash between spaces; within a name it leads to channels', () => {
    const divides = (text: string) => called('punctuation', text).includes('/: keyword.operator.arithmetic.fabric');
    expect(divides('power(a) / 2')).toBe(true);
    expect(divides('a.up/5')).toBe(false);
  });
});

describe('the patterns', () => {
  type Pattern = { readonly [key: string]: unknown };
  /** Every value of a key, anywhere in the grammar. */
  const all = (key: string, node: unknown = grammar): string[] =>
    typeof node !== 'object' || node === null
      ? []
      : Object.entries(node as Pattern).flatMap(([name, value]) =>
          name === key && typeof value === 'string' ? [value] : all(key, value),
        );
  const expressions = ['match', 'begin', 'end'].flatMap((key) => all(key));

  it('look one character back at most: hosts other than VS Code know no more', () => {
    const behind = expressions.flatMap((each) => [...each.matchAll(/\(\?<[=!]((?:\[(?:\\.|[^\]\\])*\]|[^)])*)\)/g)]);
    expect(behind.length).toBeGreaterThan(10);
    const oneCharacter = /^(?:\[(?:\\.|[^\]\\])*\]|\\s|.)$/;
    expect(behind.map(([, what]) => what).filter((what) => !oneCharacter.test(what ?? ''))).toEqual([]);
  });

  it('know no names of groups and no flags', () => {
    expect(expressions.filter((each) => /\(\?[<P]*<[A-Za-z]|\(\?[a-z]+[:)]|\\p\{|\\[hHRKX]/.test(each))).toEqual([]);
  });

  it('give scopes that themes color', () => {
    const roots = /^(?:source|comment|string|constant|keyword|storage|entity|variable|support|punctuation|markup)\b/;
    const scopes = [...all('name'), grammar.scopeName].filter((each) => each !== 'Fabric');
    expect(scopes.filter((each) => !roots.test(each) || !each.endsWith('fabric'))).toEqual([]);
  });
});

describe('words that are names elsewhere', () => {
  const scopesOf = (room: string, text: string): (string | undefined)[] =>
    (grammar.repository[room]?.patterns ?? []).flatMap(({ match, captures }) => {
      const found = match === undefined ? null : new RegExp(match).exec(text);
      return found === null
        ? []
        : Object.entries(captures ?? {}).map(([i, { name }]) => `${found[Number(i)]}: ${name}`);
    });
  it('repeat, choose and stand for numbers', () => {
    expect(scopesOf('statement', 'for i in 1..8 {')).toEqual(
      expect.arrayContaining([
        'for: keyword.control.loop.fabric',
        'i: variable.parameter.fabric',
        'in: keyword.control.fabric',
      ]),
    );
    for (const line of ['if a == 1 {', 'else {', 'else if (a + 1) == 2 {'])
      expect(scopesOf('statement', line).join(' '), line).toContain('keyword.control.conditional');
    expect(scopesOf('declaration', 'template Unit(hosts = 64, type = Leaf) {')).toEqual(
      expect.arrayContaining(['hosts: variable.parameter.fabric']),
    );
    for (const kind of ['hall', 'branch', 'loop'])
      expect(scopesOf('declaration', `${kind} north {`)).toContain(`${kind}: storage.type.kind.fabric`);
  });
});

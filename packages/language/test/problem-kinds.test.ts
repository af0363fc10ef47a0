// What kinds of problem break and depend on: laws of the table, and what comes of them in a text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, fabricLayers } from '@lightloom/core';
import { problemKinds } from '@lightloom/language';
import { analyzeText } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { dependenceOf } from '../src/problems/problem-kinds.ts';

const kinds = Object.keys(problemKinds);
const sources = join(import.meta.dirname, '../src');

describe('a kind of problem', () => {
  it.each(kinds)('%s depends on nothing that it breaks itself', (kind) => {
    const { breaks, dependsOn } = dependenceOf(kind);
    expect(breaks.filter((each) => dependsOn.includes(each))).toEqual([]);
  });

  it.each(kinds.filter((each) => each.startsWith('syntax/')))('%s breaks every layer', (kind) => {
    expect(dependenceOf(kind).breaks).toEqual(['statements', 'names', ...fabricLayers]);
  });

  it('is reported somewhere', () => {
    const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('problem-kinds.ts'))
      .map((path) => readFileSync(join(sources, path), 'utf8'));
    const unused = kinds.filter((kind) => !texts.some((text) => text.includes(`'${kind}'`)));
    expect(unused, 'kinds that nothing in packages/language/src reports').toEqual([]);
  });

  it('of a rule breaks nothing', () => {
    for (const { id } of allRules) expect(dependenceOf(id)).toEqual({ breaks: [], dependsOn: [] });
  });
});

describe('of several problems in a text', () => {
  const rulesIn = async (text: string): Promise<string[]> =>
    (await analyzeText(text)).analysis.findings.map((each) => each.rule);

  const names = 'place leaf in nowhere\n';
  const misplaced = 'rack r : R {\n  plug M into leaf\n}\n';
  const value = 'switch type S { height 1 kW }\n';

  it('each unknown name is reported while every declaration is known', async () => {
    expect(await rulesIn(names + value)).toEqual(['name/unknown', 'name/unknown', 'value/dimension']);
  });

  it('mistakes on one line are reported each, the same name once', async () => {
    const text = 'network n : scale-out { switch a : Leaf  switch b : Laef  switch c : Leaf }\n';
    expect(await rulesIn(text)).toEqual(['name/unknown', 'name/unknown']);
    expect(await rulesIn('switch type S { hight 1 RU  power 2 m }\n')).toEqual(['property/unknown', 'value/dimension']);
    expect(await rulesIn('switch a : Leaf } switch b : Laef\n')).toEqual(['syntax/unexpected']);
  });

  it('an unknown name is not reported beside a misplaced statement', async () => {
    expect(await rulesIn(names + misplaced + value)).toEqual(['statement/misplaced', 'value/dimension']);
  });

  it("neither is reported beside a statement that can't be read", async () => {
    expect(await rulesIn(`${names}${misplaced}${value}link to\n`)).toEqual(['value/dimension', 'syntax/expected']);
  });
});

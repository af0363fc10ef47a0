// Which problems can be trusted while another leaves the text or the fabric incomplete, and which rules are run then.
import { describe, expect, it } from 'vitest';
import {
  brokenLayers,
  type Dependence,
  distinctOnLines,
  dropConsequences,
  type Finding,
  fabricLayers,
  isJudgeable,
} from '../src/index.ts';
import { at, fabricWith, findingOf } from './findings-kit.ts';

const kinds: Readonly<Record<string, Dependence>> = {
  syntax: { breaks: ['statements', 'names', ...fabricLayers], dependsOn: [] },
  misplaced: { breaks: ['names'], dependsOn: ['statements'] },
  name: { breaks: [], dependsOn: ['names'] },
  value: { breaks: [], dependsOn: [] },
  word: { breaks: [], dependsOn: [], mayBeLeftOver: true },
};
const dependenceOf = (rule: string): Dependence => kinds[rule] as Dependence;
const problems = (...rules: string[]) => rules.map((each, i) => findingOf(each, at(10 * i)));

describe('a problem', () => {
  it.each([
    [
      ['name', 'value'],
      ['name', 'value'],
    ],
    [
      ['name', 'misplaced', 'value'],
      ['misplaced', 'value'],
    ],
    [
      ['misplaced', 'name', 'syntax', 'value'],
      ['syntax', 'value'],
    ],
  ])('among %j is dropped where it depends on what another breaks: %j', (all, kept) => {
    expect(dropConsequences(problems(...all), dependenceOf).map((each) => each.rule)).toEqual(kept);
  });

  it('breaks the layers of its kind', () => {
    expect([...brokenLayers(problems('value', 'misplaced'), dependenceOf)]).toEqual(['names']);
  });
});

describe('of the problems on one line', () => {
  const line = ({ origin }: { origin: { start: number } }): string => String(Math.floor(origin.start / 100));

  const kept = (...found: Finding[]): Finding[] => distinctOnLines(found, dependenceOf, line);

  it('one of the syntax is kept alone: it explains the others', () => {
    const [syntax, later] = [findingOf('syntax', at(150)), findingOf('value', at(120))];
    expect(kept(later, syntax)).toEqual([syntax]);
  });

  it('each is kept that is about a stretch of its own, and the first of those about the same', () => {
    const [name, value] = [findingOf('name', at(20)), findingOf('value', at(10))];
    const around = findingOf('value', { uri: name.origin.uri, start: 12, end: 40 });
    expect(kept(name, value)).toEqual([value, name]);
    expect(kept(name, { ...value, origin: name.origin })).toEqual([name]);
    expect(kept(around, name)).toEqual([around]);
  });

  it('one that another may have left is kept where it has a correction, or comes first', () => {
    const [value, word] = [findingOf('value', at(10)), findingOf('word', at(20))];
    const misspelt = { ...word, fixes: [{ title: 'Write x', edits: [], isSafe: true }] };
    expect(kept(value, word)).toEqual([value]);
    expect(kept(value, misspelt)).toEqual([value, misspelt]);
    expect(kept(word, findingOf('word', at(40)))).toEqual([word]);
  });
});

describe('rules', () => {
  it.each(fabricLayers)('of single values alone are run while %s are incomplete', (layer) => {
    const { gaps } = fabricWith([], [layer]);
    expect((['value', 'assembly', 'whole', 'demand'] as const).filter((level) => isJudgeable({ level }, gaps))).toEqual(
      ['value'],
    );
  });

  it('of single values are not run while what they depend on is incomplete', () => {
    const rule = { level: 'value', dependsOn: ['plugs'] } as const;
    expect(isJudgeable(rule, fabricWith([], ['plugs']).gaps)).toBe(false);
    expect(isJudgeable(rule, fabricWith([], ['links', 'values']).gaps)).toBe(true);
  });

  it('of every level are run where nothing is missing', () => {
    const { gaps } = fabricWith();
    expect((['value', 'assembly', 'whole', 'demand'] as const).every((level) => isJudgeable({ level }, gaps))).toBe(
      true,
    );
  });
});

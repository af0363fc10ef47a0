// Every rule's examples, executed: the bad one is found just where its carets are, its fix satisfies the rule, and so with
// every edge case.
import { allRules, catalogue, changed, type Finding, type Rule, withoutCarets } from '@lightloom/core';
import { exampleFindings } from '@lightloom/language';
import { describe, expect, it } from 'vitest';
import { type Expected, expectedIn, marksAfter, marksIn } from './carets.ts';
import { knownAnalysisOf } from './kit/design.ts';

const messages = await exampleFindings(allRules);
const properties = new Set(Object.values(catalogue).flatMap((each) => Object.keys(each.properties)));

/** What is found in a text: all but the notes of other rules. */
async function findingsIn(text: string, { id }: Rule): Promise<Finding[]> {
  const { findings } = await knownAnalysisOf(text);
  return findings.filter((each) => each.severity !== 'note' || each.rule === id);
}

/** Findings as lines, by rule, severity and message. */
const lines = (found: readonly Finding[]) => found.map((each) => `${each.rule} ${each.severity}: ${each.message}`);

/** One line for each expected finding: by default as severe as the rule. */
const expectedLines = (rule: Rule, expected: readonly Expected[]) =>
  expected.map(({ severity = rule.severity, message = '' }) =>
    expect.stringMatching(new RegExp(`^${rule.id} ${severity}: .*${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)),
  );

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('finds its bad example at the carets, and nothing else', async () => {
    const marks = marksIn(rule.bad);
    const found = await findingsIn(rule.bad, rule);
    expect(marks.length, 'the bad example has carets').toBeGreaterThan(0);
    expect(lines(found), 'what the bad example finds, and what its carets say').toEqual(expectedLines(rule, marks));
    const places = found.map(({ origin }) => rule.bad.slice(origin.start, origin.end));
    expect(places).toEqual(marks.map((mark) => rule.bad.slice(mark.start, mark.end)));
  });

  it('is satisfied by its fix', async () => {
    expect(lines(await findingsIn(rule.good, rule))).toEqual([]);
  });

  it('changes what is there exactly once', () => {
    const text = withoutCarets(rule.bad);
    for (const change of [rule.fix, ...rule.edges.map((each) => each.change)])
      for (const [from, to] of Object.entries(change)) {
        expect(text.split(from).length - 1, from).toBe(1);
        expect(to).not.toBe(from);
      }
  });

  it.each(rule.edges.map((edge) => [edge.name, edge] as const))('%s', async (_, { change, finds }) => {
    const text = changed(withoutCarets(rule.bad), change);
    const found = await findingsIn(text, rule);
    expect(lines(found)).toEqual(expectedLines(rule, finds === undefined ? [] : [expectedIn(finds)]));
    const places = found.map(({ origin }) => text.slice(origin.start, origin.end));
    const marks = finds === undefined ? [] : marksAfter(rule.bad, change);
    expect(places).toEqual(marks.map((mark) => text.slice(mark.start, mark.end)));
  });

  it('prints a sentence of its own on its page, with the number and its formula where it has one', () => {
    const [sentence = '', ...rest] = messages.get(id) ?? [];
    expect(sentence, 'what the bad example finds').toMatch(new RegExp(`^(error|warning|note)\\[${id}\\]: \\S.*[.!]$`));
    expect(rest.filter((each) => each.startsWith('  ') && each.includes('undefined'))).toEqual([]);
  });

  it('names in its override a property, a fact or a statement there is', () => {
    const words = [...rule.override.matchAll(/`([^`]+)`/g)].map(([, word]) => (word as string).split(/[ (]/, 1)[0]);
    const known = (word = ''): boolean =>
      properties.has(word) || ['allow', 'require', 'plug', 'place', 'link'].includes(word);
    const free =
      /^(control|requirement|provenance|topology)\//.test(id) ||
      ['source', 'assumed'].some((each) => words.includes(each));
    if (!free)
      expect(
        words.some(known),
        `\`override\` names a property, a fact or a statement in backticks: “${rule.override}”`,
      ).toBe(true);
  });

  it('has a title, reasons, sources and a way to change its limit', () => {
    expect(rule.title, '`title`: a short phrase without a full stop').toMatch(/^\S.{8,}[^.]$/);
    expect(rule.why.length, 'characters of `why`').toBeGreaterThan(60);
    expect(rule.override.length, 'characters of `override`').toBeGreaterThan(15);
    expect(rule.id).toBe(id);
    if (rule.id !== 'control/unused-allow') expect(rule.sources, '`sources`').not.toEqual([]);
  });
});

describe('carets', () => {
  it.each([
    ['//  ^^^', {}],
    ['//  ^^^ warning', { severity: 'warning' }],
    ['//  ^^^ error: 600 m long', { severity: 'error', message: '600 m long' }],
    ['//  ^^^ errors are counted', { message: 'errors are counted' }],
  ])('%s', (comment, expected) => {
    expect(marksIn(`abcdefgh\n${comment}\n`)).toEqual([{ line: 1, start: 4, end: 7, ...expected }]);
  });
});

// Every rule's examples, executed: the bad one is found, just where its carets say; the good one is not.
import { allRules, catalogue } from '@lightloom/core';
import { exampleFindings } from '@lightloom/language';
import { analyzeText } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { marksIn } from './carets.ts';

const said = await exampleFindings(allRules);
const properties = new Set(Object.values(catalogue).flatMap((each) => Object.keys(each.properties)));

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('finds its bad example at the marked place, and nothing else', async () => {
    const { analysis, document } = await analyzeText(rule.bad);
    const text = document.textDocument.getText();
    const found = analysis.findings.filter((each) => each.severity !== 'note' || each.rule === id);
    const shown = found.map((each) => `${each.rule}: ${each.message}`);
    expect(shown).toEqual([expect.stringMatching(`^${id}: `)]);
    const [mark] = marksIn(rule.bad);
    const [finding] = found;
    expect(mark, 'the bad example has a mark').toBeDefined();
    expect(text.slice(finding?.origin.start, finding?.origin.end)).toBe(text.slice(mark?.start, mark?.end));
  });

  it('is content with its good example', async () => {
    const { analysis } = await analyzeText(rule.good);
    const found = analysis.findings.filter((each) => each.severity !== 'note' || each.rule === id);
    expect(found.map((each) => `${each.rule}: ${each.message}`)).toEqual([]);
  });

  it('says a sentence of its own on its page, with the number and its formula where it has one', () => {
    const [sentence = '', ...rest] = said.get(id) ?? [];
    // As hard as the rule, or milder where the example rests on figures that are usual or assumed.
    expect(sentence).toMatch(new RegExp(`^(error|warning|note)\\[${id}\\]: \\S.*[.!]$`));
    if (rule.severity !== 'error') expect(sentence).toMatch(new RegExp(`^${rule.severity}`));
    expect(rest.filter((each) => each.startsWith('  ') && each.includes('undefined'))).toEqual([]);
  });

  it('names in its override a property, a fact or a statement there is', () => {
    const words = [...rule.override.matchAll(/`([^`]+)`/g)].map(([, word]) => (word as string).split(/[ (]/, 1)[0]);
    const known = (word = ''): boolean =>
      properties.has(word) || ['allow', 'require', 'plug', 'place', 'link'].includes(word);
    const free =
      /^(control|requirement|provenance|topology)\//.test(id) ||
      ['source', 'assumed'].some((each) => words.includes(each));
    if (!free) expect(words.some(known), rule.override).toBe(true);
  });

  it('says why, how to override it and where its figures come from', () => {
    expect(rule.why.length).toBeGreaterThan(60);
    expect(rule.override.length).toBeGreaterThan(15);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.id).toBe(id);
    if (rule.id !== 'control/unused-allow') expect(rule.sources.length).toBeGreaterThan(0);
  });
});

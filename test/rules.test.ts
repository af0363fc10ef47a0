// Every rule's examples, executed: the bad one is found, just where its carets say; the good one is not.
import { allRules } from '@lightloom/core';
import { analyzeText } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { marksIn } from './carets.ts';

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

  it('says why, how to override it and where its figures come from', () => {
    expect(rule.why.length).toBeGreaterThan(60);
    expect(rule.override.length).toBeGreaterThan(15);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.id).toBe(id);
    if (rule.id !== 'control/unused-allow') expect(rule.sources.length).toBeGreaterThan(0);
  });
});

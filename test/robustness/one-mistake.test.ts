// One mistake in the example pod gives one message, wherever it is made.
import { textAnalyzer } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { quickPod as pod, site } from '../kit/examples.ts';
import { splice, tokensOf } from '../kit/tokens.ts';
import { serious } from './sane.ts';

const analyze = textAnalyzer(site);

describe('one mistake, one message', () => {
  /** What a token can be cut from without a mistake, or with a design that differs in several ways. */
  const tokens = tokensOf(pod);

  it('for any token that is cut', async () => {
    const counts = new Map<number, number>();
    for (const { start, end } of tokens) {
      const found = serious(await analyze(splice(pod, start, end, ''))).length;
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    const all = tokens.length;
    // `1..4` that becomes `14` is another design, and a word like `by` need not stand: those are the rest.
    expect((counts.get(1) ?? 0) / all).toBeGreaterThan(0.96);
    expect(((counts.get(0) ?? 0) + (counts.get(1) ?? 0)) / all).toBeGreaterThan(0.99);
  });

  it('for spans and cords of a cable with attached ends', async () => {
    const text = `import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  power 1 kW  ports p : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over AOC { length 20 m  spans 10 m, 20 m  polarity type-A, type-B  panels 1 x MpoPanel }
`;
    const found = serious(await analyze(text)).map(({ rule }) => rule);
    expect(found).toEqual(['optics/attached-ends']);
  });

  it.each([
    'switch type S { supplies 3 x 1.5 kW, }',
    'switch type S { supplies 3 x }',
    'module type M is Xpo { channels 16 x }',
    'feed E { capacity 1 MW } rack q : OpenRackV3 { fed by E, }',
    'loop l { coolant PG25  supply 40 °C  flow 1 L/min  from cdu[*], }',
    'loop l { coolant PG25  supply }',
    'link back.a to',
    'require power(backend',
    'rack q : OpenRackV3 at row',
  ])('for a line that is still being written: %s', async (line) => {
    const found = serious(await analyze(`${pod}\n${line}\n`)).map(({ rule, message }) => `${rule}: ${message}`);
    expect(found).toHaveLength(1);
  });

  it('for two letters swapped, with the word that was meant', async () => {
    const words = tokens.filter(({ text }) => /^[A-Za-z][\w-]{3,}$/.test(text) && text[2] !== text[3]);
    expect(words.length).toBeGreaterThan(100);
    for (const { start, end, text } of words) {
      const misspelt = text.slice(0, 2) + text[3] + text[2] + text.slice(4);
      const tested = await analyze(splice(pod, start, end, misspelt));
      const found = serious(tested);
      const titles = ['overview', 'thermal'];
      expect(
        found.map((each) => each.rule),
        `${misspelt} at ${start}`,
      ).toHaveLength(titles.includes(text) ? 0 : 1);
      for (const each of found) expect(each.help, misspelt).toMatch(/Did you mean/);
    }
  });

  it('for a unit that is cut or grown by a letter', async () => {
    const quantities = tokens.filter(({ text }) => /^[\d.]+ \S*[A-Za-z]$/.test(text));
    expect(quantities.length).toBeGreaterThan(10);
    for (const { start, end, text } of quantities)
      for (const changed of [text.slice(0, -1), `${text}x`]) {
        const found = serious(await analyze(splice(pod, start, end, changed)));
        expect(
          found.map((each) => `${each.rule}: ${each.message}`),
          changed,
        ).toHaveLength(1);
      }
  });
});

// Any text at all: the analysis ends, throws nothing, and every finding lies within the text.
import { allRules } from '@lightloom/core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { quickPod as pod } from '../kit/examples.ts';
import { splice, type Token, tokensOf } from '../kit/tokens.ts';
import { saneSeries } from './sane.ts';

describe('any text', () => {
  const sane = saneSeries();
  const tokens = tokensOf(pod);

  it('of random characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        async (text) => {
          await sane(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of random words of the language', async () => {
    const word = fc.constantFrom(
      ...new Set(tokens.map(({ text }) => text)),
      '__proto__',
      'constructor',
      '\n',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 80 }), async (words) => {
        await sane(words.join(' '));
      }),
      { numRuns: 200 },
    );
  });

  it('that is the pod with tokens deleted, doubled, swapped or replaced', async () => {
    const edit = fc.record({
      at: fc.nat(tokens.length - 2),
      kind: fc.constantFrom('delete', 'double', 'swap', 'replace'),
      by: fc.nat(tokens.length - 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = pod;
        for (const { at, kind, by } of edits.sort((a, b) => b.at - a.at)) {
          const [token, next, other] = [tokens[at], tokens[at + 1], tokens[by]] as [Token, Token, Token];
          if (kind === 'swap')
            text = splice(text, token.start, next.end, next.text + pod.slice(token.end, next.start) + token.text);
          else {
            const put = kind === 'delete' ? '' : kind === 'double' ? `${token.text} ${token.text}` : other.text;
            text = splice(text, token.start, token.end, put);
          }
        }
        await sane(text);
      }),
      { numRuns: 200 },
    );
  });

  it('that is cut off at any character, at either end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pod.length), fc.nat(pod.length), async (a, b) => {
        await sane(pod.slice(Math.min(a, b), Math.max(a, b)));
      }),
      { numRuns: 150 },
    );
  });

  it('of every rule’s examples with a character replaced', async () => {
    const texts = allRules.flatMap((rule) => [rule.bad, rule.good]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom(...'{}[]():,.*/"x10 \n-<='),
        async (text, place, by) => {
          const at = place % text.length;
          await sane(splice(text, at, at + 1, by));
        },
      ),
      { numRuns: 200 },
    );
  });
});

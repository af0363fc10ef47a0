// Answers that are cut say what is left out.
import { describe, expect, it } from 'vitest';
import { cutDocument, cutText } from '../../src/mcp/tool/cut.ts';

describe('a document', () => {
  it('that is short stays as it is', () => {
    const document = { version: 1, findings: [{ terms: [1, 2] }], none: null };
    expect(cutDocument(document, 2)).toEqual({ document, cuts: [] });
  });

  it('has its lists cut at every depth, and each kind of list is named once', () => {
    const findings = [{ terms: [1, 2, 3] }, { terms: [1, 2, 3, 4] }, { terms: [1, 2, 3, 4, 5] }];
    expect(cutDocument({ findings }, 2)).toEqual({
      document: { findings: [{ terms: [1, 2] }, { terms: [1, 2] }] },
      cuts: [
        { list: 'findings', shown: 2, of: 3 },
        { list: 'findings[].terms', shown: 4, of: 7 },
      ],
    });
  });

  it('is cut further until its JSON is small enough', () => {
    const rows = Array.from({ length: 64 }, () => 'x'.repeat(100));
    const { document, cuts } = cutDocument({ rows }, 50, 1000);
    expect(document['rows']).toHaveLength(6);
    expect(cuts).toEqual([{ list: 'rows', shown: 6, of: 64 }]);
  });
});

describe('a text', () => {
  it('that is short keeps its lines', () => {
    expect(cutText('a  \nb\n')).toBe('a\nb\n');
  });

  it('is cut after a line', () => {
    expect(cutText('one\ntwo\nthree\nfour\n', 9)).toBe('one\ntwo\n… 2 more lines are left out; ask for less.\n');
    expect(cutText('one\ntwo\n', 5)).toBe('one\n… 1 more line is left out; ask for less.\n');
    expect(cutText('x'.repeat(20), 8)).toBe(`${'x'.repeat(8)}… 1 more line is left out; ask for less.\n`);
  });
});

// The formatter around the statements: comments, whole files, text with mistakes, and the edits for an editor.
import { describe, expect, it } from 'vitest';
import { formatFabric, indentLine, spaceEdits } from '../src/format/index.ts';
import { becomes, formatted, lines } from './format-expected.ts';

describe('comments', () => {
  it('and banners stay as they are, at the indent of what follows', () =>
    becomes(
      `
      // ── what we buy ──────────
      switch type A {   // chassis
        // the air it needs:   none
      power 1 W
      /** Up.
       *   And down. */
      ports up[1..4] : XPO // four
      // no more
      }  // end
      /* a */ feed B { /* none */ }
      `,
      `
      // ── what we buy ──────────
      switch type A {   // chassis
          // the air it needs:   none
          power 1 W
          /** Up.
           *   And down. */
          ports up[1..4] : XPO  // four
          // no more
      }  // end
      /* a */ feed B { /* none */ }
      `,
    ));
  it('within a statement end its line', () =>
    becomes('link a to b // why\nover OS2 { length 3 m }\n', 'link a to b  // why\n    over OS2 { length 3 m }\n'));
});

describe('a file', () => {
  it('keeps how its lines end and its byte-order mark, and ends with a line', () => {
    expect(formatted('\uFEFFfeed A {capacity 1 MW}\r\n\r\n\r\nfeed B { }')).toBe(
      '\uFEFFfeed A { capacity 1 MW }\r\n\r\nfeed B { }\r\n',
    );
    expect(formatted('')).toBe('');
    expect(formatted('\n\n')).toBe('');
    expect(formatted('// x')).toBe('// x\n');
  });
});

describe('text with mistakes', () => {
  it('is kept where they are; the rest is formatted', () => {
    const { text, problems } = formatFabric(
      lines(`
        switch type A {
          power 1W
          height   is 3 of
          liquid 5%
        }
        switch   leaf[1..8 :   A
        feed B {capacity 1MW}
        `),
    );
    expect(problems).toHaveLength(2);
    expect(text).toBe(
      lines(`
        switch type A {
            power 1 W
            height   is 3 of
            liquid 5 %
        }
        switch   leaf[1..8 :   A
        feed B { capacity 1 MW }
        `),
    );
  });
  it('keeps a statement whose brace is missing, and formats what follows', () => {
    const { text } = formatFabric('switch type A {\n    power   1W\n\nfeed B {capacity 1MW}\n');
    expect(text).toBe('switch type A {\n    power   1W\n\nfeed B { capacity 1 MW }\n');
  });
  it('is left alone where that is asked for', () => {
    const torn = 'feed A {capacity 1MW}\r\nfeed [\r\n';
    const { text, problems } = formatFabric(torn, 'none');
    expect(text).toBe(torn);
    expect(torn.slice(0, problems[0]?.start)).toContain('\r\n');
  });
});

describe('edits for an editor', () => {
  it('is the space that changes and nothing else', () => {
    const before = 'feed A {capacity 1MW}\r\n\r\n\r\nfeed   B { }';
    const after = formatFabric(before).text;
    const edits = spaceEdits(before, after);
    expect(edits).toEqual([
      { start: 8, end: 8, text: ' ' },
      { start: 18, end: 18, text: ' ' },
      { start: 20, end: 20, text: ' ' },
      { start: 25, end: 27, text: '' },
      { start: 32, end: 34, text: '' },
      { start: 39, end: 39, text: '\r\n' },
    ]);
    let text = before;
    for (const { start, end, text: by } of edits.toReversed()) text = text.slice(0, start) + by + text.slice(end);
    expect(text).toBe(after);
  });
});

describe('a line that is typed', () => {
  /** The text with the line of the `|` moved to where it belongs. */
  const indented = (marked: string): string => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const edit = indentLine(text, offset);
    return edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  };
  it.each([
    ['switch type A {\n|', 'switch type A {\n    '],
    ['network n {\n    switch type A {\n|\n    }\n}', 'network n {\n    switch type A {\n        \n    }\n}'],
    ['switch type A {\n    power 1 W\n    }|', 'switch type A {\n    power 1 W\n}'],
    ['  feed A {\n}|', '  feed A {\n  }'],
    ['feed A { }\n    |feed B { }', 'feed A { }\nfeed B { }'],
    ['plug M into a,\n|', 'plug M into a,\n    '],
    ['plug M into a,\n    b,\n|', 'plug M into a,\n    b,\n    '],
    ['template T(a = 1,\n           |', 'template T(a = 1,\n           '],
    ['/** A text\n  |', '/** A text\n  '],
    ['feed A { // {\n|', 'feed A { // {\n    '],
  ])('%j', (marked, text) => expect(indented(marked)).toBe(text));
});

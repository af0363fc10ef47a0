// Formatting in an editor: the whole file, some lines, and while typing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorIn, Editor } from './editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
});
afterAll(() => editor.stop());

const options = { tabSize: 2, insertSpaces: false };
let count = 0;
/** Opens a text as a file of its own. */
async function opened(text: string): Promise<string> {
  const name = `formatted-${count++}.fabric`;
  await editor.open(name, text);
  return name;
}
const edited = (name: string, edits: TextEdit[] | null): string =>
  TextDocument.applyEdits(editor.document(name), edits ?? []);
const format = (name: string) => editor.askAll<TextEdit[] | null>('textDocument/formatting', name, { options });
const formatRange = (name: string, range: Range) =>
  editor.askAll<TextEdit[] | null>('textDocument/rangeFormatting', name, { range, options });

describe('a file', () => {
  it('that is in the style has nothing to change', async () => {
    await editor.open('xpo-pod.fabric');
    expect(await format('xpo-pod.fabric')).toEqual([]);
  });

  it('is changed only where its space differs', async () => {
    await editor.open('xpo-pod.fabric');
    await editor.replace('xpo-pod.fabric', '    height   1 OU\n    power', '  height   1OU\n\n\n    power');
    const edits = (await format('xpo-pod.fabric')) ?? [];
    expect(edited('xpo-pod.fabric', edits)).toContain('    height   1 OU\n\n    power    1.5 kW ');
    expect(edits).toHaveLength(3);
    for (const { range } of edits) expect(editor.slice('xpo-pod.fabric', range).trim()).toBe('');
  });

  it('with a mistake is formatted around it', async () => {
    const name = await opened('feed A {capacity 1MW}\nswitch   leaf[1..8 :   A\nfeed B {capacity 1MW}\n');
    expect(edited(name, await format(name))).toBe(
      'feed A { capacity 1 MW }\nswitch   leaf[1..8 :   A\nfeed B { capacity 1 MW }\n',
    );
  });
});

describe('some lines', () => {
  it('are changed, and no others', async () => {
    const name = await opened('feed A {capacity 1MW}\n  feed B {capacity 1MW}\n  feed C {capacity 1MW}\n');
    const line = (start: number, end: number, character = 0): Range => ({
      start: { line: start, character: 0 },
      end: { line: end, character },
    });
    const expected = 'feed A {capacity 1MW}\nfeed B { capacity 1 MW }\n  feed C {capacity 1MW}\n';
    expect(edited(name, await formatRange(name, line(1, 1, 10)))).toBe(expected);
    expect(edited(name, await formatRange(name, line(1, 2)))).toBe(expected);
    expect(edited(name, await formatRange(name, line(0, 3)))).toBe(edited(name, await format(name)));
  });
});

describe('while typing', () => {
  /** What becomes of a text, the key just typed before the `|`; and where the cursor is then. */
  const typed = async (marked: string): Promise<string> => {
    const { text, offset } = cursorIn(marked);
    const name = await opened(text);
    const edits =
      (await editor.ask<TextEdit[] | null>(
        'textDocument/onTypeFormatting',
        name,
        editor.document(name).positionAt(offset),
        {
          ch: /[}/]/.exec(text.charAt(offset - 1))?.[0] ?? '\n',
          options,
        },
      )) ?? [];
    const moved = edits.reduce((sum, { range, newText }) => {
      const document = editor.document(name);
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return end <= offset ? sum + newText.length - (end - start) : sum;
    }, offset);
    const result = edited(name, edits);
    return `${result.slice(0, moved)}|${result.slice(moved)}`;
  };

  it.each([
    ['switch type A {\n|\n', 'switch type A {\n    |\n'],
    [
      'network n : storage {\n    switch type A {\n        power 1 W\n        }|\n',
      'network n : storage {\n    switch type A {\n        power 1 W\n    }|\n',
    ],
    ['switch type A { power 1 W }|\n', 'switch type A { power 1 W }|\n'],
    ['switch type A {\n    power   1W\n    |', 'switch type A {\n    power   1W\n    |'],
    ['/** Half a sentence\n   |', '/** Half a sentence\n   |'],
    // An editor ends a comment as soon as it begins.
    ['/** A leaf. */| */\nfeed A { capacity 1 MW }\n', '/** A leaf. */|\nfeed A { capacity 1 MW }\n'],
    ['/** A leaf. */|*/\r\n', '/** A leaf. */|\r\n'],
    ['/** A leaf. */| /** Another. */\n', '/** A leaf. */| /** Another. */\n'],
    ['import "./|" // or */\n', 'import "./|" // or */\n'],
  ])('%j', async (marked, result) => expect(await typed(marked)).toBe(result));

  it('a whole design line by line needs no indent by hand', async () => {
    const design =
      'network n : scale-out {\n    switch type A {\n        power 1 W\n    }\n    feed B { capacity 1 MW }\n}\n';
    const name = await opened('');
    for (const line of design.trimEnd().split('\n')) {
      for (const key of [...line.trim(), '\n']) {
        const at = editor.text(name).length;
        await editor.type(name, at, at, key);
        if (key !== '}' && key !== '\n') continue;
        const position = editor.document(name).positionAt(at + 1);
        const edits = await editor.ask<TextEdit[] | null>('textDocument/onTypeFormatting', name, position, {
          ch: key,
          options,
        });
        for (const { range, newText } of edits ?? []) {
          const document = editor.document(name);
          await editor.type(name, document.offsetAt(range.start), document.offsetAt(range.end), newText);
        }
      }
    }
    expect(editor.text(name)).toBe(design);
  });
});

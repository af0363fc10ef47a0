// What completion brings up by itself behind a character, and where it doesn't.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver/node';
import { cursorIn, Editor } from '../editor.ts';

const design = `import "std/osfp"
import "std/fiber"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
switch a[1..2] : Box
switch b[1..2] : Box
plug Osfp800Dr8 into a[*].*, b[*].*
|
`;
const name = 'by-itself.fabric';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({}, []).start();
});
afterAll(() => editor.stop());

/** The names at the cursor of a line of the design: asked for, or brought up by the character that was typed last. */
async function offered(line: string, triggerCharacter?: string): Promise<string[]> {
  const { text, offset } = cursorIn(design.replace('|', () => line));
  await editor.open(name, text);
  const { items } = await editor.ask<CompletionList>(
    'textDocument/completion',
    name,
    editor.document(name).positionAt(offset),
    triggerCharacter === undefined ? {} : { context: { triggerKind: 2, triggerCharacter } },
  );
  return items.map(({ label }) => label);
}

it('values, where one must follow, and units behind a number', async () => {
  expect(await offered('link a[2].p to b[2].p over |', ' ')).toContain('OS2');
  expect(await offered('link a[2].p to b[2].p |', ' ')).toEqual([]);
  expect(await offered(' |', ' ')).toEqual([]);
  expect(await offered('link a[2].p to b[2].p over OS2 { length 3| }', '3')).toEqual(
    expect.arrayContaining(['3 m', '3 km']),
  );
  expect(await offered('link a[3|', '3')).toEqual([]);
});

it.each([
  ['/** Of a network. */|', '/'],
  ['/* Later. */|', '/'],
  ['switch type X { power 1 kW source "a sheet"| }', '"'],
])('nothing where a statement may begin behind %s: the Enter that follows would take it', async (line, trigger) => {
  expect(await offered(line, trigger)).toEqual([]);
  expect((await offered(line.replace('|', ' |'))).length).toBeGreaterThan(0);
});

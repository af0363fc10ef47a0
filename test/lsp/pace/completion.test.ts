// Completion while somebody types: of the last text, whatever is still judged; and of more names than an editor shows.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver/node';
import { Editor } from '../editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({}, ['xpo-pod.fabric', 'site.fabric']).start();
});
afterAll(() => editor.stop());

it('is of what was typed last, also while the text before it is judged', async () => {
  const name = 'xpo-pod.fabric';
  await editor.open(name);
  const labelsBehind = async (typed: string) => {
    const end = editor.text(name).length;
    await editor.type(name, end, end, typed);
    const position = editor.document(name).positionAt(end + typed.length);
    const { items } = await editor.ask<CompletionList>('textDocument/completion', name, position);
    return items.map(({ label }) => label);
  };
  expect(await labelsBehind('\nswitch type X { ')).toContain('height');
  expect(await labelsBehind('}\nnetwork n : ')).toContain('scale-out');
  expect(await labelsBehind('scale-out {\n    ')).toContain('link');
});

it('of thousands of names: those that what is typed can become', async () => {
  const name = 'many.fabric';
  const switches = Array.from({ length: 1200 }, (_, i) => `switch s${i} : Box\n`).join('');
  await editor.open(name, `import "std/osfp"\nswitch type Box { height 2 RU  ports p : OSFP }\n${switches}link s119`);
  const end = editor.document(name).positionAt(editor.text(name).length);
  const list = await editor.ask<CompletionList>('textDocument/completion', name, end);
  expect(list.isIncomplete).toBe(true);
  expect(list.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['s119', 's1190', 's1199']));
  expect(list.items.length).toBeLessThan(100);
  await editor.close(name);
});

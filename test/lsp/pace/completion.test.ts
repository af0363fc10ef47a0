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

it('goes on where an item leaves something to choose, in an editor that can show it', async () => {
  const able = await new Editor({}, []).start({ commands: true });
  const commandsOf = async (text: string) => {
    await able.open('next.fabric', text);
    const position = able.document('next.fabric').positionAt(text.length);
    const { items } = await able.ask<CompletionList>('textDocument/completion', 'next.fabric', position);
    return new Map(items.map(({ label, command, sortText }) => [label, { command: command?.command, sortText }]));
  };
  const statements = await commandsOf('');
  expect(statements.get('import')?.command).toBe('editor.action.triggerSuggest');
  expect(statements.get('network')?.command).toBeUndefined();
  expect((await commandsOf('switch type X { as')).get('asic')?.command).toBe('editor.action.triggerSuggest');
  const facts = await commandsOf('require ');
  expect(facts.get('margin')?.command).toBe('editor.action.triggerSuggest');
  const inOrder = (all: ReadonlyMap<string, { readonly sortText: string | undefined }>, ...labels: readonly string[]) =>
    labels
      .map((each) => all.get(each)?.sortText ?? '')
      .every((each, i, sorts) => i === 0 || (sorts[i - 1] ?? '') < each);
  expect(inOrder(facts, 'oversubscription', 'margin', 'accelerators')).toBe(true);
  expect(inOrder(await commandsOf('link a.p to b.p over '), 'OS2', 'FDDI', 'OM1')).toBe(true);
  await able.stop();
});

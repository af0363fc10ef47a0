// What completion offers somebody who begins: in an empty file, and in snippets that name parts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CompletionItemKind, type CompletionList } from 'vscode-languageserver/node';
import { Editor } from '../editor.ts';

const name = 'first.fabric';
let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({}, []).start();
});
afterAll(() => editor.stop());

/** The items before a text, in the order in which they are offered. */
async function offered(text: string, before: string) {
  await editor.open(name, text);
  const { items } = await editor.ask<CompletionList>('textDocument/completion', name, editor.at(name, before));
  return [...items].sort((x, y) => ((x.sortText ?? '') < (y.sortText ?? '') ? -1 : 1));
}

it('in an empty file: a whole design, then statements in the order of a design', async () => {
  const [first, ...others] = await offered('\n', '\n');
  expect([first, ...others].slice(0, 3).map((each) => each?.label)).toEqual(['design', 'import', 'switch type']);
  // A kind that editors don't put last.
  expect(first?.kind).not.toBe(CompletionItemKind.Snippet);
  expect((await offered('\nlet x = 1\n', '\nlet'))[0]?.label).toBe('import');
});

it('in snippets: parts that are in scope', async () => {
  const type = 'switch type Leaf {\n    \n}\n';
  const ports = async (head: string) =>
    (await offered(`${head}${type}`, '\n}')).find(({ label }) => label === 'ports')?.textEdit?.newText;
  // The modules of the library are read by the first completion of one.
  await offered('plug M into a\n', 'M');
  expect(await ports('')).toContain(': ${3:XPO}');
  expect(await ports('import "std/osfp"\n')).toContain(': ${3:OSFP}');
  expect(await ports('import "std/osfp"\ncage type Own { lanes 8 }\n')).toContain(': ${3:Own}');
});

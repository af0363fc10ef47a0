// A client that takes only the plain forms of the protocol: no snippets, no links, no outline in levels, no Markdown.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  SignatureHelp,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { Editor } from '../editor.ts';

const text = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..2] : OSFP }
template T(size = 2) { switch a[1..size] : Box }
t : T(2)
`;
const plain = {
  completion: { completionItem: { documentationFormat: ['plaintext'] } },
  definition: {},
  documentSymbol: {},
  hover: { contentFormat: ['plaintext'] },
  signatureHelp: { signatureInformation: { documentationFormat: ['plaintext'] } },
};

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({}, []).start(undefined, plain);
  await editor.open('plain.fabric', text);
});
afterAll(() => editor.stop());

it('gets text in place of snippets', async () => {
  const { items } = await editor.ask<CompletionList>('textDocument/completion', 'plain.fabric', {
    line: 3,
    character: 0,
  });
  expect(items.length).toBeGreaterThan(10);
  for (const { insertTextFormat, textEdit } of items) {
    expect(insertTextFormat).toBeUndefined();
    expect(textEdit?.newText).not.toMatch(/\$\d|\$\{/);
  }
  const network = items.find(({ label }) => label === 'network') as CompletionItem;
  expect(network.textEdit?.newText).toBe('network backend : scale-out {\n\t\n}');
  const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', network);
  expect(JSON.stringify(resolved.documentation)).not.toMatch(/```/);
});

it('gets places, a flat outline, and text without Markdown', async () => {
  const box = editor.at('plain.fabric', ': Box', 3);
  const [definition] = await editor.ask<Location[]>('textDocument/definition', 'plain.fabric', box);
  expect(editor.slice('plain.fabric', definition?.range as Location['range'])).toBe('Box');
  const symbols = await editor.askAll<SymbolInformation[]>('textDocument/documentSymbol', 'plain.fabric');
  expect(symbols.map(({ name, containerName = '' }) => `${containerName}/${name}`)).toEqual([
    '/Box',
    'Box/p[1..2]',
    '/T',
    'T/a[1..size]',
    '/t',
  ]);
  const { contents } = await editor.ask<Hover>('textDocument/hover', 'plain.fabric', box);
  expect(contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('switch type Box') });
  expect(JSON.stringify(contents)).not.toMatch(/```|\*\*|\]\(/);
  const call = editor.at('plain.fabric', 'T(2)', 2);
  expect(await editor.ask<SignatureHelp>('textDocument/signatureHelp', 'plain.fabric', call)).toBeTruthy();
});

it("is told what compares revisions, which it can't read", async () => {
  const asked = { uri: editor.uri('plain.fabric'), revision: 'HEAD' };
  expect(await editor.connection.sendRequest('lightloom/compare', asked)).toEqual({
    problem: expect.stringContaining('lightloom diff'),
  });
});

it('is told nothing of files that it did not ask for', () => {
  expect([...editor.diagnostics.keys()].filter((each) => !each.startsWith('file:'))).toEqual([]);
});

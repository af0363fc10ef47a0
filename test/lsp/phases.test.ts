// Phases of growth in the editor: hover, outline, format, diagnostics. The figures are those of the example that grows.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentSymbol, Hover, MarkupContent, TextEdit } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const hall = 'growth.fabric';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
  await editor.open(hall);
});
afterAll(() => editor.stop());

async function hover(text: string, skip: number): Promise<string> {
  const found = await editor.ask<Hover | null>('textDocument/hover', hall, editor.at(hall, text, skip));
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

it('says in a hover what is there in a phase', async () => {
  const second = await hover('phase second', 6);
  expect(second).toContain('phase second "Second row" adds backend.su[3..4], backend.spine[9..16], gpu[9..16]');
  // 4 units of 8 leaves and 16 hosts, 16 spines; 4 x 128 links to hosts, one from each of 32 leaves to each spine.
  for (const row of ['| switches | **48** |', '| hosts | **64** |', '| links | **1,024** |', '| racks | **20** |'])
    expect(second).toContain(row);
  expect(await hover('phase day1', 6)).toContain('| switches | **24** |');
  expect(await hover('require power', 1)).toContain('503.456 kW');
});

it('has phases in the outline, with what they require', async () => {
  const symbols = await editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', hall);
  const day1 = symbols.find(({ name }) => name === 'day1');
  expect([day1?.detail, day1?.children?.map(({ name }) => name)]).toEqual(['First row', ['power(backend)']]);
});

it('keeps the columns of phases', async () => {
  const options = { tabSize: 4, insertSpaces: true };
  const edits = await editor.connection.sendRequest<TextEdit[] | null>('textDocument/formatting', {
    textDocument: { uri: editor.uri(hall) },
    options,
  });
  expect(edits ?? []).toEqual([]);
});

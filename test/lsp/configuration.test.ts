// The configuration of a project in an editor: severities follow it while it changes; its mistakes are reported in it.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
} from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const file = 'box.fabric';
const text = `import "std/osfp"
/** Leaf of the pod. */
switch type Leaf { height 2 RU  power 1.5 kW assumed "no data sheet"  ports up[1..4] : OSFP }
switch leaf[1..8] : Leaf
leaf[3] { power 1.7 kW }
loop primary { flow 90 L/min  branch east { parallel r[1..2] flow 60 L/min } }
rack type R is OpenRackV3 { power 50 kW }
rack r[1..2] : R
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({ [file]: text }).start();
  await editor.open(file);
});
afterAll(() => editor.stop());

/** Writes the configuration, or removes it, and says so as an editor does. */
async function configure(content: string | undefined): Promise<Diagnostic[]> {
  const path = join(editor.folder, 'lightloom.json');
  if (content === undefined) rmSync(path);
  else writeFileSync(path, content);
  const type = content === undefined ? 3 : 2;
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('lightloom.json'), type }],
  });
  // What is typed next is analyzed after the change.
  const end = editor.text(file).length;
  await editor.type(file, end, end, '\n');
  return editor.settled(file);
}

/** They come behind the word that a file is analyzed. */
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !isSo(); i++) await new Promise((done) => setTimeout(done, 20));
}

const assumed = (found: readonly Diagnostic[]): number | undefined =>
  found.find((each) => each.code === 'provenance/assumed')?.severity;

it('severities for some paths apply to the files that they name; an ignored file that is open is checked', async () => {
  const overriding = (files: string): string =>
    `{ "overrides": [{ "files": ["${files}"], "rules": { "provenance": "error" } }], "ignore": ["*.fabric"] }`;
  expect(assumed(await configure(overriding('box.*')))).toBe(DiagnosticSeverity.Error);
  expect(assumed(await configure(overriding('drafts/**')))).toBe(DiagnosticSeverity.Information);
  await configure(undefined);
});

it('severities follow the configuration', async () => {
  expect(assumed(await configure('{ "rules": { "provenance": "error" } }'))).toBe(DiagnosticSeverity.Error);
  expect(assumed(await configure('{ "rules": { "provenance": "warning" } }'))).toBe(DiagnosticSeverity.Warning);
  expect(assumed(await configure('{ "rules": { "provenance": "off" } }'))).toBe(undefined);
  expect(assumed(await configure(undefined))).toBe(DiagnosticSeverity.Information);
});

it('mistakes are reported at the configuration, and disappear when fixed', async () => {
  const uri = editor.uri('lightloom.json');
  await configure('{ "rules": { "provenence": "off" } }');
  await until(() => editor.diagnostics.get(uri)?.length === 1);
  const [told, more] = editor.diagnostics.get(uri) ?? [];
  expect(more).toBe(undefined);
  expect(told?.message).toContain('Did you mean `provenance`?');
  expect(told?.range).toEqual({ start: { line: 0, character: 13 }, end: { line: 0, character: 25 } });
  await configure('{ "rules": { "provenance": "off" } }');
  await until(() => editor.diagnostics.get(uri)?.length === 0);
  expect(editor.diagnostics.get(uri)).toEqual([]);
});

it('a change of some elements has its hover, its definition and its completion', async () => {
  const hover = async (at: string, skip = 0) => {
    const found = await editor.ask<{ contents: { value: string } } | null>(
      'textDocument/hover',
      file,
      editor.at(file, at, skip),
    );
    return found?.contents.value ?? '';
  };
  // What is selected, and in the declaration what differs from the rest.
  expect(await hover('leaf[3]')).toContain('switch leaf[3], Leaf at leaf');
  expect(await hover('leaf[3]')).toContain('| power | **1.7 kW** |');
  expect(await hover('leaf[1..8] :')).toContain('1 of them differs');
  expect(await hover('leaf[1..8] :')).toContain('**1.7 kW** | Leaf at leaf');
  expect(await hover('power 1.7')).toContain('of a switch');
  expect(await hover('east {')).toContain('Branch primary.east, 2 racks in parallel');
  const definition = await editor.ask<{ targetSelectionRange?: unknown }[]>(
    'textDocument/definition',
    file,
    editor.at(file, 'leaf[3]'),
  );
  expect(definition).toHaveLength(1);
  const symbols = await editor.askAll<{ name: string; children?: { name: string }[] }[]>(
    'textDocument/documentSymbol',
    file,
  );
  expect(symbols.map(({ name }) => name)).toContain('leaf[3]');
  expect(symbols.find(({ name }) => name === 'primary')?.children?.map(({ name }) => name)).toEqual(['east']);
});

it('completion offers the properties of what is changed, and the statements of a loop', async () => {
  const labels = async (from: string, to: string, at: string, skip: number) => {
    await editor.replace(file, from, to);
    const found = await editor.ask<CompletionList | CompletionItem[]>(
      'textDocument/completion',
      file,
      editor.at(file, at, skip),
    );
    await editor.replace(file, to, from);
    return (Array.isArray(found) ? found : found.items).map(({ label }) => label);
  };
  expect(await labels('leaf[3] { power', 'leaf[3] { \n power', 'leaf[3] { \n', 10)).toEqual(
    expect.arrayContaining(['liquid', 'height']),
  );
  expect(await labels('loop primary { flow', 'loop primary { \n flow', 'primary { \n', 10)).toEqual(
    expect.arrayContaining(['supply', 'branch']),
  );
});

// While a large design is judged, requests are answered; what is typed meanwhile ends the judging, and nothing is lost.
import { afterEach, describe, expect, it } from 'vitest';
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  SemanticTokens,
} from 'vscode-languageserver';
import { Editor } from '../editor.ts';

/** A mesh with a link a pair: 65,536 links, or as many more as there are leaves. */
const mesh = (leaves = 512, end = '') => `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..128] : OSFP }
switch type Spine { height 2 RU  ports down[1..${leaves}] : OSFP }
network fabric : scale-out {
    switch leaf[1..${leaves}] : Leaf
    switch spine[1..128] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
}
${end}`;
const name = 'mesh.fabric';

describe('while a design is judged', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('hover, completion, outline and colors are answered before its end', async () => {
    editor = await new Editor({}, []).start();
    const order: string[] = [];
    await editor.open(name, '');
    await editor.type(name, 0, 0, mesh(4096));
    const judged = editor.settled(name).then(() => order.push('judged'));
    const hover = editor.ask<Hover>('textDocument/hover', name, editor.at(name, 'leaf[1'));
    const completion = editor.ask<CompletionItem[]>('textDocument/completion', name, editor.at(name, 'Osfp800Dr8'));
    const outline = editor.askAll<DocumentSymbol[]>('textDocument/documentSymbol', name);
    const colors = editor.askAll<SemanticTokens>('textDocument/semanticTokens/full', name);
    await Promise.all([
      judged,
      ...[hover, completion, outline, colors].map((each) => each.then(() => order.push('answer'))),
    ]);
    expect(order).toEqual(['answer', 'answer', 'answer', 'answer', 'judged']);
    expect(JSON.stringify((await hover).contents)).toContain('switch leaf');
    expect(JSON.stringify(await outline)).toContain('spine');
  });

  it('figures are those of the last state, at the places that they have moved to', async () => {
    editor = await new Editor({}, []).start();
    await editor.open(name, mesh(2048));
    const order: string[] = [];
    const hints = () =>
      editor.askAll<InlayHint[]>('textDocument/inlayHint', name, {
        range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
      });
    const before = await hints();
    await editor.type(name, 0, 0, 'let more = 1\n');
    const [moved] = await Promise.all([
      hints().then((found) => {
        order.push('hints');
        return found;
      }),
      editor.settled(name).then(() => order.push('judged')),
    ]);
    expect(order).toEqual(['hints', 'judged']);
    expect(before.length).toBeGreaterThan(2);
    expect(moved.map(({ position: { line, character }, label }) => [line - 1, character, label])).toEqual(
      before.map(({ position: { line, character }, label }) => [line, character, label]),
    );
    expect(await hints()).toEqual(moved);
  });

  it('an edit drops what was begun, and the last one is judged as after a fresh start', async () => {
    editor = await new Editor({}, []).start();
    await editor.open(name, mesh());
    for (const digit of ['4', '5', '6']) {
      const at = editor.text(name).indexOf('length ') + 'length '.length;
      await editor.type(name, at, at + 1, digit);
      await new Promise((done) => setTimeout(done, 5));
    }
    const start = editor.text(name).length;
    await editor.type(name, start, start, 'require reach(fabric) >= 1 m\n');
    const found = await editor.settled(name);
    const uri = editor.uri(name);
    expect(editor.judged.filter((each) => each.uri === uri).map(({ version }) => version)).toEqual([1, 5]);
    const [text, folder] = [editor.text(name), editor.folder];
    await editor.stop();
    editor = await new Editor({}, []).start();
    const fresh = await editor.open(name, text);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found).replaceAll(folder, '')).toBe(JSON.stringify(fresh).replaceAll(editor.folder, ''));
  });

  it('files that are opened at once get their findings, each', async () => {
    editor = await new Editor({}, []).start();
    const names = Array.from({ length: 6 }, (_, i) => `mesh${i}.fabric`);
    const found = await Promise.all(
      names.map((each, i) => editor.open(each, mesh(64 + i, `let unused${i} = 1 parsec\n`))),
    );
    const messages = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ message }) => message).join();
    expect(found.map((each) => messages(each).includes('parsec'))).toEqual(names.map(() => true));
  });
});

// How problems reach an editor: with the version they are of, never twice, at once where they are of the text, or when it asks.
import { URI } from 'langium';
import { addDiagnosticsHandler } from 'langium/lsp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEditorServices } from '../../packages/language/src/lsp/editor-module.ts';
import { movedTo, sendTextProblemsEarly } from '../../packages/language/src/lsp/publishing/early.ts';
import { Publisher } from '../../packages/language/src/lsp/publishing/publisher.ts';
import { memoryFiles } from '../../packages/language/src/session/memory-files.ts';
import { Editor } from './editor.ts';

const uri = 'file:///pod.fabric';
const hot = `import "std/xpo"
module type Hot is Xpo { power 420 W }
switch type Box { height 1 OU  ports p[1..2] : XPO }
switch a : Box
plug Hot into a.p
`;

/** A server without a wire, with all that it sends. */
async function desk(isSlow: boolean) {
  const sent: PublishDiagnosticsParams[] = [];
  const publisher = new Publisher({
    sendDiagnostics: async (each: PublishDiagnosticsParams) => void sent.push(each),
  } as Connection);
  const services = createEditorServices(memoryFiles({}));
  publisher.serve(services.shared);
  sendTextProblemsEarly(publisher, services, () => isSlow);
  const { DocumentBuilder, TextDocuments, WorkspaceManager } = services.shared.workspace;
  addDiagnosticsHandler(publisher.connection, services.shared);
  WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] });
  await WorkspaceManager.initialized({});
  let version = 0;
  /** Types a text, and returns what is sent of it: codes with their lines, and the version. */
  const type = async (text: string): Promise<{ version: number | undefined; found: string[] }[]> => {
    sent.length = 0;
    TextDocuments.set(TextDocument.create(uri, 'fabric', ++version, text));
    await DocumentBuilder.update([URI.parse(uri)], []);
    return sent
      .filter((each) => each.uri === uri)
      .map(({ version: of, diagnostics }) => ({
        version: of,
        found: diagnostics
          .filter(({ severity }) => severity !== 3)
          .map(({ code, range }) => `${code}:${range.start.line}`),
      }));
  };
  return {
    type,
    publisher,
    again: () => publisher.connection.sendDiagnostics({ uri, diagnostics: sent.at(-1)?.diagnostics ?? [] }),
    sent,
  };
}

describe('what is sent', () => {
  it('says of which version it is, and is not sent twice', async () => {
    const { type, again, sent } = await desk(false);
    expect(await type(hot)).toEqual([{ version: 1, found: ['power/module-over-cage:1'] }]);
    expect(await type(`\n${hot}`)).toEqual([{ version: 2, found: ['power/module-over-cage:2'] }]);
    await again();
    expect(sent.filter((each) => each.uri === uri)).toHaveLength(1);
  });

  it('is not sent twice of a file that nobody has open', async () => {
    const { publisher, sent } = await desk(false);
    const of = (line: number): PublishDiagnosticsParams => {
      const place = { line, character: 0 };
      return { uri: 'file:///closed.fabric', diagnostics: [{ range: { start: place, end: place }, message: 'x' }] };
    };
    for (const line of [1, 1, 2, 2, 1]) await publisher.connection.sendDiagnostics(of(line));
    expect(sent).toEqual([of(1), of(2), of(1)]);
  });

  it('of the text comes at once where the design is slow to judge; the rest stays where it has moved to', async () => {
    const { type } = await desk(true);
    await type(hot);
    const [early, judged, ...more] = await type(`\nswitch b : Bxo\n${hot}`);
    expect(more).toEqual([]);
    expect(early).toEqual({ version: 2, found: ['name/unknown:1', 'power/module-over-cage:3'] });
    expect(judged?.version).toBe(2);
    expect(judged?.found).toContain('name/unknown:1');
    // What was of the text is gone at once, too.
    const [mended] = await type(`\n${hot}`);
    expect(mended?.found.filter((each) => each.startsWith('name/'))).toEqual([]);
  });

  it('leaves out what was found where the text has changed', () => {
    const at = (line: number, from: number, to: number) => ({
      range: { start: { line, character: from }, end: { line, character: to } },
      message: 'x',
    });
    const before = 'one\ntwo\nthree\n';
    const textDocument = TextDocument.create(uri, 'fabric', 2, 'one\nTWO and a\nthree\n');
    const moved = movedTo({ textDocument }, before, [at(0, 0, 3), at(1, 0, 3), at(2, 0, 5)]);
    expect(moved).toEqual([at(0, 0, 3), at(2, 0, 5)]);
  });
});

describe('an editor that asks', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await new Editor().start(undefined, { diagnostic: { dynamicRegistration: false } });
  });
  afterAll(() => editor.stop());

  it('is answered, and is sent nothing of open files', async () => {
    expect(editor.initialized?.capabilities.diagnosticProvider).toEqual({
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    const name = 'hot.fabric';
    await editor.open(name, hot);
    const report = await editor.askAll<DocumentDiagnosticReport>('textDocument/diagnostic', name);
    if (report.kind !== 'full') throw new Error('The report is not whole.');
    expect(report.items.map(({ code }) => code)).toContain('power/module-over-cage');
    const again = await editor.askAll<DocumentDiagnosticReport>('textDocument/diagnostic', name, {
      previousResultId: report.resultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });
    expect(editor.published.filter((each) => each.uri === editor.uri(name))).toEqual([]);
    // Of files that are closed, it hears as before.
    await editor.close(name);
    const hasPod = () => editor.published.some((each) => each.uri.endsWith('xpo-pod.fabric'));
    await expect.poll(hasPod, { timeout: 20_000 }).toBe(true);
  });
});

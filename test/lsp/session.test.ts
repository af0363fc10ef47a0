// A session of an editor with the server: greeting, diagnostics while typing, cancellation, the end.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeText } from '@lightloom/language/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';
const site = 'site.fabric';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
  await editor.open(pod);
});
afterAll(() => editor.stop());

const serious = (name: string) =>
  (editor.diagnostics.get(editor.uri(name)) ?? []).filter((each) => each.severity !== DiagnosticSeverity.Information);

describe('the greeting', () => {
  it('offers what the server does, and nothing else', () => {
    expect(editor.initialized?.capabilities).toMatchObject({
      textDocumentSync: { change: 2, openClose: true },
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: ['.', ':', '"', '/', ' ', '[', '(', ',', '=', ...'0123456789'],
      },
      hoverProvider: true,
      definitionProvider: true,
      typeDefinitionProvider: true,
      implementationProvider: true,
      callHierarchyProvider: {},
      typeHierarchyProvider: {},
      selectionRangeProvider: true,
      linkedEditingRangeProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: true,
      documentLinkProvider: {},
      foldingRangeProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.lightloom', 'source.organizeImports', 'source.sortProperties'],
      },
      renameProvider: { prepareProvider: true },
      workspaceSymbolProvider: {},
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n', '/'] },
    });
    const { capabilities } = editor.initialized ?? {};
    expect(capabilities?.declarationProvider).toBe(false);
  });
});

describe('diagnostics', () => {
  it('of the pod without its allowances are notes on what it rests on, and no more', async () => {
    expect(await editor.settled(pod)).toEqual([]);
    const text = editor.text(pod);
    const allowances = text.slice(text.indexOf('allow '), text.indexOf('view overview'));
    const found = await editor.replace(pod, allowances, '');
    await editor.replace(pod, 'view overview', `${allowances}view overview`);
    expect(new Set(found.map((each) => `${each.severity} ${each.source} ${each.code}`))).toEqual(
      new Set(['3 lightloom provenance/assumed', '3 lightloom optics/draft-pmd', '3 lightloom control/not-judged']),
    );
  });

  it('point at the value, name the rule, and go away with the mistake', async () => {
    await editor.replace(pod, '128 W ', '420 W ');
    const [found] = serious(pod);
    expect(serious(pod)).toHaveLength(1);
    expect(found).toMatchObject({ severity: DiagnosticSeverity.Error, code: 'power/module-over-cage' });
    expect(editor.slice(pod, found?.range as never)).toBe('power      420 W');
    expect(found?.message).toMatch(/420 W.*400 W.*\nhelp: /s);
    expect(found?.codeDescription?.href).toBe('lightloom:/docs/rules/power/module-over-cage.md');
    await editor.replace(pod, '420 W ', '128 W ');
    expect(serious(pod)).toEqual([]);
  });

  it('show the related place as well', async () => {
    await editor.replace(pod, 'feed B {', 'feed A {');
    const [found] = serious(pod);
    expect(found?.code).toBe('name/twice');
    expect(editor.slice(pod, found?.range as never)).toBe('A');
    const [other] = found?.relatedInformation ?? [];
    expect(other?.location.uri).toBe(editor.uri(pod));
    expect(other?.location.range.start).toEqual(editor.at(pod, 'feed A {', 5));
    expect(found?.range.start).not.toEqual(other?.location.range.start);
    await editor.replace(pod, 'feed A { capacity 2.4 MW }   feed A {', 'feed A { capacity 2.4 MW }   feed B {');
  });

  it('gray out an allowance that allows nothing', async () => {
    await editor.replace(pod, 'view overview', 'allow power/rack-budget because "none"\nview overview');
    const [found] = serious(pod);
    expect(found).toMatchObject({
      code: 'control/unused-allow',
      severity: DiagnosticSeverity.Warning,
      tags: [DiagnosticTag.Unnecessary],
    });
    await editor.replace(pod, 'allow power/rack-budget because "none"\n', '');
    expect(serious(pod)).toEqual([]);
  });

  it('follow an edit in an imported file, open or closed', async () => {
    await editor.open(site);
    await editor.replace(site, 'capacity 1 MW', 'capacity 0.5 MW');
    await editor.settled(pod);
    await expect.poll(() => serious(pod).map((each) => each.code)).toEqual(['cooling/loop-capacity']);
    await editor.replace(site, 'capacity 0.5 MW', 'capacity 1 MW');
    await expect.poll(() => serious(pod)).toEqual([]);
    await editor.close(site);
  });

  it('of files that are not open are errors and warnings, no notes', async () => {
    const closed = editor.uri('cpo-scale-up.fabric');
    const timeout = 20_000;
    await expect.poll(() => editor.diagnostics.get(closed), { timeout }).toEqual([]);
    await editor.open('cpo-scale-up.fabric');
    expect(editor.diagnostics.get(closed)?.length).toBeGreaterThan(0);
    await editor.close('cpo-scale-up.fabric');
    await expect.poll(() => editor.diagnostics.get(closed), { timeout }).toEqual([]);
  });

  it('follow what was typed and not saved in an imported file, once it is closed', async () => {
    await editor.open(site);
    await editor.replace(site, 'capacity 1 MW', 'capacity 0.5 MW');
    await expect.poll(() => serious(pod).map((each) => each.code)).toEqual(['cooling/loop-capacity']);
    await editor.close(site);
    await expect.poll(() => serious(pod)).toEqual([]);
  });

  it('follow a file that is written, and one that is deleted, behind the editor', async () => {
    const path = join(editor.folder, 'late.fabric');
    const uri = editor.uri('late.fabric');
    const told = (type: number) =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    await editor.open('wants.fabric', 'import "./late"\nrack r : Late\n');
    expect(serious('wants.fabric').map((each) => each.code)).toEqual(['import/not-found']);
    writeFileSync(path, 'rack type Late { height 40 OU  power 10 kW }\n');
    await told(1);
    await expect.poll(() => serious('wants.fabric')).toEqual([]);
    rmSync(path);
    await told(3);
    await expect.poll(() => serious('wants.fabric').map((each) => each.code)).toEqual(['import/not-found']);
    // A change of a file that is gone again when it is read must not end the server.
    await told(2);
    await editor.replace('wants.fabric', 'r :', 'r[1..2] :');
    expect(serious('wants.fabric').map((each) => each.code)).toEqual(['import/not-found']);
  });

  it('of the library are never shown', async () => {
    for (const [uri, found] of editor.diagnostics) if (uri.startsWith('lightloom:')) expect(found).toEqual([]);
  });
});

describe('typing', () => {
  const statement = `
    link su[1].leaf[1].up[1] to spine[1].down[1] as pairs over OS2 {
        length 30 m
        connectors 2 x MPO16 low-loss
    }
`;
  const places = (found: readonly { code?: unknown; range: unknown; message: unknown }[]) =>
    found.map((each) => [each.code, each.range, each.message]);

  it('a statement key by key ends where opening the whole file ends', async () => {
    const before = editor.text(pod);
    const at = before.indexOf('    place su[*].leaf');
    let offset = at;
    for (const key of statement) {
      await editor.type(pod, offset, offset, key);
      offset++;
      // Some keys are waited for, others are typed over the analysis that is under way.
      if (offset % 3 === 0) await editor.settled(pod);
    }
    const typed = await editor.settled(pod);
    await editor.open('fresh.fabric', editor.text(pod));
    expect(places(typed)).toEqual(places(await editor.settled('fresh.fabric')));
    const { analysis } = await analyzeText(editor.text(pod), {
      'site.fabric': readFileSync(join(editor.folder, site), 'utf8'),
    });
    expect(typed.map((each) => each.code)).toEqual(
      analysis.findings.filter((each) => each.origin.uri.endsWith('design.fabric')).map((each) => each.rule),
    );
    expect(typed.map((each) => each.code)).toContain('topology/port-used-twice');
    await editor.type(pod, at, at + statement.length, '');
    expect(editor.text(pod)).toBe(before);
    await editor.settled(pod);
    expect(serious(pod)).toEqual([]);
  });

  it('backwards, from the end of the file, leaves an empty file without a complaint', async () => {
    await editor.open('shrinks.fabric', 'import "std/xpo"\nmodule type M is Xpo { power 3 W }\n');
    for (let length = editor.text('shrinks.fabric').length; length > 0; length--)
      await editor.type('shrinks.fabric', length - 1, length, '');
    expect(await editor.settled('shrinks.fabric')).toEqual([]);
  });
});

describe('a request', () => {
  it('that is cancelled is answered as cancelled', async () => {
    for (const method of ['textDocument/hover', 'textDocument/completion', 'lightloom/graph']) {
      const source = new CancellationTokenSource();
      const params = {
        textDocument: { uri: editor.uri(pod) },
        position: { line: 9, character: 6 },
        uri: editor.uri(pod),
        view: 'overview',
      };
      const answer = editor.connection.sendRequest(method, params, source.token);
      source.cancel();
      await expect(answer, method).rejects.toMatchObject({ code: -32800 });
    }
  });

  it('for a drawing is answered whatever is typed meanwhile', async () => {
    const uri = editor.uri(pod);
    const at = editor.text(pod).indexOf('power    1.5 kW') + 'power    '.length;
    const answers: Promise<unknown>[] = [];
    // Each digit after each number of ticks, twice.
    for (let key = 0; key < 28; key++) {
      await editor.type(pod, at, at + 1, String(1 + (key % 2)));
      answers.push(editor.connection.sendRequest('lightloom/views', { uri }));
      // The next key comes at any moment of what the last one sets off.
      for (let tick = 0; tick < key % 7; tick++) await new Promise((done) => setImmediate(done));
    }
    for (const answer of answers) expect(await answer).not.toEqual([]);
    await editor.type(pod, at, at + 1, '1');
    await editor.settled(pod);
  });

  it('about an unknown file is answered too', async () => {
    const textDocument = { uri: editor.uri('nowhere.fabric') };
    await expect(editor.connection.sendRequest('lightloom/views', textDocument)).resolves.toEqual([]);
    await expect(editor.connection.sendRequest('lightloom/graph', { ...textDocument, view: 'x' })).resolves.toBeNull();
    await expect(
      editor.connection.sendRequest('lightloom/libraryText', { uri: 'lightloom:/std/none.fabric' }),
    ).resolves.toBe('');
    expect(
      await editor.connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
    ).toBe(null);
  });

  it('gives the drawings of a file, each with the places of its things', async () => {
    const uri = editor.uri(pod);
    const views = await editor.connection.sendRequest<{ id: string; title: string; declared: boolean }[]>(
      'lightloom/views',
      { uri },
    );
    expect(views.filter((each) => each.declared).map((each) => each.title)).toEqual([
      'Pod at a glance',
      'Heat to liquid',
    ]);
    for (const view of views) {
      const answer = await editor.connection.sendRequest<{
        graph: Record<'nodes' | 'groups' | 'trunks', { id: string }[]>;
        places: Record<string, { uri: string; range: { start: { line: number } } }>;
      }>('lightloom/graph', { uri, view: view.id });
      const drawn = [...answer.graph.nodes, ...answer.graph.groups];
      expect(drawn, `boxes and frames of the view ${view.id}`).not.toEqual([]);
      const lost = drawn.filter(({ id }) => !Object.hasOwn(answer.places, id));
      expect(lost, `boxes and frames of the view ${view.id} without an \`origin\``).toEqual([]);
    }
    await expect(editor.connection.sendRequest('lightloom/graph', { uri, view: 'no such view' })).resolves.toBeNull();
  });

  it('gives the text of the library', async () => {
    const text = await editor.connection.sendRequest<string>('lightloom/libraryText', {
      uri: 'lightloom:/std/xpo.fabric',
    });
    expect(text).toContain('cage type XPO');
  });
});

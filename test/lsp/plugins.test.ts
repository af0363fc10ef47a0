// Plug-ins in an editor: they run once the client allows it, and only then.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CompletionItem, CompletionList, Diagnostic, Hover } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const text = `host type Box { height 1 OU  power 3 kW }
host box[1..2] : Box
allow acme/lights because "lit"
`;
/** A plug-in that leaves a trace when it is loaded: a file beside it. */
const plugin = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('./trace', import.meta.url), '');
const rule = (id, check) => ({ id, severity: 'warning', title: 'Devices', why: 'The house is dark.', check });
export default {
  name: 'acme',
  rules: [
    rule('acme/devices', (design) => [...design.devices()].slice(0, 1).map((about) => ({ message: 'A device.', about }))),
    rule('acme/lights', (design) => []),
    rule('acme/broken', () => { throw new Error('oops'); }),
  ],
};
`;

let editor: Editor;
afterEach(() => editor.stop());

async function opened(options?: object): Promise<string[]> {
  editor = await new Editor({
    'box.fabric': text,
    'acme.mjs': plugin,
    'lightloom.json': '{ "plugins": ["./acme.mjs"] }',
  }).start(options);
  return codes(await editor.open('box.fabric'));
}

const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => String(code)).sort();
const ofProject = (): string[] => codes(editor.diagnostics.get(editor.uri('lightloom.json')) ?? []);
const wasLoaded = (): boolean => existsSync(join(editor.folder, 'trace'));

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !isSo(); i++) await new Promise((done) => setTimeout(done, 20));
}

describe('a plug-in', () => {
  it.each([[undefined], [{ allowPlugins: 'yes' }]])('isn’t loaded by a client that gives %j', async (options) => {
    expect((await opened(options)).filter((each) => /^acme|^allow|unused-allow/.test(each))).toEqual([]);
    await until(() => ofProject().length > 0);
    expect(ofProject()).toEqual(['config/plugins-off']);
    expect(wasLoaded()).toBe(false);
  });

  it('runs where the client allows it; what is broken is said in the project’s file', async () => {
    const found = await opened({ allowPlugins: true });
    expect(wasLoaded()).toBe(true);
    expect(found).toContain('acme/devices');
    expect(found).toContain('control/unused-allow');
    await until(() => ofProject().length > 0);
    expect(ofProject()).toEqual(['config/plugin']);
  });

  it('isn’t loaded from a project beside the workspace, whatever the client gives', async () => {
    editor = await new Editor().start({ allowPlugins: true });
    // Its name starts as that of the workspace.
    const other = `${editor.folder}-more`;
    onTestFinished(() => rmSync(other, { recursive: true }));
    mkdirSync(other);
    const files = { 'box.fabric': text, 'acme.mjs': plugin, 'lightloom.json': '{ "plugins": ["./acme.mjs"] }' };
    for (const [name, each] of Object.entries(files)) writeFileSync(join(other, name), each);
    const found = await editor.open(pathToFileURL(join(other, 'box.fabric')).href, text);
    expect(codes(found).filter((each) => each.startsWith('acme'))).toEqual([]);
    const project = pathToFileURL(join(other, 'lightloom.json')).href;
    await until(() => editor.diagnostics.has(project));
    expect(codes(editor.diagnostics.get(project) ?? [])).toEqual(['config/plugins-off']);
    expect(existsSync(join(other, 'trace'))).toBe(false);
  });

  it('is loaded again when it has changed and the configuration is saved', async () => {
    await opened({ allowPlugins: true });
    writeFileSync(join(editor.folder, 'acme.mjs'), 'export default { name: "acme" };');
    const uri = editor.uri('lightloom.json');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    const isIn = (): boolean => codes(editor.diagnostics.get(editor.uri('box.fabric')) ?? []).includes('acme/devices');
    await until(() => !isIn());
    expect(isIn()).toBe(false);
  });

  it('is known to completion and hover', async () => {
    await opened({ allowPlugins: true });
    const at = { textDocument: { uri: editor.uri('box.fabric') }, position: { line: 2, character: 12 } };
    const list = await editor.connection.sendRequest<CompletionList | CompletionItem[]>('textDocument/completion', at);
    const items = Array.isArray(list) ? list : list.items;
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['devices', 'lights']));
    const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('The house is dark.');
  });
});

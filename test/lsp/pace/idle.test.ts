// What a server does while nobody waits for it, and who waits while it has nothing to do.
import { memoryFiles } from '@lightloom/language';
import { Cancellation, DocumentState, URI } from 'langium';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEditorServices } from '../../../packages/language/src/lsp/editor-module.ts';
import { keepSmall, onceIdle, whenIdle } from '../../../packages/language/src/lsp/idle.ts';

/** Services without a client, a way to type, and a wait whose end the test decides. */
async function desk(log: (event: string) => void) {
  const services = createEditorServices(memoryFiles({}));
  const { ConfigurationProvider, DocumentBuilder, TextDocuments, WorkspaceManager } = services.shared.workspace;
  const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] };
  ConfigurationProvider.initialize(params);
  WorkspaceManager.initialize(params);
  await ConfigurationProvider.initialized({});
  await WorkspaceManager.initialized({});
  const uri = 'file:///a.fabric';
  let due = (): void => {};
  return {
    services,
    async type(text: string): Promise<void> {
      TextDocuments.set(TextDocument.create(uri, 'fabric', 0, text));
      await DocumentBuilder.update([URI.parse(uri)], []);
    },
    wait(todo: () => void): () => void {
      log('waits');
      due = todo;
      return () => log('waits no longer');
    },
    wake: (): void => due(),
  };
}

it('memory is given back each time once a design was judged and none followed', async () => {
  const events: string[] = [];
  const { services, type, wait, wake } = await desk((event) => events.push(event));
  const stop = whenIdle(services, () => events.push('given back'), wait);
  await type('let a = 1\n');
  await type('let a = 2\n');
  wake();
  expect(events.splice(0)).toEqual(['waits', 'waits no longer', 'waits', 'given back']);
  stop();
  await type('let a = 3\n');
  expect(events).toEqual(['waits no longer']);
});

it('memory is given back at once where it has grown by much since then', async () => {
  const waits: number[] = [];
  const { services, type, wait, wake } = await desk(() => {});
  let megabytes = 50;
  const memory = { held: () => megabytes * 1e6, giveBack: () => {} };
  keepSmall(services, memory, 15_000, (time) => {
    waits.push(time);
    return wait;
  });
  megabytes = 129;
  await type('let a = 1\n');
  megabytes = 140;
  await type('let a = 2\n');
  wake();
  // What is held now is needed: it may be twice as much before it is looked at again.
  megabytes = 270;
  await type('let a = 3\n');
  megabytes = 290;
  await type('let a = 4\n');
  expect(waits).toEqual([15_000, 0, 15_000, 0]);
});

it('what the first completion needs is read once', async () => {
  const events: string[] = [];
  const { services, type, wait, wake } = await desk((event) => events.push(event));
  onceIdle(services, () => events.push('read'), wait);
  await type('let a = 1\n');
  wake();
  await type('let a = 2\n');
  expect(events).toEqual(['waits', 'waits no longer', 'read']);
});

it('who waits for all files is answered where a change leaves nothing to do', async () => {
  const { services, type } = await desk(() => {});
  const { DocumentBuilder } = services.shared.workspace;
  await type('let a = 1\n');
  // As when a file is closed that was never saved.
  const updated = DocumentBuilder.update([], [URI.parse('file:///gone.fabric')]);
  const source = new Cancellation.CancellationTokenSource();
  const late = setTimeout(() => source.cancel(), 2_000);
  await DocumentBuilder.waitUntil(DocumentState.IndexedReferences, source.token);
  clearTimeout(late);
  await updated;
});

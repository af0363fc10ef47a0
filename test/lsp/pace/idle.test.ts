// What a server does while nobody waits for it.
import { memoryFiles } from '@lightloom/language';
import { URI } from 'langium';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEditorServices } from '../../../packages/language/src/lsp/editor-module.ts';
import { keepSmall } from '../../../packages/language/src/lsp/idle.ts';

it('memory is given back once a design was judged and none followed, and at once where it has grown by much', async () => {
  const services = createEditorServices(memoryFiles({}));
  const { ConfigurationProvider, DocumentBuilder, TextDocuments, WorkspaceManager } = services.shared.workspace;
  const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] };
  ConfigurationProvider.initialize(params);
  WorkspaceManager.initialize(params);
  await ConfigurationProvider.initialized({});
  await WorkspaceManager.initialized({});
  const events: string[] = [];
  let wake = (): void => {};
  let megabytes = 50;
  keepSmall(services, { held: () => megabytes * 1e6, giveBack: () => events.push('given back') }, (todo, time) => {
    events.push(`waits ${time} ms`);
    wake = todo;
    return () => events.push('waits no longer');
  });
  const uri = 'file:///a.fabric';
  const type = async (text: string): Promise<void> => {
    TextDocuments.set(TextDocument.create(uri, 'fabric', 0, text));
    await DocumentBuilder.update([URI.parse(uri)], []);
  };
  await type('let a = 1\n');
  await type('let a = 2\n');
  wake();
  expect(events).toEqual(['waits 15000 ms', 'waits no longer', 'waits 15000 ms', 'given back']);
  megabytes = 140;
  await type('let a = 3\n');
  wake();
  // What is held now is needed: it may be twice as much before it is looked at again.
  megabytes = 270;
  await type('let a = 4\n');
  megabytes = 290;
  await type('let a = 5\n');
  expect(events.filter((each) => each.startsWith('waits '))).toEqual([
    ...['waits 15000 ms', 'waits no longer', 'waits 15000 ms', 'waits no longer', 'waits 0 ms'],
    ...['waits no longer', 'waits 15000 ms', 'waits no longer', 'waits 0 ms'],
  ]);
});

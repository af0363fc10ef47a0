// What a server does while nobody waits for it.
import { memoryFiles } from '@lightloom/language';
import { URI } from 'langium';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEditorServices } from '../../../packages/language/src/lsp/editor-module.ts';
import { whenIdle } from '../../../packages/language/src/lsp/idle.ts';

it('memory is given back once a design was judged and none followed', async () => {
  const services = createEditorServices(memoryFiles({}));
  const { ConfigurationProvider, DocumentBuilder, TextDocuments, WorkspaceManager } = services.shared.workspace;
  const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] };
  ConfigurationProvider.initialize(params);
  WorkspaceManager.initialize(params);
  await ConfigurationProvider.initialized({});
  await WorkspaceManager.initialized({});
  const events: string[] = [];
  let wake = (): void => {};
  whenIdle(
    services,
    () => events.push('given back'),
    (todo) => {
      events.push('waits');
      wake = todo;
      return () => events.push('waits no longer');
    },
  );
  const uri = 'file:///a.fabric';
  const type = async (text: string): Promise<void> => {
    TextDocuments.set(TextDocument.create(uri, 'fabric', 0, text));
    await DocumentBuilder.update([URI.parse(uri)], []);
  };
  await type('let a = 1\n');
  await type('let a = 2\n');
  wake();
  expect(events).toEqual(['waits', 'waits no longer', 'waits', 'given back']);
});

// What the extension does, wherever its server runs: in a process of its own, or in a web worker.
import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createAnswerTexts } from './answers/answer-texts.ts';
import { registerCheckWorkspace } from './commands/check-workspace.ts';
import { registerCompare } from './commands/compare.ts';
import { registerExplain } from './commands/explain.ts';

import { registerNewDesign } from './commands/new-design.ts';
import type { CanWrite } from './commands/open-new.ts';
import { registerOpenView } from './commands/open-view.ts';
import { registerPlan } from './commands/plan.ts';
import { registerShowUses } from './commands/show-uses.ts';
import { registerExport } from './exports/export-command.ts';
import { followDesign } from './fabric/design-state.ts';
import { showStatus } from './fabric/status-bar.ts';
import { showTree } from './fabric/tree-view.ts';
import { registerReport } from './report/report-panel.ts';
import { followActiveDesign } from './server/active-design.ts';
import { createAsk } from './server/ask.ts';
import { answerFileRequests } from './server/client-files.ts';
import { provideLibraryTexts } from './server/library-texts.ts';
import { createRequests } from './server/requests.ts';
import { showServerStatus } from './server/server-status.ts';
import { registerTopology } from './topology/register.ts';

/** Makes a client that isn't started yet. */
export type CreateClient = (context: ExtensionContext, output: LogOutputChannel) => BaseLanguageClient;

/** Settings that the server reads once, when it starts. */
const readOnce = [
  'lightloom.importFolders',
  'lightloom.allowPlugins',
  'lightloom.basis',
  'lightloom.notesOfClosedFiles',
];

/**
 * Starts the server and registers everything that the manifest promises.
 * @param canWrite undefined where there is no disk
 * @returns stops the server
 */
export function start(context: ExtensionContext, createClient: CreateClient, canWrite?: CanWrite): () => Promise<void> {
  const output = window.createOutputChannel('Lightloom', { log: true });
  const client = createClient(context, output);
  const [requests, ask, active, texts] = [
    createRequests(client),
    createAsk(client),
    followActiveDesign(),
    createAnswerTexts(),
  ];
  const design = followDesign(ask, requests, { active, output });
  const restart = async (): Promise<void> => {
    if (client.isRunning()) await client.stop();
    await client.start();
  };
  void commands.executeCommand('setContext', 'lightloom.isActive', true);
  context.subscriptions.push(
    output,
    active,
    texts,
    design,
    answerFileRequests(client),
    showServerStatus(client),
    showTree(design),
    showStatus(design),
    provideLibraryTexts(requests),
    registerTopology(context.extensionUri, { requests, ask, output }),
    registerOpenView(requests, active),
    registerReport(ask, requests, { active, output }),
    registerExplain(ask, active, texts),
    registerCompare(client, { ask, active, texts }),
    registerPlan(ask, { active, texts, canWrite }),
    registerExport(ask, active),
    registerNewDesign(ask, canWrite),
    registerCheckWorkspace(client),
    registerShowUses(),
    commands.registerCommand('lightloom.restartServer', restart),
    commands.registerCommand('lightloom.showOutput', () => output.show()),
    // Plug-ins may run from now on.
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (readOnce.some((each) => change.affectsConfiguration(each))) void restart();
    }),
  );
  // The client shows a message itself; the language status offers to restart.
  client.start().catch((error) => output.error(`The language server did not start: ${error}`));
  return () => (client.needsStop() ? client.stop() : Promise.resolve());
}

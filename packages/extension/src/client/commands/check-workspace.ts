// Says how many problems the designs of the workspace have, and lists them. The server checks every file from the start.
import { commands, DiagnosticSeverity, type Disposable, l10n, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** How long the result stays in the status bar, in ms. */
const shownFor = 10_000;

export function registerCheckWorkspace(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('lightloom.checkWorkspace', async () => {
    if (!client.isRunning()) await client.start();
    await commands.executeCommand('workbench.actions.view.problems');
    const found = languages.getDiagnostics().flatMap(([, each]) => each.filter(({ source }) => source === 'lightloom'));
    const count = (severity: DiagnosticSeverity): number => found.filter((each) => each.severity === severity).length;
    const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
    window.setStatusBarMessage(l10n.t('Lightloom: {0} errors, {1} warnings', errors, warnings), shownFor);
  });
}

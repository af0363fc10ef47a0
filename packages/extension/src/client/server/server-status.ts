// The state of the language server, in the status of the language.
import { type Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Shows the state of the server, with a command to restart it or to open its output. */
export function showServerStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('lightloom.server', { language: 'fabric' });
  item.name = l10n.t('Lightloom language server');
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    item.severity = state === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = state === State.Stopped ? l10n.t('Lightloom is not running') : 'Lightloom';
    item.command =
      state === State.Stopped
        ? { command: 'lightloom.restartServer', title: l10n.t('Restart') }
        : { command: 'lightloom.showOutput', title: l10n.t('Show Output') };
  };
  show(State.Starting);
  const states = client.onDidChangeState(({ newState }) => show(newState));
  return {
    dispose: () => {
      states.dispose();
      item.dispose();
    },
  };
}

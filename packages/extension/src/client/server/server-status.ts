// The state of the language server, in the status of the language.
import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Shows the state of the server, with a command to restart it or to open its output. */
export function showServerStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('lightloom.server', { language: 'fabric' });
  item.name = 'Lightloom language server';
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    item.severity = state === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = state === State.Stopped ? 'Lightloom is not running' : 'Lightloom';
    item.command =
      state === State.Stopped
        ? { command: 'lightloom.restartServer', title: 'Restart' }
        : { command: 'lightloom.showOutput', title: 'Show Output' };
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

// The design that commands are about: the file of the active editor, or the last one that was.
import { type Disposable, EventEmitter, type TextEditor, type Uri, window, workspace } from 'vscode';

export interface ActiveDesign extends Disposable {
  /** The file, while VS Code has it open. */
  readonly file: () => Uri | undefined;
  /** Calls back when it is another one. */
  readonly onChange: EventEmitter<Uri | undefined>['event'];
}

/** Follows the active editor. */
export function followActiveDesign(): ActiveDesign {
  const changes = new EventEmitter<Uri | undefined>();
  let file: Uri | undefined;
  const set = (now: Uri | undefined): void => {
    if (now?.toString() === file?.toString()) return;
    file = now;
    changes.fire(now);
  };
  const follow = (editor: TextEditor | undefined): void => {
    const document = editor?.document;
    // A library file isn't a design; a panel that gets the keyboard doesn't change which one is edited.
    if (document?.languageId === 'fabric' && document.uri.scheme !== 'lightloom') set(document.uri);
  };
  follow(window.activeTextEditor);
  const listeners = [
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidCloseTextDocument(({ uri }) => uri.toString() === file?.toString() && set(undefined)),
  ];
  return {
    file: () => file,
    onChange: changes.event,
    dispose() {
      for (const each of [...listeners, changes]) each.dispose();
    },
  };
}

// Answers as read-only documents: explanations, comparisons, plans. VS Code's own preview shows Markdown in the theme of the editor.
import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';

/** The scheme of the documents. */
const scheme = 'lightloom-answer';

export interface AnswerTexts extends Disposable {
  /** Shows Markdown beside the text. @param title what the tab says */
  show(title: string, markdown: string): Promise<void>;
  /** A document of an answer, for one side of a comparison of texts. */
  document(name: string, text: string): Uri;
}

/** Keeps the text of each answer as long as VS Code may ask for it. */
export function createAnswerTexts(): AnswerTexts {
  const texts = new Map<string, string>();
  const changes = new EventEmitter<Uri>();
  const put = (name: string, text: string): Uri => {
    const uri = Uri.from({ scheme, path: `/${name}` });
    texts.set(uri.toString(), text);
    changes.fire(uri);
    return uri;
  };
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    async show(title, markdown) {
      const uri = put(`${title.replace(/[/\\]/g, '-')}.md`, markdown);
      try {
        await commands.executeCommand('markdown.showPreviewToSide', uri);
      } catch {
        // Markdown is switched off: its text is as good.
        await window.showTextDocument(uri, { preview: true });
      }
    },
    document: put,
    dispose: () => Disposable.from(provider, closed, changes).dispose(),
  };
}

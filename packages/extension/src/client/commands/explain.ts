// Explains a path or a fact of a design, each figure with its derivation; and traces the lanes of a port, step by step.
import type { Answer } from '@lightloom/language/protocol';
import { commands, Disposable, l10n, type Uri, window } from 'vscode';
import type { AnswerTexts } from '../answers/answer-texts.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { pickDesign } from './pick-design.ts';

/** What is asked about a name of a design. */
interface Question {
  readonly prompt: string;
  readonly titleOf: (asked: string) => string;
  readonly ask: (file: Uri, asked: string) => Promise<Answer>;
}

export function registerExplain(ask: Ask, active: ActiveDesign, texts: AnswerTexts): Disposable {
  const answer =
    ({ prompt, titleOf, ask: askFor }: Question) =>
    async (given?: unknown, named?: unknown): Promise<void> => {
      const file = await pickDesign(given, active);
      if (file === undefined) return;
      const asked = typeof named === 'string' ? named : await window.showInputBox({ prompt, value: selectedText() });
      if (asked === undefined || asked.trim() === '') return;
      const found = await askFor(file, asked);
      if ('problem' in found) void window.showWarningMessage(found.problem);
      else await texts.show(titleOf(asked), found.markdown);
    };
  const explain = answer({
    prompt: l10n.t('A name, a path or a fact: leaf[3], leaf[3].up[1], margin(backend), power(net) / accelerators'),
    titleOf: (asked) => asked,
    ask: ask.explain,
  });
  const trace = answer({
    prompt: l10n.t('The port where the lanes start, with its channel: leaf[3].up[1]/5'),
    titleOf: (asked) => l10n.t('Lanes of {0}', asked),
    ask: ask.trace,
  });
  return Disposable.from(
    commands.registerCommand('lightloom.explain', explain),
    commands.registerCommand('lightloom.traceLane', trace),
  );
}

/** What is selected, or the path at the cursor where it names single things. */
function selectedText(): string {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'fabric') return '';
  const selected = editor.document.getText(editor.selection);
  if (selected !== '' && !selected.includes('\n')) return selected;
  const path = editor.document.getWordRangeAtPosition(editor.selection.active, /[A-Za-z_][\w\-.[\]/*]*/);
  return path === undefined ? '' : editor.document.getText(path);
}

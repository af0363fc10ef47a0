// Explains a path or a fact of a design: each figure with its derivation, and the lanes of a link.
import { commands, Disposable, l10n, type Uri, window } from 'vscode';
import type { AnswerTexts } from '../answers/answer-texts.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { pickDesign } from './pick-design.ts';

export function registerExplain(ask: Ask, active: ActiveDesign, texts: AnswerTexts): Disposable {
  const explain = async (file: Uri | undefined, asked: string | undefined): Promise<void> => {
    if (file === undefined || asked === undefined || asked.trim() === '') return;
    const answer = await ask.explain(file, asked);
    if ('problem' in answer) void window.showWarningMessage(answer.problem);
    else await texts.show(asked, answer.markdown);
  };
  return Disposable.from(
    commands.registerCommand('lightloom.explain', async (given?: unknown, asked?: unknown) => {
      const file = await pickDesign(given, active);
      const input = {
        prompt: l10n.t('A name, a path or a fact: leaf[3], leaf[3].up[1], margin(backend), power(net) / accelerators'),
        value: selectedText(),
      };
      await explain(file, typeof asked === 'string' ? asked : await window.showInputBox(input));
    }),
    commands.registerCommand('lightloom.traceLane', async (given?: unknown, asked?: unknown) => {
      const file = await pickDesign(given, active);
      const input = {
        prompt: l10n.t('The port where the lanes start, with its channel: leaf[3].up[1]/5'),
        value: selectedText(),
      };
      await explain(file, typeof asked === 'string' ? asked : await window.showInputBox(input));
    }),
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

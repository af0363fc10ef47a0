// Plans: fills the `?` of a design, or writes the smallest network for a number of hosts.
import type { Answer } from '@lightloom/language/protocol';
import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { AnswerTexts } from '../answers/answer-texts.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { type CanWrite, openNew } from './open-new.ts';

/** Rates of a host port, in Gbps: the usual ones of today's adapters first. */
const rates = [400, 800, 200, 100, 1600];

/** @param canWrite undefined where there is no disk */
export function registerPlan(
  ask: Ask,
  {
    active,
    texts,
    canWrite,
  }: { readonly active: ActiveDesign; readonly texts: AnswerTexts; readonly canWrite: CanWrite | undefined },
): Disposable {
  const waiting = <T>(work: () => Promise<T>): Thenable<T> =>
    window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Planning') }, work);

  const fill = async (file: Uri): Promise<void> => {
    const answer = await waiting(() => ask.fill(file));
    if ('problem' in answer) {
      void window.showWarningMessage(answer.problem);
      return;
    }
    if (answer.design !== undefined) {
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      const filled = texts.document(name, answer.design);
      await commands.executeCommand('vscode.diff', file, filled, l10n.t('{0}: filled', name));
    }
    await texts.show(l10n.t('Plan'), answer.markdown);
  };

  const plan = async (): Promise<void> => {
    const request = await askForNetwork(ask);
    if (request === undefined) return;
    const answer: Answer = await waiting(() => ask.plan({ folder: folderOf(active.file()), ...request }));
    if ('problem' in answer) {
      void window.showWarningMessage(answer.problem);
      return;
    }
    if (answer.design !== undefined) await openNew('plan', answer.design, canWrite);
    await texts.show(l10n.t('Plan'), answer.markdown);
  };

  return commands.registerCommand('lightloom.plan', async (given?: unknown) => {
    const file = given instanceof Uri ? given : active.file();
    if (file !== undefined && (await hasHoles(file))) await fill(file);
    else await plan();
  });
}

/** Whether a design has a `?` outside of comments and texts. */
async function hasHoles(file: Uri): Promise<boolean> {
  const text = (await workspace.openTextDocument(file)).getText();
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"/g, '').includes('?');
}

async function askForNetwork(ask: Ask) {
  const hosts = await window.showInputBox({
    prompt: l10n.t('How many hosts is the network for?'),
    value: '64',
    validateInput: (text) => (/^[1-9]\d{0,5}$/.test(text) ? undefined : l10n.t('Write a whole number from 1 on.')),
  });
  if (hosts === undefined) return undefined;
  const rate = await window.showQuickPick(
    rates.map((each) => ({ label: each < 1000 ? `${each} Gbps` : `${each / 1000} Tbps`, rate: each * 1e9 })),
    { placeHolder: l10n.t('Rate of a host port') },
  );
  if (rate === undefined) return undefined;
  const leaf = await window.showQuickPick([...(await ask.switchTypes())], {
    placeHolder: l10n.t('Type of the switches'),
  });
  return leaf === undefined ? undefined : { hosts: Number(hosts), rate: rate.rate, leaf };
}

function folderOf(file: Uri | undefined): string {
  const folder =
    file === undefined || file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  return (folder ?? Uri.file('/')).toString();
}

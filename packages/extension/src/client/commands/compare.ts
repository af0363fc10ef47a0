// Compares a design with what it was in a revision of its Git repository, which VS Code's own extension for Git reads.
import { clientFiles, type RevisionParams } from '@lightloom/language/protocol';
import { commands, Disposable, type Event, extensions, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnswerTexts } from '../answers/answer-texts.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import { pickDesign } from './pick-design.ts';

/** What is used of the interface of VS Code's extension for Git. */
interface Repository {
  show(revision: string, path: string): Promise<string>;
  getCommit(revision: string): Promise<unknown>;
  getRefs(query: { readonly count?: number }): Promise<readonly { readonly name?: string; readonly commit?: string }[]>;
}
interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  getRepository(file: Uri): Repository | null;
}
interface GitExtension {
  getAPI(version: 1): Git;
}

/** How long VS Code may look for repositories after its start, in ms. */
const patience = 10_000;

/** Branches and tags that are offered at most. */
const maxRefs = 100;

export function registerCompare(
  client: BaseLanguageClient,
  { ask, active, texts }: { readonly ask: Ask; readonly active: ActiveDesign; readonly texts: AnswerTexts },
): Disposable {
  return Disposable.from(
    client.onRequest(clientFiles.readRevision, async ({ uri, revision }: RevisionParams) => {
      const file = Uri.parse(uri);
      const repository = await repositoryOf(file);
      return typeof repository === 'string' ? null : repository.show(revision, file.fsPath).catch(() => null);
    }),
    commands.registerCommand('lightloom.compare', async (given?: unknown, asked?: unknown) => {
      const file = await pickDesign(given, active);
      if (file === undefined) return;
      const repository = await repositoryOf(file);
      if (typeof repository === 'string') {
        void window.showInformationMessage(repository);
        return;
      }
      if (!(await has(repository, 'HEAD'))) {
        void window.showInformationMessage(l10n.t('Nothing is committed in the repository of this design yet.'));
        return;
      }
      const revision = typeof asked === 'string' ? asked : await pickRevision(repository);
      if (revision === undefined) return;
      // A file that isn't in a revision is new; a revision that isn't there says nothing of it.
      if (!(await has(repository, revision))) {
        void window.showWarningMessage(l10n.t('The repository has no revision {0}. {1}', revision, ofPartialClones()));
        return;
      }
      const options = { location: ProgressLocation.Window, title: l10n.t('Comparing with {0}', revision) };
      const answer = await window.withProgress(options, () => ask.compare(file, revision));
      if ('problem' in answer) void window.showWarningMessage(answer.problem);
      else await texts.show(`${revision} ↔ ${file.path.slice(file.path.lastIndexOf('/') + 1)}`, answer.markdown);
    }),
  );
}

/** The repository of a file, or why there is none. VS Code's extension for Git throws where Git is switched off or not installed. */
async function repositoryOf(file: Uri): Promise<Repository | string> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  const withoutGit = l10n.t('VS Code has no Git here: install Git, and set `git.enabled` to true.');
  if (git === undefined) return withoutGit;
  try {
    const api = git.getAPI(1);
    await searched(api);
    const found = api.getRepository(file);
    return found ?? l10n.t('The design is not in a Git repository that VS Code has open.');
  } catch {
    return withoutGit;
  }
}

/** Waits until VS Code has looked for repositories. */
async function searched({ state, onDidChangeState }: Git): Promise<void> {
  if (state === 'initialized') return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, patience);
    const listener = onDidChangeState(() => {
      clearTimeout(timer);
      listener.dispose();
      done();
    });
  });
}

function ofPartialClones(): string {
  return l10n.t('A clone made with `--depth` lacks earlier commits: `git fetch --unshallow` gets them.');
}

/** Whether a repository has a revision: one that was cloned in part lacks the earlier ones. */
function has(repository: Repository, revision: string): Promise<boolean> {
  return repository.getCommit(revision).then(
    () => true,
    () => false,
  );
}

async function pickRevision(repository: Repository): Promise<string | undefined> {
  const refs = await repository.getRefs({ count: maxRefs }).catch(() => []);
  const another = l10n.t('Another revision…');
  const items = [
    { label: 'HEAD', description: l10n.t('what was committed last') },
    ...((await has(repository, 'HEAD~1')) ? [{ label: 'HEAD~1', description: l10n.t('the commit before it') }] : []),
    ...refs.flatMap(({ name, commit }) =>
      name === undefined ? [] : [{ label: name, description: commit?.slice(0, 8) ?? '' }],
    ),
    { label: another, description: '' },
  ];
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Compare with') });
  if (chosen?.label !== another) return chosen?.label;
  return window.showInputBox({ prompt: l10n.t('A revision, as Git reads it: HEAD~3, v1.2, 4f0c2d1') });
}

// The report of a design beside its text: one panel, which follows the text and the theme.
import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { pickDesign } from '../commands/pick-design.ts';
import { nonce } from '../pages/nonce.ts';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import type { Requests } from '../server/requests.ts';
import { inTheme } from './report-html.ts';

/** How long nothing is typed before the report follows, in ms: it has the drawings, which take longer than an analysis. */
const restAfter = 600;

export function registerReport(
  ask: Ask,
  requests: Requests,
  { active, output }: { readonly active: ActiveDesign; readonly output: LogOutputChannel },
): Disposable {
  let shown: { readonly panel: WebviewPanel; file: Uri } | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const fill = async (): Promise<void> => {
    if (shown === undefined || !shown.panel.visible) return;
    const { panel, file } = shown;
    try {
      const page = await ask.report(file, 'html');
      if (shown?.file.toString() === file.toString()) panel.webview.html = inTheme(page, nonce());
    } catch (error) {
      output.error(`Report of ${file.toString(true)}: ${error}`);
    }
  };
  return Disposable.from(
    commands.registerCommand('lightloom.showReport', async (given?: unknown) => {
      const file = await pickDesign(given, active);
      if (file === undefined) return;
      const title = l10n.t('Report: {0}', file.path.slice(file.path.lastIndexOf('/') + 1));
      if (shown === undefined) {
        const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        // The script of the page sorts its tables; the page may load nothing at all.
        const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
        const panel = window.createWebviewPanel('lightloom.report', title, column, options);
        panel.onDidDispose(() => (shown = undefined));
        panel.onDidChangeViewState(() => void fill());
        shown = { panel, file };
      } else {
        shown.file = file;
        shown.panel.title = title;
        shown.panel.reveal(undefined, true);
      }
      await fill();
    }),
    requests.onAnalyzed((file) => {
      if (file !== undefined && file.toString() !== shown?.file.toString()) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void fill(), restAfter);
    }),
    { dispose: () => clearTimeout(waiting) },
    { dispose: () => shown?.panel.dispose() },
  );
}

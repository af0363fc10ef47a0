// Drawings in VS Code: the commands, one panel per file, and panels that are restored after a restart.
import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type PageState, panelType } from '../../messages.ts';
import type { Ask } from '../server/ask.ts';
import type { Requests } from '../server/requests.ts';
import { formatOf } from './file-formats.ts';
import { movePositions } from './kept-positions.ts';
import { movedFile } from './moved-file.ts';
import { pageRoot } from './page.ts';
import { showPanel, type TopologyPanel } from './panel.ts';
import { saveDrawing } from './save-drawing.ts';

/** Registers commands and panels until the result is disposed. */
export function registerTopology(
  extension: Uri,
  { requests, ask, output }: { readonly requests: Requests; readonly ask: Ask; readonly output: LogOutputChannel },
): Disposable {
  const panels = new Map<string, TopologyPanel>();
  const webview = { enableScripts: true, localResourceRoots: [pageRoot(extension)] };

  const adopt = (panel: WebviewPanel, file: Uri, state: Omit<PageState, 'uri'>): void => {
    const key = file.toString();
    panels.get(key)?.panel.dispose();
    const topology = showPanel(panel, { file, state, extension, requests, output });
    panels.set(key, topology);
    panel.onDidDispose(() => panels.get(key) === topology && panels.delete(key));
  };

  /** Shows the drawing of a file that was renamed under its new name, in the place of the old. */
  const follow = (topology: TopologyPanel, file: Uri): void => {
    const { panel, view, look } = topology;
    const column = { viewColumn: panel.viewColumn ?? ViewColumn.Beside, preserveFocus: true };
    const state = { view: view(), look: look() };
    adopt(window.createWebviewPanel(panelType, l10n.t('Topology'), column, webview), file, state);
    panel.dispose();
  };

  const open = (given: Uri | undefined, view: string): void => {
    const file = given ?? activeFabricFile();
    if (file === undefined) {
      void window.showInformationMessage(l10n.t('Open a .fabric file to see its topology.'));
      return;
    }
    const shown = panels.get(file.toString());
    if (shown !== undefined && (view === '' || view === shown.view())) {
      shown.panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: shown?.panel.viewColumn ?? ViewColumn.Beside, preserveFocus: true };
    adopt(window.createWebviewPanel(panelType, l10n.t('Topology'), column, webview), file, {
      view: view || usualView(file),
    });
  };

  const save = async (target?: Uri): Promise<void> => {
    const topology = [...panels.values()].find(({ panel }) => panel.active) ?? [...panels.values()].at(-1);
    if (topology === undefined) void window.showInformationMessage(l10n.t('Open a topology to save its drawing.'));
    else await saveDrawing(topology, ask, target);
  };

  return Disposable.from(
    // A menu passes the group of editors behind the file; only `lightloom.openView` passes a view.
    commands.registerCommand('lightloom.openTopology', (given?: unknown, view?: unknown) =>
      open(given instanceof Uri ? given : undefined, typeof view === 'string' ? view : ''),
    ),
    commands.registerCommand('lightloom.saveDrawing', (target?: unknown) =>
      // The button above the panel passes the panel's own address, which isn't a file to save to.
      save(target instanceof Uri && formatOf(target.path) !== undefined ? target : undefined),
    ),
    window.registerWebviewPanelSerializer(panelType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: Partial<PageState> | undefined) {
        panel.webview.options = webview;
        if (typeof state?.uri === 'string') adopt(panel, Uri.parse(state.uri), { ...state, view: state.view ?? '' });
        else panel.dispose();
      },
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const [key, topology] of [...panels]) {
        const moved = movedFile(key, files);
        if (moved !== undefined) follow(topology, Uri.parse(moved));
      }
    }),
    movePositions(),
    requests.onAnalyzed((file) => {
      for (const [key, topology] of panels) if (file === undefined || key === file.toString()) topology.refresh();
    }),
  );
}

/** The view that the user wants to see first. */
function usualView(file: Uri): string {
  return workspace.getConfiguration('lightloom', file).get('topology.view', '');
}

function activeFabricFile(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'fabric' ? document.uri : undefined;
}

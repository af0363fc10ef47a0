// One panel: keeps the drawing of a file up to date, and connects it with the text.
import type { Look, PlacedAt } from '@lightloom/diagram/graph';
import { commands, type LogOutputChannel, type TextEditor, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { FromPage, PageFormat, PageState, ToPage } from '../../messages.ts';
import type { Requests, TextPlace } from '../server/requests.ts';
import { atCursor } from './at-cursor.ts';
import { createExportRequest } from './export-request.ts';
import { pageHtml } from './page.ts';
import { createPanelDrawing } from './panel-drawing.ts';
import { placeBoxes } from './place-boxes.ts';
import { createRefresh } from './refresh.ts';
import { revealPlace } from './reveal.ts';

export interface TopologyPanel {
  readonly panel: WebviewPanel;
  readonly file: Uri;
  /** Id of the view that is chosen. */
  readonly view: () => string;
  /** Draws the text as it is now. */
  refresh(): void;
  /** How the reader changed the view. */
  readonly look: () => Look;
  /** The drawing as the text of a file, or an address that holds a picture; undefined when nothing is drawn. */
  exported(format: PageFormat): Promise<string | undefined>;
}

export interface PanelOptions {
  readonly file: Uri;
  /** What the page remembered before a restart; an empty view is the first. */
  readonly state: Omit<PageState, 'uri'>;
  readonly extension: Uri;
  readonly requests: Requests;
  readonly output: LogOutputChannel;
}

/** Fills a panel with the drawing of a file. */
export function showPanel(panel: WebviewPanel, options: PanelOptions): TopologyPanel {
  const { file, requests, output } = options;
  const drawing = createPanelDrawing(file, { look: {}, ...options.state }, requests);
  const exporting = createExportRequest();
  let ready = false;
  /** Sends a message to the page; drops it when the panel is gone, which may happen while a drawing is made. */
  const send = (message: ToPage): void => {
    if (ready) void panel.webview.postMessage(message);
  };
  const sendCursor = (editor: TextEditor | undefined): void => {
    if (editor?.document.languageId === 'fabric') send({ kind: 'cursor', ids: atCursor(editor, drawing.spans()) });
  };
  const refresh = createRefresh({
    isVisible: () => ready && panel.visible,
    async draw() {
      // The server gets the text of files that VS Code has open; after a restart nothing else opens it.
      await workspace.openTextDocument(file);
      const message = await drawing.next();
      if (message === undefined) return;
      send(message);
      if (message.kind === 'drawing' || message.kind === 'changes') sendCursor(window.activeTextEditor);
    },
    onError(error) {
      output.error(`Drawing ${file.toString(true)}: ${error}`);
      send(failureMessage(error, drawing.isShown()));
    },
  });
  const reveal = (place: TextPlace | undefined, focus: boolean): void => {
    if (place !== undefined) void revealPlace(place, panel.viewColumn, focus);
  };
  const explain = async (id: string): Promise<void> => {
    try {
      const lines = await requests.explain(file, drawing.view(), drawing.look(), id);
      send({ kind: 'explained', id, lines });
    } catch (error) {
      output.error(`Explaining ${id}: ${error}`);
    }
  };
  const place = async (boxes: readonly PlacedAt[] | null): Promise<void> => {
    try {
      // The page shows the box where it was dropped: without a new place, it draws all again.
      if (!(await placeBoxes(requests, file, drawing.view(), boxes))) drawing.reset();
    } catch (error) {
      output.error(`Keeping positions: ${error}`);
    }
    void refresh();
  };
  const receive = (message: FromPage): void => {
    switch (message.kind) {
      case 'ready':
        ready = true;
        drawing.reset();
        void refresh();
        break;
      case 'view':
        drawing.choose(message.view, message.look);
        void refresh();
        break;
      case 'reveal':
        reveal(drawing.placeOf(message.id), message.focus);
        break;
      case 'reveal-finding':
        reveal(drawing.placeOfFinding(message.index), message.focus);
        break;
      case 'explain':
        void explain(message.id);
        break;
      case 'place':
        void place(message.boxes);
        break;
      case 'save':
        void commands.executeCommand('lightloom.saveDrawing');
        break;
      case 'exported':
        exporting.answer(message.file ?? undefined);
        break;
      case 'failed':
        output.error(message.text);
        break;
    }
  };

  const listeners = [
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(() => void refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => sendCursor(textEditor)),
  ];
  panel.onDidDispose(() => {
    for (const each of listeners) each.dispose();
    exporting.answer(undefined);
    ready = false;
  });
  dressPanel(panel, file, options.extension);
  panel.webview.html = pageHtml(panel.webview, options.extension, {
    ...options.state,
    uri: file.toString(),
  });

  return {
    panel,
    file,
    view: drawing.view,
    look: drawing.look,
    refresh: () => void refresh(),
    exported: (format) =>
      exporting.ask(() => {
        // A hidden page doesn't answer.
        const visible = ready && panel.visible;
        if (visible) send({ kind: 'export', format });
        return visible;
      }),
  };
}

/** Title and icon. */
function dressPanel(panel: WebviewPanel, file: Uri, extension: Uri): void {
  panel.title = `Topology: ${file.path.slice(file.path.lastIndexOf('/') + 1)}`;
  panel.iconPath = {
    light: Uri.joinPath(extension, 'icons', 'file-light.svg'),
    dark: Uri.joinPath(extension, 'icons', 'file-dark.svg'),
  };
}

/** @param shown whether the last drawing is still shown */
function failureMessage(error: unknown, shown: boolean): ToPage {
  const text = error instanceof Error ? error.message : String(error);
  return shown
    ? { kind: 'notice', text: `Last drawing. Drawing the current text failed: ${text}` }
    : { kind: 'empty', views: [], view: '', text: `Drawing failed: ${text}` };
}

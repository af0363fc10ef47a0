// One panel: keeps the drawing of one file up to date, and ties it to the text.
import { type LogOutputChannel, type TextEditor, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { FromPage, ToPage } from '../../messages.ts';
import type { Requests, TextPlace } from '../server/requests.ts';
import { atCursor } from './at-cursor.ts';
import { nextPicture, type Picture } from './next-picture.ts';
import { pageHtml } from './page.ts';
import { revealPlace } from './reveal.ts';

export interface TopologyPanel {
  readonly panel: WebviewPanel;
  readonly file: Uri;
  /** Id of the view that is chosen. */
  readonly view: () => string;
  /** Draws anew from the text as it is now. */
  refresh(): void;
  /** The drawing as the text of a file; undefined when nothing is drawn. */
  exported(): Promise<string | undefined>;
}

export interface PanelOptions {
  readonly file: Uri;
  /** Id of the view to begin with; empty for the first. */
  readonly view: string;
  readonly extension: Uri;
  readonly requests: Requests;
  readonly output: LogOutputChannel;
}

/** Fills a panel with the drawing of a file. */
export function showPanel(panel: WebviewPanel, options: PanelOptions): TopologyPanel {
  const { file, requests, output } = options;
  let { view } = options;
  let ready = false;
  let shown: Picture | undefined;
  let places: ReadonlyMap<string, TextPlace> = new Map();
  let takeExport: ((svg: string | undefined) => void) | undefined;

  /** Says something to the page; to nobody when the panel is gone, which may happen while a drawing is made. */
  const say = (message: ToPage): void => {
    if (ready) void panel.webview.postMessage(message);
  };
  const sayCursor = (editor: TextEditor | undefined): void => {
    if (editor?.document.languageId === 'fabric') say({ kind: 'cursor', ids: atCursor(editor, places) });
  };

  const draw = async (): Promise<void> => {
    // The text reaches the server when VS Code has it open, which after a restart nobody else sees to.
    await workspace.openTextDocument(file);
    const views = await requests.views(file);
    const chosen = (views.find((each) => each.id === view) ?? views[0])?.id ?? '';
    const drawing = chosen === '' ? undefined : await requests.drawing(file, chosen);
    const next = drawing === undefined ? undefined : { view: chosen, drawing };
    switch (nextPicture(shown, view, next)) {
      case 'empty':
        shown = undefined;
        places = new Map();
        say({ kind: 'empty', views, view: chosen, text: emptyText });
        return;
      case 'keep':
        // What is shown stays, and learns where its things are written by now.
        places = new Map([...places, ...(next?.drawing.places ?? [])]);
        say({ kind: 'notice', text: tornText });
        return;
      case 'draw':
        if (next === undefined) return;
        view = next.view;
        shown = next;
        places = next.drawing.places;
        say({ kind: 'drawing', views, view, graph: next.drawing.graph, linked: [...places.keys()] });
        sayCursor(window.activeTextEditor);
    }
  };

  let wanted = false;
  let drawing = false;
  let failures = 0;
  const refresh = async (): Promise<void> => {
    wanted = true;
    if (drawing) return;
    drawing = true;
    while (wanted && ready && panel.visible) {
      wanted = false;
      try {
        await draw();
        failures = 0;
      } catch (error) {
        // The server may have been between two states of the text: it is asked again before that is all there is to see.
        if (!wanted && ++failures <= mostRetries) setTimeout(() => void refresh(), retryAfter);
        output.error(`Drawing ${file.toString(true)}: ${error}`);
        const text = error instanceof Error ? error.message : String(error);
        if (shown === undefined) say({ kind: 'empty', views: [], view: '', text: `This can't be drawn: ${text}` });
        else say({ kind: 'notice', text: `This can't be drawn anew: ${text}` });
      }
    }
    drawing = false;
  };

  const answer = (message: FromPage): void => {
    switch (message.kind) {
      case 'ready':
        ready = true;
        shown = undefined;
        void refresh();
        break;
      case 'view':
        view = message.view;
        void refresh();
        break;
      case 'reveal': {
        const place = places.get(message.id);
        if (place !== undefined) void revealPlace(place, panel.viewColumn, message.focus);
        break;
      }
      case 'exported':
        takeExport?.(message.svg ?? undefined);
        break;
      case 'failed':
        output.error(message.text);
        break;
    }
  };

  panel.title = `Topology: ${file.path.slice(file.path.lastIndexOf('/') + 1)}`;
  panel.iconPath = {
    light: Uri.joinPath(options.extension, 'icons', 'file-light.svg'),
    dark: Uri.joinPath(options.extension, 'icons', 'file-dark.svg'),
  };
  const listeners = [
    panel.webview.onDidReceiveMessage(answer),
    panel.onDidChangeViewState(() => void refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => sayCursor(textEditor)),
  ];
  panel.onDidDispose(() => {
    for (const each of listeners) each.dispose();
    takeExport?.(undefined);
    ready = false;
  });
  panel.webview.html = pageHtml(panel.webview, options.extension, { uri: file.toString(), view });

  return {
    panel,
    file,
    view: () => view,
    refresh: () => void refresh(),
    exported: () =>
      new Promise((resolve) => {
        takeExport?.(undefined);
        takeExport = resolve;
        // A page that is hidden does not answer.
        if (ready && panel.visible) say({ kind: 'export' });
        else resolve(undefined);
      }),
  };
}

/** How often, and after how many ms, a drawing that failed is asked for again. */
const mostRetries = 3;
const retryAfter = 300;

const emptyText = 'Nothing to draw yet: this file installs no switches, hosts or racks.';
const tornText = 'Text incomplete: last complete drawing';

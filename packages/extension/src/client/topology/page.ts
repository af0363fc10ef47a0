// The page in the panel, with the addresses of its files.
import { Uri, type Webview } from 'vscode';
import type { PageState } from '../../messages.ts';
import { nonce } from '../pages/nonce.ts';
import { pageText } from './page-html.ts';

/** The folder the page may read from. */
export function pageRoot(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page as text. Nothing in it comes from a design, so only the state needs escaping. */
export function pageHtml(webview: Webview, extension: Uri, state: PageState): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageRoot(extension), file)).toString();
  return pageText({ nonce: nonce(), source: webview.cspSource, address, state });
}

// Writes what the server made to a file: text, or bytes.
import type { ExportResult } from '@lightloom/language/protocol';
import { l10n, type Uri, window, workspace } from 'vscode';

/** @returns whether it was written; why it wasn't is said */
export async function writeExport(target: Uri, result: ExportResult): Promise<boolean> {
  if ('problem' in result) {
    void window.showErrorMessage(result.problem);
    return false;
  }
  const bytes =
    'text' in result
      ? new TextEncoder().encode(result.text)
      : Uint8Array.from(atob(result.base64), (each) => each.charCodeAt(0));
  try {
    await workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    void window.showErrorMessage(l10n.t('Writing {0} failed: {1}', nameOf(target), whyNotWritten(error)));
    return false;
  }
}

/** Why a file could not be written, where VS Code says it in the words of a file system. */
export function whyNotWritten(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const isDenied = /EROFS|EACCES|EPERM|NoPermissions|read-?only/i.test(text);
  if (isDenied) return l10n.t('the folder is read-only for you.');
  return /ENOSPC/.test(text) ? l10n.t('the disk is full.') : text;
}

/** The name of a file in its folder. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The ending of a file's name, in small letters. */
export function endingOf({ path }: Uri): string {
  return /\.([^./]+)$/.exec(path.toLowerCase())?.[1] ?? '';
}

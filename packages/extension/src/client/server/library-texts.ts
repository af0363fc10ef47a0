// Files of the part library, shown read-only: `std/xpo` is `lightloom:/std/xpo.fabric`.
import { type Disposable, workspace } from 'vscode';
import type { Requests } from './requests.ts';

/** Shows library files where a definition or an import leads to one. */
export function provideLibraryTexts(requests: Requests): Disposable {
  return workspace.registerTextDocumentContentProvider('lightloom', {
    provideTextDocumentContent: (uri) => requests.libraryText(uri),
  });
}

// Problems of the text at once, where the design takes longer to judge: until then, what was found before stays where it has moved to.
import { DocumentState, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from '../../diagnostics/to-diagnostic.ts';
import { changeBetween, LineStarts } from '../../parse/index.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import type { Publisher } from './publisher.ts';

/** Families of problems that are known before the design is: of the text, its names and imports. */
const ofText = /^(?:syntax|name|statement|import)\//;

/** Sends the problems of the text of open files once they are linked. @param isSlow whether judging them takes so long that this is worth it */
export function sendTextProblemsEarly(
  publisher: Publisher,
  { shared, workspace }: FabricEditorServices,
  isSlow: () => boolean,
): void {
  const { DocumentBuilder, LangiumDocuments, TextDocuments } = shared.workspace;
  const sendOf = async (document: LangiumDocument): Promise<void> => {
    const uri = document.uri.toString();
    const last = publisher.lastOf(uri);
    if (TextDocuments.get(uri) === undefined || last?.text === undefined) return;
    const problems = workspace.Analyses.textProblemsIn(document);
    const moved = movedTo(
      document,
      last.text,
      last.diagnostics.filter(({ code }) => !ofText.test(String(code))),
    );
    const diagnostics = [...problems.map((each) => toDiagnostic(each, LangiumDocuments)), ...moved];
    await publisher.connection.sendDiagnostics({ uri, diagnostics });
  };
  DocumentBuilder.onBuildPhase(DocumentState.Linked, async (documents) => {
    if (isSlow()) for (const each of documents) await sendOf(each);
  });
}

/** What was found in a text, at its places in the text that it has become; without what was found where the text has changed. */
export function movedTo(
  { textDocument }: Pick<LangiumDocument, 'textDocument'>,
  before: string,
  found: readonly Diagnostic[],
): Diagnostic[] {
  if (found.length === 0) return [];
  const { start, endBefore, endAfter } = changeBetween(before, textDocument.getText());
  const lines = new LineStarts(before);
  const shift = endAfter - endBefore;
  return found.flatMap((each) => {
    const [from, to] = [lines.offset(each.range.start), lines.offset(each.range.end)];
    if (to <= start) return [each];
    if (from < endBefore) return [];
    return [
      { ...each, range: { start: textDocument.positionAt(from + shift), end: textDocument.positionAt(to + shift) } },
    ];
  });
}

// Problems of the text at once, where the design takes longer to judge: until then, what was found before stays where it has moved to.
import { DocumentState, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from '../../diagnostics/to-diagnostic.ts';
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
  const after = textDocument.getText();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const starts = lineStartsOf(before);
  const offsetAt = ({ line, character }: { readonly line: number; readonly character: number }): number =>
    (starts[line] ?? before.length) + character;
  const shift = after.length - before.length;
  return found.flatMap((each) => {
    const [from, to] = [offsetAt(each.range.start), offsetAt(each.range.end)];
    if (to <= start) return [each];
    if (from < before.length - end) return [];
    return [
      { ...each, range: { start: textDocument.positionAt(from + shift), end: textDocument.positionAt(to + shift) } },
    ];
  });
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + (text.startsWith('\r\n', index) ? 2 : 1));
  return starts;
}

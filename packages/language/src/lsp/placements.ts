// Positions of boxes in an editor: what is wrong with them, and the text of the file once a box was moved.
import { DocumentState, TextDocument, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import { type PlacementFile, placementAddress, placementText } from '../placements/index.ts';
import type { PlaceParams, PlaceResult } from '../protocol/protocol.ts';
import type { FabricEditorServices } from '../services/services.ts';
import { graphOf, keptView } from '../session/index.ts';

/** Reports what is wrong with the positions of a design each time that a drawing of it is asked for. */
export function placementReports(connection: Connection, services: FabricEditorServices) {
  const { LangiumDocuments } = services.shared.workspace;
  const reported = new Set<string>();
  return async (design: string, file: PlacementFile | undefined): Promise<void> => {
    const uri = placementAddress(design);
    const { problems = [], text = '' } = file ?? {};
    if (problems.length === 0 && !reported.delete(uri)) return;
    if (problems.length > 0) reported.add(uri);
    const lines = TextDocument.create(uri, 'json', 0, text);
    const diagnostics = problems.map((each) => ({
      ...toDiagnostic(each, LangiumDocuments),
      range: { start: lines.positionAt(each.origin.start), end: lines.positionAt(each.origin.end) },
    }));
    await connection.sendDiagnostics({ uri, diagnostics });
  };
}

/** The file of positions with some boxes of a view where they are now; whoever asks writes it. */
export async function placed(
  { uri, view, boxes, locked }: PlaceParams,
  services: FabricEditorServices,
): Promise<PlaceResult> {
  const address = placementAddress(uri);
  const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
  if (document === undefined || document.state < DocumentState.Linked)
    return { uri: address, text: null, problem: 'The design is not open.' };
  const before = await services.workspace.Placements(uri);
  // What can't be read would be lost.
  const [broken] = before?.problems ?? [];
  if (broken !== undefined) return { uri: address, text: null, problem: broken.message };
  const graph = await graphOf(services.workspace.Analyses.of(document), view, { placed: false });
  if (graph === undefined) return { uri: address, text: null, problem: `The design has no view ${view}.` };
  const kept = boxes === null ? undefined : await keptView(graph, boxes, locked);
  return { uri: address, text: placementText(before, view, kept) ?? null };
}

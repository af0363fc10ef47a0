// All that an editor shows of a file, asked of the services of the server without a wire.
import { memoryFiles } from '@lightloom/language';
import { type LangiumDocument, URI } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../packages/language/src/analysis/analysis.ts';
import { createEditorServices } from '../../packages/language/src/lsp/editor-module.ts';

const before = ({ start: a }: Range, { start: b }: Range): number => a.line - b.line || a.character - b.character;

type Services = ReturnType<typeof createEditorServices>;
const { None } = CancellationToken;

export class EditorView {
  private readonly services: Services;

  private constructor(services: Services) {
    this.services = services;
  }

  /** Starts on files by address, none of which is open. */
  static async of(files: Readonly<Record<string, string>>): Promise<EditorView> {
    const services = createEditorServices(memoryFiles(files));
    const { ConfigurationProvider, WorkspaceManager } = services.shared.workspace;
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] };
    ConfigurationProvider.initialize(params);
    WorkspaceManager.initialize(params);
    await ConfigurationProvider.initialized({});
    await WorkspaceManager.initialized({});
    return new EditorView(services);
  }

  /** Gives an open file a text, and waits until all that follows is done. */
  async type(uri: string, text: string): Promise<void> {
    const { DocumentBuilder, TextDocuments } = this.services.shared.workspace;
    const open = TextDocuments.get(uri);
    if (open === undefined) TextDocuments.set(TextDocument.create(uri, 'fabric', 0, text));
    else TextDocument.update(open, [{ text }], open.version + 1);
    await DocumentBuilder.update([URI.parse(uri)], []);
  }

  /** What is found in a file, as it is sent. */
  problems(uri: string): readonly Diagnostic[] {
    return this.document(uri).diagnostics ?? [];
  }

  /** The analysis that answers are from. */
  analysis(uri: string): Promise<Analysis> {
    return this.services.workspace.Shown.of(this.document(uri), None);
  }

  /** The answers to requests about a file as a whole that depend on more than its text, and to those about some places in it. */
  async all(uri: string, offsets: readonly number[]): Promise<Readonly<Record<string, unknown>>> {
    const document = this.document(uri);
    const { lsp } = this.services;
    const { textDocument } = document;
    const end = textDocument.positionAt(textDocument.getText().length);
    const range: Range = { start: { line: 0, character: 0 }, end };
    const about = { textDocument: { uri } };
    const at = offsets.map((each) => ({ ...about, position: textDocument.positionAt(each) }));
    const each = async (ask: (params: (typeof at)[number]) => unknown) => Promise.all(at.map((params) => ask(params)));
    return {
      problems: this.problems(uri),
      outline: await lsp.DocumentSymbolProvider?.getSymbols(document, about, None),
      folding: await lsp.FoldingRangeProvider?.getFoldingRanges(document, about, None),
      hints: await lsp.InlayHintProvider?.getInlayHints(document, { ...about, range }, None),
      lenses: await lsp.CodeLensProvider?.provideCodeLens(document, about, None),
      tokens: (await lsp.SemanticTokenProvider?.semanticHighlight(document, about, None))?.data,
      // In the file itself: others may be loaded that nobody imports any more. Those in links that are read in full come later.
      references: await each(async (params) => {
        const context = { includeDeclaration: true };
        const found = await lsp.ReferencesProvider?.findReferences(document, { ...params, context }, None);
        return found?.filter((place) => place.uri === uri).sort((a, b) => before(a.range, b.range));
      }),
      hovers: await each((params) => lsp.HoverProvider?.getHoverContent(document, params, None)),
      definitions: await each((params) => lsp.DefinitionProvider?.getDefinition(document, params, None)),
      paths: await each((params) => lsp.CallHierarchyProvider?.prepareCallHierarchy(document, params, None)),
      // Without those that are tried first, for a time that depends on the machine.
      fixes: this.services.workspace.Analyses.findingsIn(document).map(({ rule, fixes }) => [rule, fixes]),
    };
  }

  private document(uri: string): LangiumDocument {
    const found = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    if (found === undefined) throw new Error(`${uri} isn't open.`);
    return found;
  }
}

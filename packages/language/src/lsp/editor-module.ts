// Wires what only an editor needs, on top of the language's own services.
import { createGrammarConfig, inject, type Module } from 'langium';
import {
  createDefaultLSPModule,
  createDefaultSharedModule,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { PluginHost } from '../configuration/index.ts';
import { FabricGeneratedModule, FabricGeneratedSharedModule } from '../generated/module.ts';
import type { FabricLinker } from '../references/linker.ts';
import { FabricReferences } from '../references/references.ts';
import { coreModule } from '../services/core-module.ts';
import { fabricModule, fabricSharedModule } from '../services/module.ts';
import type { FabricEditorServices } from '../services/services.ts';
import { type AsyncFiles, withLibrary } from '../workspace/file-system.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import { FabricCompletionProvider } from './completion/completion.ts';
import { Clashes } from './editing/clashes.ts';
import { FileRenames } from './editing/file-renames.ts';
import { FabricFormatter } from './editing/formatting.ts';
import { QuickFixes } from './editing/quick-fixes.ts';
import { FabricRenameProvider } from './editing/rename.ts';
import { Trials } from './editing/trials.ts';
import { FabricInlayHintProvider } from './hints/inlay-hints.ts';
import { FabricHoverProvider } from './hover/hover.ts';
import { FabricLanguageServer } from './language-server.ts';
import { FabricCodeLensProvider } from './lenses/code-lenses.ts';
import { DeclarationSearch } from './navigation/declaration-search.ts';
import { FabricDefinitionProvider } from './navigation/definition.ts';
import { FoldingProvider } from './navigation/folding.ts';
import { ImportLinks } from './navigation/import-links.ts';
import { OutlineProvider } from './navigation/outline.ts';
import { SignalPaths } from './navigation/signal-path.ts';
import { Types } from './navigation/types.ts';
import { SettingsProvider } from './settings/configuration-provider.ts';
import { FabricSignatureHelpProvider } from './signatures/signature-help.ts';
import { FabricSemanticTokenProvider } from './tokens/semantic-tokens.ts';
import { FabricUpdateHandler } from './updates.ts';
import { FabricValidator } from './validator.ts';
import { EditorDocumentBuilder, FabricWorkspaceManager } from './workspace.ts';

/** From things to their types and back. */
function typesOf({ shared, references }: FabricEditorServices): Types {
  return new Types({
    documents: shared.workspace.LangiumDocuments,
    references: references.References as FabricReferences,
    symbols: references.Symbols,
  });
}

/** What only an editor needs. @param files where files are read from that aren't loaded */
function editorModule(files: AsyncFiles): Module<FabricEditorServices, PartialLangiumServices> {
  const catalogue = new Catalogue();
  return {
    lsp: {
      CodeActionProvider: ({ shared, references, workspace }) =>
        new QuickFixes({
          analyses: workspace.Analyses,
          documents: shared.workspace.LangiumDocuments,
          symbols: references.Symbols,
          library: workspace.LibraryNames,
          trials: new Trials(shared.workspace.LangiumDocuments, files),
          catalogue,
          hasSnippetEdits: () => (shared.workspace.WorkspaceManager as FabricWorkspaceManager).clientHasSnippetEdits,
        }),
      CompletionProvider: (services) =>
        new FabricCompletionProvider(
          services,
          catalogue,
          () => (services.shared.workspace.WorkspaceManager as FabricWorkspaceManager).clientHasCommands,
        ),
      DefinitionProvider: (services) => new FabricDefinitionProvider(services, services.workspace.Imports),
      DocumentLinkProvider: ({ workspace }) => new ImportLinks(workspace.Imports),
      DocumentSymbolProvider: () => new OutlineProvider(),
      FoldingRangeProvider: () => new FoldingProvider(),
      Formatter: () => new FabricFormatter(),
      HoverProvider: ({ shared, workspace, references, documentation }) =>
        new FabricHoverProvider({
          shown: workspace.Shown,
          references: references.References,
          symbols: references.Symbols,
          comments: documentation.CommentProvider,
          documents: shared.workspace.LangiumDocuments,
          imports: workspace.Imports,
        }),
      InlayHintProvider: ({ shared, workspace, references }) =>
        new FabricInlayHintProvider({
          shown: workspace.Shown,
          symbols: references.Symbols,
          settings: settingsOf(shared),
        }),
      CodeLensProvider: ({ shared, workspace }) =>
        new FabricCodeLensProvider({
          shown: workspace.Shown,
          documents: shared.workspace.LangiumDocuments,
          settings: settingsOf(shared),
          hasCommands: () => (shared.workspace.WorkspaceManager as FabricWorkspaceManager).clientHasCommands,
        }),
      SemanticTokenProvider: ({ references }) => new FabricSemanticTokenProvider(references.Linker as FabricLinker),
      SignatureHelp: ({ references, documentation }) =>
        new FabricSignatureHelpProvider({ symbols: references.Symbols, comments: documentation.CommentProvider }),
      CallHierarchyProvider: ({ shared, references, workspace }) =>
        new SignalPaths({
          shown: workspace.Shown,
          documents: shared.workspace.LangiumDocuments,
          references: references.References as FabricReferences,
        }),
      ImplementationProvider: typesOf,
      TypeHierarchyProvider: typesOf,
      TypeProvider: typesOf,
      RenameProvider: (services) =>
        new FabricRenameProvider(
          services,
          new Clashes({
            symbols: services.references.Symbols,
            references: services.references.References as FabricReferences,
            imports: services.workspace.Imports,
            documents: services.shared.workspace.LangiumDocuments,
          }),
        ),
    },
    references: {
      References: (services) => new FabricReferences(services, () => services.references.Symbols),
    },
    validation: {
      DocumentValidator: (services) =>
        new FabricValidator(services, {
          analyses: () => services.workspace.Analyses,
          documents: services.shared.workspace.LangiumDocuments,
          showsNotes: ({ uri }) =>
            services.shared.workspace.TextDocuments.get(uri) !== undefined ||
            (services.shared.workspace.WorkspaceManager as FabricWorkspaceManager).notesOfClosedFiles,
        }),
    },
  };
}

/** The settings of the client. */
function settingsOf(shared: LangiumSharedServices): SettingsProvider {
  return shared.workspace.ConfigurationProvider as SettingsProvider;
}

/**
 * What the language's files share in an editor.
 * @param language the services of the language, which exist by the time the first file is read
 */
function editorSharedModule(
  language: () => FabricEditorServices,
): Module<LangiumSharedServices, PartialLangiumSharedServices> {
  return {
    lsp: {
      FileOperationHandler: () => new FileRenames(language),
      LanguageServer: (services) => new FabricLanguageServer(services),
      DocumentUpdateHandler: (services) => new FabricUpdateHandler(services),
      WorkspaceSymbolProvider: (services) => new DeclarationSearch(services),
    },
    workspace: {
      ConfigurationProvider: (services) => new SettingsProvider(services),
      DocumentBuilder: (services) => new EditorDocumentBuilder(services, () => language().workspace),
      WorkspaceManager: (services) => new FabricWorkspaceManager(services, () => language().workspace),
    },
  };
}

/**
 * Services with an editor at the other end of a connection.
 * @param files where files are read from that no editor has open
 * @param plugins loads plug-ins, once the client allows it; without it, none run whatever the client says
 */
export function createEditorServices(
  files: AsyncFiles,
  connection?: Connection,
  plugins?: PluginHost,
): FabricEditorServices {
  const shared = inject(
    createDefaultSharedModule({
      fileSystemProvider: () => withLibrary(files),
      ...(connection === undefined ? {} : { connection }),
    }),
    FabricGeneratedSharedModule,
    fabricSharedModule(() => services),
    editorSharedModule(() => services),
  );
  const workspace = (): FabricWorkspaceManager => shared.workspace.WorkspaceManager as FabricWorkspaceManager;
  const services: FabricEditorServices = inject(
    coreModule(shared),
    createDefaultLSPModule({ shared }),
    FabricGeneratedModule,
    // What the grammar says of names and references is asked where they are looked for.
    { parser: { GrammarConfig: (made: FabricEditorServices) => createGrammarConfig(made) } },
    fabricModule({
      files,
      folders: () => workspace().importFolders,
      basis: () => workspace().basis,
      plugins: (configuration) => (workspace().allowsPluginsOf(configuration) ? { host: plugins } : {}),
    }),
    editorModule(files),
  );
  shared.ServiceRegistry.register(services);
  return services;
}

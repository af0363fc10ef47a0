// Wires the services: the only file that knows the classes behind the contracts.
import type { AdoptedPlugin, Basis } from '@lightloom/core';
import {
  createDefaultSharedCoreModule,
  inject,
  type LangiumParser,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  type URI,
} from 'langium';
import { Analyses } from '../analysis/analyses.ts';
import { Shown } from '../analysis/shown.ts';
import { Configurations, type PluginSource, pluginsGiven } from '../configuration/index.ts';
import { FabricGeneratedSharedModule } from '../generated/module.ts';
import { createFabricParser } from '../parse/index.ts';
import { placementFileOf } from '../placements/index.ts';
import { FabricLinker } from '../references/linker.ts';
import { FabricNameProvider } from '../references/names.ts';
import { noReferenceDescriptions, noScopes } from '../references/no-index.ts';
import { Symbols } from '../references/symbols.ts';
import { Boundary } from '../workspace/boundary.ts';
import { DocComments } from '../workspace/doc-comments.ts';
import { FabricDocumentBuilder } from '../workspace/document-builder.ts';
import { FabricDocumentFactory } from '../workspace/document-factory.ts';
import { FabricDocuments } from '../workspace/documents.ts';
import { whyUnreadable, withLibrary } from '../workspace/file-system.ts';
import { Imports } from '../workspace/imports.ts';
import { isLibraryText } from '../workspace/library.ts';
import { LibraryNames } from '../workspace/library-names.ts';
import { coreModule } from './core-module.ts';
import type { FabricAddedServices, FabricServices, ServiceOptions } from './services.ts';

/** What the services are made with. */
interface ModuleOptions extends Omit<ServiceOptions, 'folders' | 'plugins' | 'basis'> {
  /** What requirements are judged on: an editor says so later. */
  readonly basis?: () => Basis;
  /** Folders that imports may lead to from anywhere: an editor tells them later. */
  readonly folders?: () => readonly URI[];
  /** Plug-ins that a program gives, whatever configurations name. */
  readonly given?: readonly AdoptedPlugin[];
  /** Which plug-ins run that a configuration names: an editor says so later too. */
  readonly plugins?: (configuration: URI) => PluginSource;
}

/** What the language puts in place of Langium's own, with or without an editor. */
export function fabricModule({
  files,
  folders = () => [],
  given = [],
  plugins = () => ({ given }),
  settings,
  configuration,
  prices,
  basis = () => 'worst-case',
  ...applied
}: ModuleOptions): Module<FabricServices, PartialLangiumCoreServices & FabricAddedServices> {
  const reading = {
    exists: (uri: URI) => files.exists(uri),
    readFile: (uri: URI) => files.readFile(uri),
    whyUnreadable: (uri: URI) => whyUnreadable(files, uri),
  };
  return {
    parser: {
      LangiumParser: (services) => createFabricParser(services, isLibraryText) as LangiumParser,
    },
    documentation: {
      CommentProvider: () => new DocComments(),
    },
    references: {
      Linker: (services) =>
        new FabricLinker(
          services,
          () => services.references.Symbols,
          () => services.workspace.Imports,
        ),
      NameProvider: () => new FabricNameProvider(),
      ScopeComputation: () => noScopes,
      Symbols: (services) => new Symbols(services.workspace.Imports),
    },
    workspace: {
      ReferenceDescriptionProvider: () => noReferenceDescriptions,
      Imports: (services) => new Imports(services.shared.workspace.LangiumDocuments),
      Boundary: () => new Boundary(files, folders),
      LibraryNames: () => new LibraryNames(),
      Configurations: (services) =>
        new Configurations(
          { ...reading, mayRead: (from, named) => services.workspace.Boundary.allows(from, named) },
          plugins,
          configuration,
          prices,
        ),
      Placements: (services) => (uri) =>
        placementFileOf(uri, { ...reading, mayRead: (from, named) => services.workspace.Boundary.allows(from, named) }),
      Shown: (services) => new Shown(services.workspace.Analyses),
      Analyses: (services) =>
        new Analyses(
          {
            imports: services.workspace.Imports,
            symbols: services.references.Symbols,
            library: services.workspace.LibraryNames,
            comments: services.documentation.CommentProvider,
            documents: services.shared.workspace.LangiumDocuments,
            configurations: services.workspace.Configurations,
            placements: services.workspace.Placements,
            generation: () => (services.shared.workspace.DocumentBuilder as FabricDocumentBuilder).generation,
          },
          { ...(settings === undefined ? {} : { settings }), ...applied, plugins: pluginsGiven(given) },
          basis,
        ),
    },
  };
}

/**
 * What the language shares between files, with or without an editor.
 * @param language the services of the language, which exist by the time the first file is built
 */
export function fabricSharedModule(language: () => FabricAddedServices): Module<
  LangiumSharedCoreServices,
  {
    workspace: {
      DocumentBuilder: FabricDocumentBuilder;
      LangiumDocuments: FabricDocuments;
      LangiumDocumentFactory: FabricDocumentFactory;
    };
  }
> {
  return {
    workspace: {
      LangiumDocuments: (services) => new FabricDocuments(services),
      LangiumDocumentFactory: (services) => new FabricDocumentFactory(services),
      DocumentBuilder: (services) => new FabricDocumentBuilder(services, () => language().workspace),
    },
  };
}

/** Services without an editor: what a session uses. */
export function createFabricServices({
  files,
  folders = [],
  plugins = {},
  basis = 'worst-case',
  ...options
}: ServiceOptions): FabricServices {
  const shared = inject(
    createDefaultSharedCoreModule({ fileSystemProvider: () => withLibrary(files) }),
    FabricGeneratedSharedModule,
    fabricSharedModule(() => services),
  );
  const services: FabricServices = inject(
    coreModule(shared),
    fabricModule({
      files,
      folders: () => folders,
      given: plugins.given ?? [],
      plugins: () => plugins,
      basis: () => basis,
      ...options,
    }),
  );
  shared.ServiceRegistry.register(services);
  // Nobody is shown findings between two designs.
  shared.workspace.DocumentBuilder.updateBuildOptions = { validation: false };
  return services;
}

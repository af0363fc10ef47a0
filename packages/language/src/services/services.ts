// The services of the language: contracts only. `module.ts` alone knows the classes behind them.
import type { Basis, Setting } from '@lightloom/core';
import type { LangiumCoreServices, URI } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Analyses } from '../analysis/analyses.ts';
import type { Shown } from '../analysis/shown.ts';
import type { Configurations, PluginSource } from '../configuration/index.ts';
import type { PlacementFile } from '../placements/index.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Boundary } from '../workspace/boundary.ts';
import type { AsyncFiles } from '../workspace/file-system.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** What is given once and applies to every design that is opened. */
export interface ServiceOptions {
  /** Where files are read from. */
  readonly files: AsyncFiles;
  /** Folders that imports may lead to from anywhere, beside the project of each file. */
  readonly folders?: readonly URI[];
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  /** The configuration to use in place of the nearest one. */
  readonly configuration?: URI | undefined;
  /** The price book to use in place of those that configurations name. */
  readonly prices?: URI | undefined;
  /** What requirements are judged on: worst case when not given. */
  readonly basis?: Basis;
  /** Which types of imported files of the part library a fabric has: all when not given. */
  readonly libraryTypes?: 'used' | 'all';
  /** Which plug-ins run; none when not given. */
  readonly plugins?: PluginSource;
}

/** What the language adds to Langium's services. */
export interface FabricAddedServices {
  readonly references: { readonly Symbols: Symbols };
  readonly workspace: {
    readonly Imports: Imports;
    readonly Boundary: Boundary;
    readonly LibraryNames: LibraryNames;
    readonly Configurations: Configurations;
    readonly Analyses: Analyses;
    /** What requests are answered from while a design is judged. */
    readonly Shown: Shown;
    /** Reads the positions that are kept for a design. */
    readonly Placements: (uri: string) => Promise<PlacementFile | undefined>;
  };
}

/** Enough to parse, link and analyze: what the command line needs. */
export type FabricServices = LangiumCoreServices & FabricAddedServices;
/** With what an editor needs on top. */
export type FabricEditorServices = LangiumServices & FabricAddedServices;

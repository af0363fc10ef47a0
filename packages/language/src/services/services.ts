// The services of the language: contracts only. `module.ts` alone knows the classes behind them.
import type { LangiumCoreServices } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Analyses } from '../analysis/analyses.ts';
import type { Configurations } from '../configuration/index.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** What the language adds to Langium's services. */
export interface FabricAddedServices {
  readonly references: { readonly Symbols: Symbols };
  readonly workspace: {
    readonly Imports: Imports;
    readonly LibraryNames: LibraryNames;
    readonly Configurations: Configurations;
    readonly Analyses: Analyses;
  };
}

/** Enough to parse, link and analyze: what the command line needs. */
export type FabricServices = LangiumCoreServices & FabricAddedServices;
/** With what an editor needs on top. */
export type FabricEditorServices = LangiumServices & FabricAddedServices;

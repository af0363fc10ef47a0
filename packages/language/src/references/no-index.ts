// What Langium would index for its own scopes: nothing, as names are bound by tables of their own (`symbols.ts`) and
// uses are found in the references of the loaded files (`references.ts`).
import { EMPTY_STREAM, type LocalSymbols, type ReferenceDescriptionProvider, type ScopeComputation } from 'langium';

const noSymbols: LocalSymbols = { has: () => false, getStream: () => EMPTY_STREAM };

/** Neither exported nor local names. */
export const noScopes: ScopeComputation = {
  collectExportedSymbols: async () => [],
  collectLocalSymbols: async () => noSymbols,
};

/** No descriptions of references. */
export const noReferenceDescriptions: ReferenceDescriptionProvider = {
  createDescriptions: async () => [],
};

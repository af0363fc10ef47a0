// What Langium would index for its own scopes: nothing. Names are bound with tables of our own (`symbols.ts`), and
// references are found in the loaded files (`references.ts`).
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

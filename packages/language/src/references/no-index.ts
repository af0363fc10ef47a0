// What Langium would index for its own scopes: nothing, as names are bound by tables of their own (`symbols.ts`) and
// uses are found in the references of the loaded files (`references.ts`).
import { type LocalSymbols, MultiMap, type ReferenceDescriptionProvider, type ScopeComputation } from 'langium';

/** Neither exported nor local names. */
export const noScopes: ScopeComputation = {
  collectExportedSymbols: async () => [],
  collectLocalSymbols: async () => new MultiMap() as unknown as LocalSymbols,
};

/** No descriptions of references. */
export const noReferenceDescriptions: ReferenceDescriptionProvider = {
  createDescriptions: async () => [],
};

// How often the types of a file are used, in all files that are loaded.
import { printCount } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { allReferencesIn, nameExtentOf, referencesIn } from '../../parse/index.ts';
import { commandNames } from '../../protocol/protocol.ts';
import { referenceOf } from '../../references/binding.ts';
import type { Lens } from './lens.ts';

/** `3 uses` above each type and template; a click lists them. */
export function useLenses(
  document: LangiumDocument,
  declared: readonly (ast.TypeDeclaration | ast.Template)[],
  documents: Iterable<LangiumDocument>,
): Lens[] {
  if (declared.length === 0) return [];
  const counts = new Map<unknown, number>(declared.map((each) => [each, 0]));
  // Links of generated files are read in full where a type could be what they run over.
  const isOfLinks = declared.some(
    ({ $type, ...each }) => 'kind' in each && (each.kind === 'fiber' || each.kind === 'cable'),
  );
  for (const { parseResult } of documents)
    for (const node of isOfLinks ? allReferencesIn(parseResult.value) : referencesIn(parseResult.value)) {
      const target = referenceOf(node).ref;
      const count = counts.get(target);
      if (count !== undefined) counts.set(target, count + 1);
    }
  return declared.map((each) => {
    const on = nameExtentOf(each);
    const count = counts.get(each) ?? 0;
    const position = document.textDocument.positionAt(on.start);
    return {
      kind: 'types',
      on,
      title: printCount(count, 'use'),
      ...(count === 0
        ? {}
        : { command: { name: commandNames.showUses, arguments: [document.uri.toString(), position] } }),
    };
  });
}

// What a rule says of its own bad example: the words, the figure with its formula and terms, the help, the fixes.
import type { Finding, Rule } from '@lightloom/core';
import { derivationLines } from '@lightloom/core';
import { EmptyFileSystem, URI } from 'langium';
import { createFabricServices } from './module.ts';

/** Most lines of a derivation that are shown. */
const mostLines = 24;

/** What each of some rules finds in its bad example, as lines of text; the same as a check prints, without the text itself. */
export async function exampleFindings(rules: readonly Rule[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const services = createFabricServices(EmptyFileSystem.fileSystemProvider());
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const found = new Map<string, readonly string[]>();
  for (const { id, bad } of rules) {
    const document = LangiumDocuments.createDocument(URI.parse(`file:///${id}.fabric`), bad);
    await DocumentBuilder.build([document], { validation: false });
    const { findings } = services.workspace.Analyses.of(document);
    const finding = findings.find((each) => each.rule === id);
    if (finding !== undefined) found.set(id, linesOf(finding));
  }
  return found;
}

function linesOf({ rule, severity, message, derivation, help, fixes }: Finding): string[] {
  const terms = derivation === undefined || derivation.terms.length === 0 ? [] : derivationLines(derivation, '  ');
  const rest = terms.length - mostLines;
  return [
    `${severity}[${rule}]: ${message}`,
    ...(rest > 0 ? [...terms.slice(0, mostLines), `  … ${rest} more lines`] : terms),
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...fixes.map(({ title }) => `fix: ${title}`),
  ];
}

// What a rule reports on its own bad example: the message, the figure with its formula and terms, the help, the fixes.
import { derivationLines, type Finding, type Rule } from '@lightloom/core';
import { memoryFiles } from './memory-files.ts';
import { openSession } from './session.ts';

/** Maximum of lines of a derivation that are shown. */
const maxLines = 24;

/** What each of some rules finds in its bad example, as lines of text; the same as a check prints, without the design's text. */
export async function exampleFindings(rules: readonly Rule[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const session = openSession({ files: memoryFiles({}) });
  const found = new Map<string, readonly string[]>();
  for (const { id, bad } of rules) {
    const { findings } = await session.open(`file:///${id}.fabric`, bad);
    const finding = findings.find((each) => each.rule === id);
    if (finding !== undefined) found.set(id, linesOf(finding));
  }
  return found;
}

function linesOf({ rule, severity, message, derivation, help, fixes }: Finding): string[] {
  const terms = derivation === undefined || derivation.terms.length === 0 ? [] : derivationLines(derivation, '  ');
  const rest = terms.length - maxLines;
  return [
    `${severity}[${rule}]: ${message}`,
    ...(rest > 0 ? [...terms.slice(0, maxLines), `  … ${rest} more lines`] : terms),
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...fixes.map(({ title }) => `fix: ${title}`),
  ];
}

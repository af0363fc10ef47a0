// The figures of something in a design as Markdown, for a review: a table, then the derivation of each figure.
import { derivationLines, type Explanation, type Facts, factText, footingLines, withoutRepeats } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { markdownTable, numberColumns as number, textColumns as text } from '../markdown/table.ts';
import { codeBlock, markdown, markdownText, sentence } from '../shown/index.ts';
import { lineAddress, type Sources } from '../text/source-text.ts';
import { conditionsLine } from '../wording/conditions.ts';
import { figuresDocument } from './document.ts';

export const format = defineFormat({
  document: figuresDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print({ explanations, facts }, { sources }) {
    const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
    const blocks = [
      ...(conditions === undefined ? [] : [markdownText(conditions)]),
      ...explanations.flatMap((each) => explained(each, facts, sources)),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
});

function explained({ title, rows }: Explanation, facts: Facts, sources: Sources): string[] {
  const notes = rows.some(({ note }) => note !== undefined);
  const table = markdownTable(
    [...text('Figure'), ...number('Value'), ...(notes ? text('Note') : [])],
    rows.map(({ name, fact, note = '' }) => [name, factText(fact), ...(notes ? [note] : [])]),
  );
  const derived = rows.map(({ fact }) => fact).filter((fact) => fact.terms.length > 0 || fact.origin !== undefined);
  const lines = withoutRepeats(derived).flatMap((each) =>
    derivationLines(each, '', (origin) => lineAddress(origin, sources)),
  );
  return [
    markdown`## ${title}`.source,
    ...(table === '' ? [] : [table]),
    ...(lines.length === 0 ? [] : [codeBlock(lines.join('\n'), 'text')]),
    ...footingLines(facts, rows).map((each) => markdown`*Depends on figures that are ${sentence(each)}.*`.source),
  ];
}

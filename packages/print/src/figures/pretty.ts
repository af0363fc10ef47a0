// The figures of something in a design for the terminal: a table, then the derivation of each figure.
import { derivationLines, type Explanation, type Facts, factText, footingLines, withoutRepeats } from '@lightloom/core';
import { defineFormat, type PrintContext } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import { lineAddress } from '../text/source-text.ts';
import { conditionsLine } from '../wording/conditions.ts';
import { figuresDocument } from './document.ts';

/** Cells beyond which a value is not aligned with the others. */
const maxAligned = 40;

export const format = defineFormat({
  document: figuresDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print({ explanations, facts }, context) {
    const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
    const blocks = explanations.map((each) => explained(each, facts, context));
    return `${[...(conditions === undefined ? [] : [visible(conditions)]), ...blocks].join('\n\n')}\n`;
  },
});

function explained(explanation: Explanation, facts: Facts, { sources, theme }: PrintContext): string {
  const { title, rows } = explanation;
  const derived = rows.map(({ fact }) => fact).filter((fact) => fact.terms.length > 0 || fact.origin !== undefined);
  const derivations = withoutRepeats(derived).flatMap((each) =>
    derivationLines(each, '  ', (origin) => lineAddress(origin, sources)),
  );
  const footing = footingLines(facts, rows);
  return [
    theme.strong(visible(title)),
    ...(rows.length === 0 ? [] : ['', ...tableLines(explanation, theme)]),
    ...(derivations.length === 0 ? [] : ['', ...derivations.map((line) => theme.quiet(visible(line)))]),
    ...(footing.length === 0
      ? []
      : ['', '  depends on figures that are', ...footing.map((line) => `    ${visible(line)}`)]),
  ].join('\n');
}

/** Name, value and note of each figure. */
function tableLines({ rows }: Explanation, theme: PrintContext['theme']): string[] {
  const nameWidth = Math.max(0, ...rows.map(({ name }) => widthOf(name)));
  const values = rows.map(({ fact }) => factText(fact));
  const valueWidth = Math.max(0, ...values.map(widthOf).filter((width) => width <= maxAligned));
  return rows.map(({ name, note }, i) => {
    const value = values[i] as string;
    const gap = ' '.repeat(Math.max(0, valueWidth - widthOf(value)));
    const end = note === undefined ? '' : `${gap}  ${theme.quiet(visible(note))}`;
    return `  ${visible(name)}${' '.repeat(nameWidth - widthOf(name))}  ${theme.strong(visible(value))}${end}`;
  });
}

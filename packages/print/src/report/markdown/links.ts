// Links in Markdown: one row for links of one statement that are alike.
import { type DesignReport, type LinkRow, printNumber } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, type Markdown, markdown } from '../../shown/index.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';
import { valueText } from '../../wording/value-text.ts';
import { partName, valueOfLimit } from './cells.ts';

/** Links with their path, rate, loss and margin; then the statements that made no links. */
export function linkTable({ links, unlaid }: DesignReport, sources: Sources): string {
  const table = markdownTable(
    [
      ...text('Links', 'Pattern', 'From', 'To', 'Over'),
      ...number(
        'Count',
        'Rate',
        'Length (of reach)',
        'Loss (of allowed)',
        'Typical loss',
        'Margin',
        'Latency',
        'Cables',
        'Fibers',
      ),
    ],
    links.map(linkCells),
  );
  const unmade = unlaid.map(
    ({ statement, origin }) => markdown`- No links made: ${code(statement)} (${lineAddress(origin, sources)})`.source,
  );
  return [table, unmade.join('\n')].filter((each) => each !== '').join('\n\n');
}

function linkCells({
  statement,
  pattern,
  budget,
  typicalLoss,
  latency,
  cables,
  fibers,
}: LinkRow): (string | Markdown)[] {
  const { class: links, rate, length, reach, loss, allowed, margin } = budget;
  const { cable, fiber } = links.group;
  // A cable with fixed ends has no optical budget.
  const optical = (value: string): string => (cable === undefined ? value : '–');
  return [
    code(statement),
    pattern,
    endText(links.from, cable !== undefined),
    endText(links.to, cable !== undefined),
    partName(fiber ?? cable),
    printNumber(links.count),
    valueText(rate),
    valueOfLimit(length, reach),
    optical(valueOfLimit(loss, allowed)),
    optical(valueText(typicalLoss)),
    optical(valueText(margin)),
    valueText(latency),
    valueText(cables),
    valueText(fibers),
  ];
}

/** `XpoDr, 800GBASE-DR4`; for the end of a cable, the cage. */
function endText({ module, optics, cage }: LinkRow['budget']['class']['from'], isCable: boolean): string {
  if (isCable && cage !== undefined) return cage.name;
  return module === undefined ? 'no module' : [module.name, ...(optics === undefined ? [] : [optics.name])].join(', ');
}

// Requirements with their verdicts.
import { type Derivation, type DesignReport, printAtLeast, type Verdict } from '@lightloom/core';
import { type Block, type FullCell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { asCode, asStrong } from '../../blocks/rich.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { isOversubscription, ratioText } from '../../wording/value-text.ts';
import { quantity, ratio } from './cells.ts';

const verdicts = new Map<boolean | undefined, FullCell>([
  [true, { text: '✓ holds', order: 2, state: 'good' }],
  [false, { text: ['✗ ', asStrong('fails')], order: 0, state: 'bad' }],
  [undefined, { text: '? unknown', order: 1, state: 'open' }],
]);

/** Each requirement with its value, its limit and what has failed in its worst case. */
export function requirementTable({ requirements }: DesignReport): Block[] {
  return table(
    [...text('Verdict', 'Requirement'), ...number('Value', 'Limit'), ...text('Worst failure')],
    requirements.map(({ requirement, value, limit, holds, failed }) => [
      verdicts.get(holds) ?? '',
      asCode(requirement.text.replace(/^require\s+/, '')),
      isOversubscription(requirement) ? ratio(value) : quantity(value),
      `${requirement.comparator} ${limitText(requirement, limit)}`,
      failed.length === 0 ? '–' : nameRanges(failed),
    ]),
  );
}

function limitText(requirement: Verdict['requirement'], limit: Derivation): string {
  const shown = isOversubscription(requirement) ? ratioText(limit) : printAtLeast(limit);
  return requirement.ofFull ? `${shown} (${requirement.limit.text} of full)` : shown;
}

// Requirements with their verdicts in Markdown.
import { type Derivation, type DesignReport, printAtLeast, type Verdict } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, markdown } from '../../shown/index.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { isOversubscription, ratioText, valueText } from '../../wording/value-text.ts';

const verdicts = new Map([
  [true, markdown`✓ holds`],
  [false, markdown`✗ **fails**`],
  [undefined, markdown`? unknown`],
]);

/** Each requirement with its value, its limit and what has failed in its worst case. */
export function requirementTable({ requirements }: DesignReport): string {
  return markdownTable(
    [...text('Verdict', 'Requirement'), ...number('Value', 'Limit'), ...text('Worst failure')],
    requirements.map(({ requirement, value, limit, holds, failed }) => [
      verdicts.get(holds) ?? '',
      code(requirement.text.replace(/^require\s+/, '')),
      isOversubscription(requirement) ? ratioText(value) : valueText(value),
      `${requirement.comparator} ${limitText(requirement, limit)}`,
      failed.length === 0 ? '–' : nameRanges(failed),
    ]),
  );
}

function limitText(requirement: Verdict['requirement'], limit: Derivation): string {
  const shown = isOversubscription(requirement) ? ratioText(limit) : printAtLeast(limit);
  return requirement.ofFull ? `${shown} (${requirement.limit.text} of full)` : shown;
}

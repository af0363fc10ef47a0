// Requirements with their verdicts in Markdown.
import { type Derivation, type DesignReport, printValue, type Verdict } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, markdown } from '../../shown/index.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { ratioText, valueText } from '../../wording/value-text.ts';

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
      requirement.fact === 'oversubscription' ? ratioText(value) : valueText(value),
      `${requirement.comparator} ${limitText(requirement, value, limit)}`,
      failed.length === 0 ? '–' : nameRanges(failed),
    ]),
  );
}

function limitText({ fact, ofFull, limit: share }: Verdict['requirement'], value: Derivation, limit: number): string {
  const at = { ...value, value: limit };
  const shown = fact === 'oversubscription' ? ratioText(at) : printValue(at);
  return ofFull ? `${shown} (${printValue({ ...value, dimension: 'ratio', value: share })} of full)` : shown;
}

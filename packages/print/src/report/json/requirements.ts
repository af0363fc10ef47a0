// Requirements with their verdicts in JSON.
import { type DesignReport, type FactExpression, onlyFact } from '@lightloom/core';
import { jsonLocation } from '../../json/location.ts';
import { jsonQuantity } from '../../json/quantity.ts';
import type { Sources } from '../../text/source-text.ts';

/** Each requirement with its value, its limit and what has failed in its worst case. */
export function jsonRequirements({ requirements }: DesignReport, sources: Sources) {
  return requirements.map(({ requirement, value, limit, holds, failed }) => ({
    text: requirement.text.replace(/\s+/g, ' '),
    fact: onlyFact(requirement.value)?.fact ?? null,
    subject: subjectText(onlyFact(requirement.value)),
    value: jsonQuantity(value),
    comparator: requirement.comparator,
    limit: jsonQuantity(limit),
    verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'broken',
    lost: failed,
    location: jsonLocation(requirement.origin, sources),
  }));
}

/** What a fact is of, with its points: `primary.return`; null for a value that is computed from several. */
function subjectText(fact: FactExpression | undefined): string | null {
  return fact === undefined ? null : fact.subjectText;
}

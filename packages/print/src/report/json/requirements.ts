// Requirements with their verdicts in JSON.
import type { DesignReport } from '@lightloom/core';
import { jsonLocation } from '../../json/location.ts';
import { jsonQuantity } from '../../json/quantity.ts';
import type { Sources } from '../../text/source-text.ts';

/** Each requirement with its value, its limit and what has failed in its worst case. */
export function jsonRequirements({ requirements }: DesignReport, sources: Sources) {
  return requirements.map(({ requirement, value, limit, holds, failed }) => ({
    text: requirement.text.replace(/\s+/g, ' '),
    fact: requirement.fact,
    subject: requirement.subjectText,
    value: jsonQuantity(value),
    comparator: requirement.comparator,
    limit: jsonQuantity({ ...value, label: 'limit', value: limit, known: 0 }),
    verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'broken',
    lost: failed,
    location: jsonLocation(requirement.origin, sources),
  }));
}

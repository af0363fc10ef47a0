// A fact as written in a requirement, with its limit or without: `margin(backend)`, `temperature(primary.return) when any 1 of cdu fail`.
import { type Facts, type Verdict, verdictOf } from '../answers/index.ts';
import { printValue } from '../figures/index.ts';
import type { Requirement } from '../model/index.ts';
import { type Explanation, row } from './explanation.ts';

/** Explains the fact of a requirement, whatever its limit: its value in the worst of the failures, and where that is. */
export function explainFact(facts: Facts, asked: Requirement): Explanation {
  // In the usual unit, as none is chosen.
  const requirement = { ...asked, unit: undefined };
  const { value, worst, failed } = verdictOf(facts, requirement);
  const name = `${asked.fact}(${asked.subjectText})`;
  const rows = [row(name, value, worst)];
  if (asked.failures.length === 0) return { title: name, rows };
  const whole = verdictOf(facts, { ...requirement, failures: [] });
  const lost = failed.length === 0 ? 'nothing' : failed.join(', ');
  return {
    title: `${name}, worst case: ${lost} lost`,
    rows: [...rows, row('with nothing lost', whole.value, whole.worst)],
  };
}

/** Explains a requirement: value, limit, and what is lost in the worst case. */
export function explainVerdict({ requirement, value, limit, holds, failed, worst }: Verdict): Explanation {
  const verdict = holds === undefined ? "can't be checked" : holds ? 'holds' : 'fails';
  const lost = failed.length === 0 ? '' : `, with ${failed.join(', ')} lost`;
  return {
    title: `This requirement ${verdict}${lost}`,
    rows: [
      row(
        `${requirement.fact}(${requirement.subjectText})`,
        value,
        `${worst === undefined ? '' : `${worst}; `}${requirement.comparator} ${printValue({ ...value, value: limit })} required`,
      ),
    ],
  };
}

// A fact as written in a requirement, without its limit: `margin(backend)`, `temperature(primary.return) when any 1 of cdu fail`.
import { type Facts, verdictOf } from '../answers/index.ts';
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

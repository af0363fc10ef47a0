// A fact as it stands in a requirement, without its limit: `margin(backend)`, `temperature(primary.return) when any 1 of cdu fail`.
import { type Facts, verdictOf } from '../answers/index.ts';
import type { Requirement } from '../model/index.ts';
import { type Explanation, row } from './explanation.ts';

/** What a requirement asks for, whatever its limit: the value, in the worst of the failures it names, and where it is met. */
export function explainFact(facts: Facts, asked: Requirement): Explanation {
  // In the usual unit: nobody chose one.
  const requirement = { ...asked, unit: undefined };
  const { value, worst, failed } = verdictOf(facts, requirement);
  const name = `${asked.fact}(${asked.subjectText})`;
  const rows = [row(name, value, worst)];
  if (asked.failures.length === 0) return { title: name, rows };
  const whole = verdictOf(facts, { ...requirement, failures: [] });
  const lost = failed.length === 0 ? 'nothing that can fail' : failed.join(', ');
  return {
    title: `${name}, at the worst with ${lost} lost`,
    rows: [...rows, row('with nothing lost', whole.value, whole.worst)],
  };
}

// A fact as written in a requirement, with its limit or without: `margin(backend)`, `temperature(primary.return) when any 1 of cdu fail`.
import { evaluateFigure, type Facts, type Verdict, verdictOf, worstSideOf } from '../answers/index.ts';
import { printAtLeast } from '../figures/index.ts';
import { type Expression, factsIn, type NamedFigure, onlyNumber, type Requirement } from '../model/index.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';

/** Explains what a requirement compares, whatever its limit: its value in the worst of the failures, and where that is. */
export function explainValue(facts: Facts, asked: Requirement): Explanation {
  // In the usual unit, as none is chosen.
  const requirement = { ...asked, unit: undefined };
  const { value, worst, failed } = verdictOf(facts, requirement);
  const name = asked.value.text;
  const title = asked.value.kind === 'name' ? `${name} = ${asked.value.value.text}` : name;
  const rows = [row(name, value, worst), ...operandRows(facts, requirement.value)];
  if (asked.failures.length === 0) return { title, rows };
  const whole = verdictOf(facts, { ...requirement, failures: [] });
  const lost = failed.length === 0 ? 'nothing' : failed.join(', ');
  return {
    title: `${title}, worst case: ${lost} lost`,
    rows: [row(name, value, worst), row('with nothing lost', whole.value, whole.worst)],
  };
}

/** Explains a figure that a `let` names. */
export function explainFigure(facts: Facts, { name, value: expression }: NamedFigure): Explanation {
  const { value, worst } = evaluateFigure(facts, expression, worstSideOf(expression));
  return {
    title: `${name} = ${expression.text}`,
    rows: [row(name, value, worst), ...operandRows(facts, expression)],
  };
}

/** A row for each fact that something is computed from. */
function operandRows(facts: Facts, expression: Expression): ExplanationRow[] {
  const shown = new Map<string, ExplanationRow>();
  for (const each of expression.kind === 'fact' ? [] : factsIn(expression)) {
    const { value, worst } = evaluateFigure(facts, each, worstSideOf(each));
    if (!shown.has(each.text)) shown.set(each.text, row(each.text, value, worst));
  }
  return [...shown.values()];
}

/** Explains a requirement: value, limit, and what is lost in the worst case. */
export function explainVerdict({ requirement, value, limit, holds, failed, worst }: Verdict): Explanation {
  const verdict = holds === undefined ? "can't be checked" : holds ? 'holds' : 'fails';
  const lost = failed.length === 0 ? '' : `, with ${failed.join(', ')} lost`;
  const required = `${requirement.comparator} ${printAtLeast(limit)} required`;
  const isComputed = onlyNumber(requirement.limit) === undefined;
  return {
    title: `This requirement ${verdict}${lost}`,
    rows: [
      row(requirement.value.text, value, `${worst === undefined ? '' : `${worst}; `}${required}`),
      ...(isComputed ? [row(requirement.limit.text, limit)] : []),
    ],
  };
}

// A filling in words: the outcome, what was tried, and what to relax.
import { type Constraint, type FilledHole, type Filling, printCount, printQuantity, printValue } from '@lightloom/core';
import { valueText } from '../wording/value-text.ts';
import type { FillingDocument } from './filling-document.ts';

/** What came of it, in a sentence. */
export function outcomeText({ path, filling }: FillingDocument): string {
  const { outcome, least, ranges } = filling;
  const holes = printCount(ranges.length, 'hole');
  if (outcome.kind === 'conflict') {
    const lines = printCount(outcome.constraints.length, 'line');
    const [first, ...others] = outcome.constraints;
    const alone = first?.unjudged === undefined ? 'never holds' : "can't be judged";
    const verb = others.length === 0 ? alone : 'contradict each other';
    return `Nothing fills the ${holes} of ${path}: ${lines} ${verb}.`;
  }
  const what = { price: 'least price', power: 'least power', parts: 'fewest parts' }[least];
  const { warning, note } = outcome.findings;
  const found = [warning > 0 ? printCount(warning, 'warning') : '', note > 0 ? printCount(note, 'note') : ''];
  const left = found.filter((each) => each !== '').join(' and ');
  return `${holes} of ${path} filled with the ${what}: ${valueText(outcome.cost)}. A check has no error${left === '' ? '' : `, ${left}`}.`;
}

/** What was tried, in a sentence. */
export function triedText({ filling: { checks, isComplete } }: FillingDocument): string {
  const tried = `${printCount(checks, 'choice was', 'choices were')} checked`;
  return isComplete ? `${tried}.` : `${tried}; then the search stopped. More are checked with --checks.`;
}

/** `line 6` */
export function lineText(line: number): string {
  return line === 0 ? 'another file' : `line ${line}`;
}

/** A line that takes part in a contradiction. */
export function constraintText({ text, rule, unjudged }: Constraint): string {
  if (unjudged !== undefined) return `${text}, which is unknown: ${unjudged}`;
  return rule === undefined ? text : `${text} [${rule}]`;
}

/** What gives way with the smallest change, in sentences; undefined where no line alone does. */
export function relaxText({ outcome }: Filling): string | undefined {
  if (outcome.kind !== 'conflict') return undefined;
  const { relaxed } = outcome;
  if (relaxed === undefined) return undefined;
  const { constraint, verdict, share, holes } = relaxed;
  const by = valuesText(holes);
  if (verdict === undefined) return `Without what ${lineText(constraint.line)} violates, all else holds with ${by}.`;
  const change = Number.isFinite(share) ? `, a change of ${printQuantity(share, 'ratio')}` : '';
  return `The cheapest to relax is ${lineText(constraint.line)}: with a limit of ${printValue(verdict.value)}${change}, all holds with ${by}.`;
}

/** `4 (line 9), 60 L/min (line 7)` */
function valuesText(holes: readonly FilledHole[]): string {
  return holes.map(({ value, line }) => `${value} (${lineText(line)})`).join(', ');
}

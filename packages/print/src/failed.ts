// What the printers of failures share: the sweep with where it is from, and its effects in words.
import {
  type Facts,
  type FailureEffect,
  type FailureSweep,
  printCount,
  printQuantity,
  printValue,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import { conditionsLine } from './conditions.ts';
import { ratioText, showValue } from './reported.ts';

/** A sweep with the file it is of. */
export interface Failed {
  /** As it is shown. */
  readonly path: string;
  readonly facts: Facts;
  readonly sweep: FailureSweep;
}

/** `switch backend.su[1].leaf[1], one of 16` */
export function nameOfFailure({ failure: { kind, name, alike } }: FailureEffect): string {
  const what = kind === 'pump' || kind === 'supply' ? `${kind} of ${name}` : `${kind} ${name}`;
  return alike === 1 ? what : `${what}, one of ${printCount(alike, '', '').trim()}`;
}

/** `oversubscription(backend) <= 1: is 1.14 : 1` */
export function brokenText({ requirement, value }: Verdict): string {
  // Failures it names itself are not what has failed here.
  const text = requirement.text
    .replace(/^require\s+/, '')
    .replace(/\s+when\s.*$/s, '')
    .replace(/\s+/g, ' ');
  return `${text}: is ${requirement.fact === 'oversubscription' ? ratioText(value) : showValue(value)}`;
}

/** What a failure costs beside requirements, a phrase each. */
export function costsOf({ bandwidth, loops, overloaded, cutOff, stopped, failure }: FailureEffect): string[] {
  const itself = failure.kind === 'switch' || failure.kind === 'host' ? 1 : 0;
  return [
    ...overloaded.map(
      ({ feed, load, capacity }) => `${feed.name} carries ${printValue(load, load.known)} of ${printValue(capacity)}`,
    ),
    ...loops.flatMap(({ loop, before, after, over }) => {
      // Less than can be read off.
      if (printValue(after) === printValue(before)) return [];
      const end = after.value === Number.POSITIVE_INFINITY ? 'warms without bound' : `returns at ${printValue(after)}`;
      return `${loop.name} ${end} (${printValue(before)} before)${over ? ', over its limit' : ''}`;
    }),
    ...(cutOff === 0 ? [] : [`${printCount(cutOff, 'host')} cut off`]),
    ...bandwidth.map(
      ({ network, lost, of, why }) =>
        `${shareText(lost)} of the ${of} ${network === undefined ? 'outside of networks' : `of ${network.name}`} lost${why === undefined ? '' : `; of its bisection, ${why}`}`,
    ),
    ...(stopped > itself ? [`${printCount(stopped, 'device')} stopped`] : []),
  ];
}

/** A share in percent; what is less than can be read off is said to be. */
function shareText(share: number): string {
  return share < 0.5e-4 ? 'less than 0.01 %' : printQuantity(share, 'ratio');
}

/** What is to be said before: how much breaks, and what is broken already. */
export function summaryOf({ path, facts, sweep }: Failed): string[] {
  const { effects, leftOut } = sweep;
  const breaking = effects.filter(({ broken }) => broken.length > 0).length;
  const already = verdictsOf(facts).filter(({ holds }) => holds === false).length;
  const breaks =
    facts.fabric.requirements.length === 0
      ? 'the design states no requirements'
      : breaking === 0
        ? 'none breaks a requirement'
        : `${printCount(breaking, 'breaks', 'break')} a requirement`;
  const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
  return [
    `${path}: ${printCount(effects.length, 'sort')} of single failure; ${breaks}.`,
    ...(conditions === undefined ? [] : [conditions]),
    ...(already === 0
      ? []
      : [
          `${printCount(already, 'requirement')} ${already === 1 ? 'does' : 'do'} not hold with nothing lost: lightloom check ${path}`,
        ]),
    ...(leftOut === 0
      ? []
      : [
          `${printCount(leftOut, 'sort')} with fewer links ${leftOut === 1 ? 'was' : 'were'} left out: the design has too many that differ.`,
        ]),
  ];
}

// Single failures in words: their names, what they break, and what they cost.
import {
  deviceName,
  type FailureEffect,
  printCount,
  printNumber,
  printQuantity,
  printValue,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import { conditionsLine } from '../wording/conditions.ts';
import { isOversubscription, ratioText, valueText } from '../wording/value-text.ts';
import type { FailuresDocument } from './document.ts';

/** `switch backend.su[1].leaf[1], one of 16` */
export function failureName({ failure: { kind, name, alike } }: FailureEffect): string {
  const what = kind === 'pump' || kind === 'supply' ? `${kind} of ${name}` : `${kind} ${name}`;
  return alike === 1 ? what : `${what}, one of ${printNumber(alike)}`;
}

/** `oversubscription(backend) <= 1: is 1.14 : 1` */
export function brokenText({ requirement, value }: Verdict): string {
  // The failures that a requirement names itself are not those of the sweep.
  const text = requirement.text
    .replace(/^require\s+/, '')
    .replace(/(?<!\s)\s+when\s.*$/s, '')
    .replace(/\s+/g, ' ');
  return `${text}: is ${isOversubscription(requirement) ? ratioText(value) : valueText(value)}`;
}

/** What a failure costs besides requirements, a phrase each. */
export function costsOf(
  { bandwidth, loops, overloaded, cutOff, stopped, failure, own }: FailureEffect,
  { facts }: FailuresDocument,
): string[] {
  const itself = failure.kind === 'switch' || failure.kind === 'host' ? 1 : 0;
  return [
    ...overloaded.map(
      ({ feed, load, capacity }) => `${feed.name} carries ${printValue(load, load.known)} of ${printValue(capacity)}`,
    ),
    ...loops.flatMap(({ loop, before, after, over }) => {
      // A difference too small to show.
      if (printValue(after) === printValue(before)) return [];
      const end =
        after.value === Number.POSITIVE_INFINITY ? 'heats up without limit' : `returns at ${printValue(after)}`;
      return `${loop.name} ${end} (${printValue(before)} before)${over ? ', over its limit' : ''}`;
    }),
    ...(cutOff === 0 ? [] : [`${printCount(cutOff, 'host')} cut off`]),
    ...(own === undefined
      ? []
      : [
          `${deviceName(facts.fabric, own.device)} loses ${printNumber(own.lost)} of ${printNumber(own.all)} ${own.links}, ${shareText(own.share)}`,
        ]),
    ...bandwidth.map(
      ({ network, lost, of, why }) =>
        `${shareText(lost)} of the ${of} ${network === undefined ? 'outside networks' : `of ${network.name}`} lost${why === undefined ? '' : `; of its bisection, ${why}`}`,
    ),
    ...(stopped > itself ? [`${printCount(stopped, 'device')} stopped`] : []),
  ];
}

/** A share in percent; one too small to show is given as a bound. */
function shareText(share: number): string {
  return share < 0.5e-4 ? 'less than 0.01 %' : printQuantity(share, 'ratio');
}

/** The lines before the ranking: how many failures break a requirement, and what fails already. */
export function introOf({ path, facts, sweep }: FailuresDocument): string[] {
  const { effects, leftOut } = sweep;
  const breaking = effects.filter(({ broken }) => broken.length > 0).length;
  const failing = verdictsOf(facts).filter(({ holds }) => holds === false).length;
  const breaks =
    facts.fabric.requirements.length === 0
      ? 'the design states no requirements'
      : breaking === 0
        ? 'none breaks a requirement'
        : `${printCount(breaking, 'breaks', 'break')} a requirement`;
  const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
  return [
    `${path}: ${printCount(effects.length, 'kind')} of single failure; ${breaks}.`,
    ...(conditions === undefined ? [] : [conditions]),
    ...(failing === 0
      ? []
      : [
          `${printCount(failing, 'requirement')} already ${failing === 1 ? 'fails' : 'fail'} with nothing lost: lightloom check ${path}`,
        ]),
    ...(leftOut === 0
      ? []
      : [
          `${printCount(leftOut, 'kind')} with fewer links ${leftOut === 1 ? 'was' : 'were'} left out: the design has too many different ones.`,
        ]),
  ];
}

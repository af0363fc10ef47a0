// Single failures in words: what they break, and how many there are.
import { printCount, type Verdict, verdictsOf, withoutFailures } from '@lightloom/core';
import { conditionsLine } from '../wording/conditions.ts';
import { isOversubscription, ratioText, valueText } from '../wording/value-text.ts';
import type { FailuresDocument } from './document.ts';

/** `oversubscription(backend) <= 1: is 1.14 : 1` */
export function brokenText({ requirement, value }: Verdict): string {
  return `${withoutFailures(requirement)}: is ${isOversubscription(requirement) ? ratioText(value) : valueText(value)}`;
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

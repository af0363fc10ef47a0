// Single failures for other programs: `schemas/fail.schema.json` describes it.
import { canonicalUnit, type Derivation, printValue } from '@lightloom/core';
import type { Failed } from './failed.ts';
import { jsonNumber } from './json-number.ts';

/** Version of the document: raised when something that was there changes its meaning or goes. */
const version = 1;

/** The document, as text. */
export function jsonFailures({ path, sweep, facts }: Failed): string {
  const document = {
    version,
    file: path,
    basis: facts.basis,
    leftOut: sweep.leftOut,
    failures: sweep.effects.map(({ failure, broken, bandwidth, loops, overloaded, cutOff, stopped }, i) => ({
      rank: i + 1,
      kind: failure.kind,
      name: failure.name,
      alike: failure.alike,
      broken: broken.map(({ requirement, value, limit }) => ({
        text: requirement.text.replace(/\s+/g, ' '),
        value: quantity(value),
        comparator: requirement.comparator,
        limit: quantity({ ...value, value: limit }),
      })),
      devicesStopped: stopped,
      hostsCutOff: cutOff,
      bandwidth: bandwidth.map(({ network, lost, of }) => ({
        network: network?.name ?? null,
        lost: jsonNumber(lost),
        of,
      })),
      loops: loops.map(({ loop, before, after, over }) => ({
        name: loop.name,
        before: quantity(before),
        after: quantity(after),
        overLimit: over,
      })),
      feedsOverloaded: overloaded.map(({ feed, load, capacity }) => ({
        name: feed.name,
        load: quantity(load),
        capacity: quantity(capacity),
      })),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A number with its unit; null where it is unknown or without bound. */
function quantity(derivation: Derivation) {
  const unit = derivation.dimension === 'count' ? '1' : canonicalUnit[derivation.dimension];
  const value = Number.isFinite(derivation.value) ? jsonNumber(derivation.value) : null;
  return { value, unit, text: printValue(derivation) };
}

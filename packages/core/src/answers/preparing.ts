// What every judgement of a large design reads first, worked out one by one: so that no rule does all of it at once.
import type { Steps } from '../steps/index.ts';
import type { Facts } from './facts.ts';

/** From how many links on: below it all of them take a few milliseconds. */
const many = 50_000;

/**
 * Works out the facts that take long where there are many links, in steps. Rules read each of them, and find them known.
 * @param facts of a design; nothing is done for one whose links aren't all understood, of which rules judge little
 */
export function* preparing(facts: Facts): Steps<void> {
  const { fabric } = facts;
  if (fabric.links.count < many || Object.values(fabric.gaps).includes(true)) return;
  for (const each of ['links', 'optics', 'devices', 'topology'] as const) {
    void facts[each];
    yield;
  }
  for (const { index } of fabric.networks) {
    const { connectivity, topology, bandwidth } = facts;
    yield* connectivity.graphing(index);
    for (const work of [
      () => topology.tiers(index),
      () => connectivity.parts(index),
      () => connectivity.singlePoints(index),
      () => bandwidth.linked(index),
    ]) {
      work();
      yield;
    }
  }
}

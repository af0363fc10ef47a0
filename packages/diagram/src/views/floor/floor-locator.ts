// Where racks are in plans of the floor: each rule is marked in the plan of what it is about.
import type { Locator } from '../marks/locator.ts';
import type { Layer } from './layers.ts';

/** Plans for the rules of a topic, the best first. */
const plans: Readonly<Record<string, readonly string[]>> = {
  power: ['power'],
  cooling: ['flow', 'liquid', 'air'],
};

/** @param runs the racks of each run, by its id in a plan */
export function floorLocator(layers: readonly Layer[], runs: ReadonlyMap<string, readonly number[]>): Locator {
  const runOf = new Map([...runs].flatMap(([id, racks]) => racks.map((rack) => [rack, id] as const)));
  const shown = layers.map(({ id }) => id);
  return {
    itemOf(of, id, rule) {
      const run = of === 'rack' ? runOf.get(id) : undefined;
      const [topic = ''] = rule.split('/');
      const plan = plans[topic]?.find((each) => shown.includes(each)) ?? shown[0];
      return run === undefined || plan === undefined ? undefined : runId(plan, run);
    },
  };
}

/** Id of a run of racks in a plan. */
export function runId(plan: string, run: string): string {
  return `${plan}/${run}`;
}

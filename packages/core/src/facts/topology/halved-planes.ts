// The planes of a network, each with its smallest cut into halves.
import { nothingFailed } from '../conditions/scenario.ts';
import { type NetworkInputs, rateOfLink } from './bandwidth-inputs.ts';
import { type HalvedNetwork, type HalvedPlane, joinedPlanes } from './bisection/bisection.ts';
import { livePlane } from './bisection/live-plane.ts';
import { planeBisection } from './bisection/plane-bisection.ts';
import { joinApart } from './bisection/plane-parts.ts';
import { planesOf } from './bisection/planes.ts';

/** The planes of a network with nothing failed. */
export function halvedPlanes(inputs: NetworkInputs, network: number): HalvedNetwork {
  const { fabric, topology } = inputs;
  const all = joinApart(planesOf(fabric, network, topology.tiers(network)));
  const planes = all.map((plane): HalvedPlane => {
    const live = livePlane(plane, (link) => rateOfLink(inputs, link), nothingFailed);
    return { plane, bisection: planeBisection(fabric, live), weight: live.weight };
  });
  return { planes, ...joinedPlanes(all) };
}

/** The same planes without what has failed: only those that lose something are halved again. */
export function halvedAfterLosses(inputs: NetworkInputs, whole: HalvedNetwork): HalvedNetwork {
  const planes = whole.planes.map((each): HalvedPlane => {
    const live = livePlane(each.plane, (link) => rateOfLink(inputs, link), inputs.losses);
    if (live.loss === 0) return each;
    const { plane, bisection } = each;
    return { plane, bisection: planeBisection(inputs.fabric, live, bisection), weight: live.weight };
  });
  return { ...whole, planes };
}

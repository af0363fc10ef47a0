// A plane without what has failed: the rate of each link, and what the ports of hosts inject at each node.
import { realAt, unsignedAt } from '../../../model/index.ts';
import { isCut, isLost, type LinkLosses, losesLinks } from '../../conditions/scenario.ts';
import type { Plane } from './planes.ts';

/** A plane without what has failed. Rates in bit/s. */
export interface LivePlane {
  readonly plane: Plane;
  /** By inner link; 0 for one that has failed. */
  readonly rates: Float64Array;
  /** What is halved, by node: the rate of the ports of hosts on it, or one for each node that is itself an end. */
  readonly weights: Float64Array;
  /** All weights. */
  readonly weight: number;
  /** Upper bound on what a cut loses against the whole plane; zero when nothing has failed. */
  readonly loss: number;
}

/**
 * A plane without what has failed.
 *
 * A failed node can be on either side of a cut, so a cut loses at most half of its links; the same holds for a port, which
 * leaves the halves with it. A link that has failed by itself may have been in the cut as a whole.
 * @param rateOf the rate of a link, in bit/s
 */
export function livePlane(plane: Plane, rateOf: (link: number) => number, losses: LinkLosses): LivePlane {
  const { devices, isDirect, inner, access } = plane;
  const all = !losesLinks(losses);
  const rates = new Float64Array(inner.links.length);
  const weights = new Float64Array(devices.length);
  let loss = 0;
  for (let i = 0; i < rates.length; i++) {
    const link = unsignedAt(inner.links, i);
    const rate = rateOf(link);
    const dark =
      !all &&
      (isLost(losses, unsignedAt(devices, unsignedAt(inner.from, i))) ||
        isLost(losses, unsignedAt(devices, unsignedAt(inner.to, i))));
    if (!dark && (all || !isCut(losses, link))) rates[i] = rate;
    else loss += dark && !isDirect ? rate / 2 : rate;
  }
  if (isDirect) for (let node = 0; node < weights.length; node++) weights[node] = lostNode(plane, node, losses) ? 0 : 1;
  else
    for (let i = 0; i < access.links.length; i++) {
      const node = unsignedAt(access.at, i);
      const link = unsignedAt(access.links, i);
      const rate = rateOf(link);
      if (all || !(isCut(losses, link) || isLost(losses, unsignedAt(access.hosts, i)) || lostNode(plane, node, losses)))
        weights[node] = realAt(weights, node) + rate;
      else loss += rate / 2;
    }
  return { plane, rates, weights, weight: weights.reduce((sum, each) => sum + each, 0), loss };
}

function lostNode({ devices }: Plane, node: number, losses: LinkLosses): boolean {
  return isLost(losses, unsignedAt(devices, node));
}

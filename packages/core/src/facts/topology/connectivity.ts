// How a network is connected: its parts, its paths, and its single points of failure.

import { type Derivation, derived, figure, none, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import { blockOf, deviceName, type Fabric, numberAt, unsignedAt } from '../../model/index.ts';
import { atOnce, type Steps } from '../../steps/index.ts';
import type { LinkLosses } from '../conditions/scenario.ts';
import { type NetworkGraph, networkGraph, partsOf } from './network-graph.ts';
import { diameterOf, equalPathsOf } from './paths.ts';
import { singlePointsOf } from './single-points.ts';
import { laidPatterns } from './symmetry.ts';

/** A switch whose loss cuts others off. */
interface SinglePointOfFailure {
  readonly device: number;
  /** Switches with hosts that are cut off from most others. */
  readonly cutOff: number;
}

export interface ConnectivityFacts {
  graph(network: number): NetworkGraph;
  /** Works out the graph of a network in steps, where it isn't known yet. */
  graphing(network: number): Steps<NetworkGraph>;
  /** Devices of each part of a network that no link joins to the others, the largest part first. */
  parts(network: number): readonly (readonly number[])[];
  /** Those of the parts that have hosts: two or more are a network that falls apart. */
  hostParts(network: number): readonly (readonly number[])[];
  /**
   * Links between the two switches that are farthest apart, or hosts where these are linked to each other; where hosts alone
   * join planes of switches, within a plane. Infinite where no path joins some hosts.
   */
  diameter(network: number): Derivation;
  /** Least number of equal shortest paths between two switches with hosts, or two linked hosts; parallel links are one. */
  paths(network: number): Derivation;
  /** The same between two of those that are as far apart as any. */
  farthestPaths(network: number): Derivation;
  singlePoints(network: number): readonly SinglePointOfFailure[];
}

/** What connectivity is computed from. */
export interface ConnectivityInputs {
  readonly fabric: Fabric;
  readonly losses: LinkLosses;
}

/** How the networks of a fabric are connected. */
export function connectivityFacts({ fabric, losses }: ConnectivityInputs): ConnectivityFacts {
  const graphs = new Map<number, NetworkGraph>();
  function* graphing(network: number): Steps<NetworkGraph> {
    const made = graphs.get(network) ?? (yield* networkGraph(fabric, network, losses));
    graphs.set(network, made);
    return made;
  }
  const graph = (network: number): NetworkGraph => graphs.get(network) ?? atOnce(graphing(network));
  const walks = {
    diameter: remembered((network: number) => diameterOf(graph(network), laidPatterns(fabric, network))),
    paths: remembered((network: number) => equalPathsOf(graph(network), laidPatterns(fabric, network))),
  };
  const walked = {
    diameter: walks.diameter,
    paths: (network: number) => walks.paths(network)?.least,
    farthest: (network: number) => walks.paths(network)?.farthest,
  };
  const parts = remembered((network: number) =>
    partsOf(graph(network)).map((part) => part.map((node) => unsignedAt(graph(network).devices, node))),
  );
  const singlePoints = remembered((network: number) =>
    singlePointsOf(graph(network)).map(({ node, cutOff }) => ({
      device: unsignedAt(graph(network).devices, node),
      cutOff,
    })),
  );
  const hostParts = remembered((network: number) =>
    parts(network).filter((part) => part.some((device) => blockOf(fabric, device).kind === 'host')),
  );
  const originOf = (network: number): Pick<Derivation, 'origin'> => {
    const origin = fabric.networks[network]?.origin;
    return origin === undefined ? {} : { origin };
  };
  const name = (network: number): string => fabric.networks[network]?.name ?? '';
  const ofWalk = (label: string, network: number, of: keyof typeof walked): Derivation => {
    if (
      fabric.gaps.links ||
      fabric.linkGroups.some((each) => each.network?.index === network && each.fault !== undefined)
    )
      return unknown(label, 'count', `some links of ${name(network)} could not be laid`);
    const unjoined = of === 'diameter' ? Number.POSITIVE_INFINITY : 0;
    const { isolated } = graph(network);
    if (isolated !== undefined) {
      const text = `${deviceName(fabric, isolated)} has no link left`;
      return { ...derived(label, 'count', text, [], unjoined), ...originOf(network) };
    }
    if (graph(network).devices.length === 0) return none(label, 'count', `${name(network)} has no links`);
    const joins = (first: readonly number[] = [], second: readonly number[] = []): string =>
      `no path joins ${deviceName(fabric, numberAt(first, 0))} and ${deviceName(fabric, numberAt(second, 0))}`;
    const [one, other] = hostParts(network);
    if (other !== undefined)
      return { ...derived(label, 'count', joins(one, other), [], unjoined), ...originOf(network) };
    const [first, second] = parts(network);
    if (of === 'diameter' && second !== undefined) return none(label, 'count', joins(first, second));
    const found = walked[of](network);
    if (found === undefined)
      return unknown(label, 'count', `${name(network)} has too many different switches to search paths from each`);
    const { value } = found;
    if (!Number.isFinite(value))
      return none(
        label,
        'count',
        `${name(network)} has no two switches with hosts that are connected through switches`,
      );
    const [from, to] = [found.from, found.to].map((node) => unsignedAt(graph(network).devices, node)) as [
      number,
      number,
    ];
    if (from === to) return figure(label, 'count', value);
    const { origin } = blockOf(fabric, from);
    const text = of === 'diameter' ? 'links' : 'shortest paths';
    return {
      ...derived(label, 'count', `${text} from ${deviceName(fabric, from)} to ${deviceName(fabric, to)}`, [], value),
      origin,
    };
  };
  return {
    graph,
    graphing,
    parts,
    hostParts,
    singlePoints,
    diameter: (network) => ofWalk(`diameter of ${name(network)}`, network, 'diameter'),
    paths: (network) => ofWalk(`equal paths in ${name(network)}`, network, 'paths'),
    farthestPaths: (network) =>
      ofWalk(`equal paths between the farthest switches of ${name(network)}`, network, 'farthest'),
  };
}

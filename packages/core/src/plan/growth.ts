// Room to grow: which hosts and leaves of a network are there at first, and which come later.
import type { Shape } from './demand.ts';

/** What of a network comes later; nothing that is there at first is touched then. */
export interface Growth {
  /** Hosts that are there at first. */
  readonly hosts: number;
  /** Hosts in the end. */
  readonly grown: number;
  /** Groups of hosts, with their leaves, that are there at first. */
  readonly units: number;
}

/** Hosts to size a network for. @param growth as a share of the hosts */
export function grownHosts(hosts: number, growth: number): number {
  return Math.ceil(hosts * (1 + growth) - 1e-9);
}

/**
 * How a network grows. Groups are filled one after the other, so that a leaf comes with the first of its hosts; spines and core switches
 * are all there from the first day, because links are spread over all of them.
 * @param hosts those that are there at first
 */
export function growthOf(shape: Shape, hosts: number, grown: number): Growth | undefined {
  if (hosts >= grown) return undefined;
  return { hosts, grown, units: shape.tiers === 1 ? shape.units : unitOf(shape, grown, hosts) };
}

/** The group that a host is in, from 1: the larger groups come first. */
function unitOf({ units }: Shape, hosts: number, host: number): number {
  const smaller = Math.floor(hosts / units);
  const larger = hosts - smaller * units;
  const inLarger = larger * (smaller + 1);
  return host <= inLarger ? Math.ceil(host / (smaller + 1)) : larger + Math.ceil((host - inLarger) / smaller);
}

/** Leaves of one plane that come later. */
export function laterLeaves({ leaf, units }: Shape, { units: first }: Growth): number {
  return leaf.switches - (leaf.switches / units) * first;
}

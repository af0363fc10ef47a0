// What is taken away before the facts are computed.
import type { Fabric } from '../model/index.ts';

/** Things that have failed. */
export interface Scenario {
  /** One flag a device; undefined when none failed. */
  readonly devices: Uint8Array | undefined;
  /** One flag a link, besides those that go with their devices; undefined when none failed. */
  readonly links: Uint8Array | undefined;
  readonly cdus: ReadonlySet<number>;
  /** How many pumps a CDU has lost. */
  readonly pumps: ReadonlyMap<number, number>;
  readonly feeds: ReadonlySet<number>;
  /** The things that failed, by name, for messages. */
  readonly names: readonly string[];
}

/** Nothing has failed. */
export const allWell: Scenario = {
  devices: undefined,
  links: undefined,
  cdus: new Set(),
  pumps: new Map(),
  feeds: new Set(),
  names: [],
};

/** Whether a device has failed. */
export function isLost(scenario: Scenario, device: number): boolean {
  return scenario.devices !== undefined && scenario.devices[device] === 1;
}

/** Whether a link has failed by itself. */
export function isCut(scenario: Scenario, link: number): boolean {
  return scenario.links !== undefined && scenario.links[link] === 1;
}

/** Whether the links of networks are not all there. */
export function losesLinks({ devices, links }: Scenario): boolean {
  return devices !== undefined || links !== undefined;
}

/** Whether some CDUs or pumps have failed. */
export function losesCooling({ cdus, pumps }: Scenario): boolean {
  return cdus.size > 0 || pumps.size > 0;
}

/** The scenario in which just these devices have failed. */
export function loseDevices(fabric: Fabric, devices: Iterable<number>): Uint8Array {
  const flags = new Uint8Array(fabric.devices.count);
  for (const device of devices) flags[device] = 1;
  return flags;
}

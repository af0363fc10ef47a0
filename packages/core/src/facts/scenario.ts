// What is taken away before the facts are computed.
import type { Fabric } from '../model/index.ts';

/** Things that have failed. */
export interface Scenario {
  /** One flag a device; undefined when none failed. */
  readonly devices: Uint8Array | undefined;
  readonly cdus: ReadonlySet<number>;
  readonly feeds: ReadonlySet<number>;
  /** The things that failed, by name, for messages. */
  readonly names: readonly string[];
}

/** Nothing has failed. */
export const allWell: Scenario = { devices: undefined, cdus: new Set(), feeds: new Set(), names: [] };

/** Whether a device has failed. */
export function isLost(scenario: Scenario, device: number): boolean {
  return scenario.devices !== undefined && scenario.devices[device] === 1;
}

/** The scenario in which just these devices have failed. */
export function loseDevices(fabric: Fabric, devices: Iterable<number>): Uint8Array {
  const flags = new Uint8Array(fabric.devices.count);
  for (const device of devices) flags[device] = 1;
  return flags;
}

// What has failed: taken away before the facts are computed.

/** Things that have failed. */
export interface Scenario {
  /** One flag for each device; undefined when none failed. */
  readonly devices: Uint8Array | undefined;
  /** One flag for each link, besides those that fail with their devices; undefined when none failed. */
  readonly links: Uint8Array | undefined;
  readonly cdus: ReadonlySet<number>;
  /** How many pumps a CDU has lost. */
  readonly pumps: ReadonlyMap<number, number>;
  readonly feeds: ReadonlySet<number>;
  /** The things that failed, by name, for messages. */
  readonly names: readonly string[];
}

/** The devices that have failed. */
export type DeviceLosses = Pick<Scenario, 'devices'>;

/** The devices and links that have failed. */
export type LinkLosses = Pick<Scenario, 'devices' | 'links'>;

/** The CDUs and pumps that have failed. */
export type CoolingLosses = Pick<Scenario, 'cdus' | 'pumps'>;

/** The scenario in which nothing has failed. */
export const nothingFailed: Scenario = {
  devices: undefined,
  links: undefined,
  cdus: new Set(),
  pumps: new Map(),
  feeds: new Set(),
  names: [],
};

/** Whether a device has failed. */
export function isLost({ devices }: DeviceLosses, device: number): boolean {
  return devices !== undefined && devices[device] === 1;
}

/** Whether a link has failed by itself. */
export function isCut({ links }: Pick<Scenario, 'links'>, link: number): boolean {
  return links !== undefined && links[link] === 1;
}

/** Whether some links of networks have failed, by themselves or with their devices. */
export function losesLinks({ devices, links }: LinkLosses): boolean {
  return devices !== undefined || links !== undefined;
}

/** Whether some CDUs or pumps have failed. */
export function losesCooling({ cdus, pumps }: CoolingLosses): boolean {
  return cdus.size > 0 || pumps.size > 0;
}

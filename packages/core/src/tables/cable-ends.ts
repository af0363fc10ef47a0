// The ends of cables in words: row, rack, device, ports and connector.
import type { CableSocket } from '../facts/index.ts';
import {
  cageName,
  cageOfPort,
  channelOfPort,
  deviceName,
  deviceOfPort,
  type Fabric,
  itemAt,
  numberAt,
  portName,
  rackName,
  rackOfDevice,
  rowOfRack,
} from '../model/index.ts';

/** One connector at an end of a cable, in words. */
export interface EndText {
  /** Rack id, or -1. */
  readonly rackId: number;
  /** The device of its first port. */
  readonly deviceId: number;
  readonly firstPort: number;
  readonly row: string;
  readonly rack: string;
  readonly device: string;
  /** `leaf[1].up[1]/1..2` */
  readonly ports: string;
  /** The same within its device: `up[1]/1..2`. */
  readonly within: string;
  /** `MPO16 3 of 8`; without the number where the module has only one, and empty where it isn't fiber. */
  readonly connector: string;
}

/** A connector at an end of a cable. */
export function endText(fabric: Fabric, { ports, connector, of, part }: CableSocket): EndText {
  const place = placeOf(fabric, numberAt(ports, 0));
  const number = of === 1 || connector === undefined ? '' : ` ${connector + 1} of ${of}`;
  const text = portsText(fabric, ports);
  return {
    ...place,
    ports: text,
    within: withinDevice(text, place.device),
    connector: connector === undefined || part === undefined ? '' : part.name + number,
  };
}

/** An end whose connector is unknown. */
export function endOfPort(fabric: Fabric, port: number, connector: string): EndText {
  const place = placeOf(fabric, port);
  const ports = portName(fabric, port);
  return { ...place, ports, within: withinDevice(ports, place.device), connector };
}

function placeOf(fabric: Fabric, port: number): Omit<EndText, 'ports' | 'within' | 'connector'> {
  const deviceId = deviceOfPort(fabric, port);
  const rackId = rackOfDevice(fabric, deviceId);
  const row = rackId < 0 ? 0 : rowOfRack(fabric, rackId);
  return {
    rackId,
    deviceId,
    firstPort: port,
    row: row === 0 ? '' : String(row),
    rack: rackId < 0 ? '' : rackName(fabric, rackId),
    device: deviceName(fabric, deviceId),
  };
}

/** All connectors at one end as one: their texts with commas between, each once where it says where they are. */
export function joinedEnd(ends: readonly EndText[]): EndText {
  const first = itemAt(ends, 0);
  // Most cables have one connector at an end, and a million cables are written.
  if (ends.length === 1) return first;
  const all = (of: (end: EndText) => string): string => ends.map(of).join(', ');
  const once = (of: (end: EndText) => string): string => [...new Set(ends.map(of))].join(', ');
  return {
    ...first,
    row: once(({ row }) => row),
    rack: once(({ rack }) => rack),
    device: all(({ device }) => device),
    ports: all(({ ports }) => ports),
    within: all(({ within }) => within),
    connector: all(({ connector }) => connector),
  };
}

/** Where an end is, on a label: `net[1]:leaf[1].up[1]/1`. */
export function labelOf({ rack, ports }: EndText): string {
  return rack === '' ? ports : `${rack}:${ports}`;
}

/** `up[1]/1` of `leaf[1].up[1]/1`. */
function withinDevice(ports: string, device: string): string {
  return ports.startsWith(`${device}.`) ? ports.slice(device.length + 1) : ports;
}

/** `leaf[1].up[1]/1..2` */
function portsText(fabric: Fabric, ports: readonly number[]): string {
  const first = numberAt(ports, 0);
  if (ports.length === 1) return portName(fabric, first);
  const runs: [number, number][] = [];
  for (const port of ports) {
    const last = runs.at(-1);
    if (last?.[1] === port - 1) last[1] = port;
    else runs.push([port, port]);
  }
  const channel = (port: number): number => channelOfPort(fabric, port) + 1;
  const text = runs.map(([a, b]) => (a === b ? `${channel(a)}` : `${channel(a)}..${channel(b)}`)).join(', ');
  return `${cageName(fabric, cageOfPort(fabric, first))}/${text}`;
}

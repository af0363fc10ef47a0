// Rails: whether port k of every host of a block goes to the same switch.
import {
  cageName,
  cageOfPort,
  deviceOfPort,
  type Fabric,
  kindOfDevice,
  numberAt,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import type { NetworkGraph } from './network-graph.ts';

/** A rail that ends on more than one switch. */
export interface SplitRail {
  /** The port of a host, counted from one in the order of its cages. */
  readonly rail: number;
  /** Hosts on each switch, most first. */
  readonly switches: readonly { readonly device: number; readonly hosts: number }[];
  /** A port of a host that is not where most are, and its link. */
  readonly odd: string;
  readonly link: number;
  /** The port of the same host whose cable it has been swapped with, where that is what happened. */
  readonly swappedWith: string | undefined;
  /** The link of that port. */
  readonly otherLink: number | undefined;
}

/**
 * Rails of a network that end on several switches within one unit: hosts that share their switches, directly or through
 * other hosts. Only units whose hosts have every port on a switch of its own are on rails.
 */
export function splitRails(fabric: Fabric, network: number, graph: NetworkGraph): SplitRail[] {
  // Hosts with one switch each are on no rails.
  const { isHost, starts } = graph;
  if (!isHost.some((host, node) => host === 1 && unsignedAt(starts, node + 1) - unsignedAt(starts, node) > 1))
    return [];
  const hosts = hostPorts(fabric, network);
  const unitOf = unitsOf(fabric, graph);
  const units = new Map<number, HostPorts[]>();
  for (const host of hosts.values()) {
    const unit = signedAt(unitOf, host.device);
    const known = units.get(unit);
    if (known === undefined) units.set(unit, [host]);
    else known.push(host);
  }
  return [...units.values()].flatMap((unit) => railsOf(fabric, unit));
}

/** The switch at the far end of each port of a host, by cage. */
interface HostPorts {
  readonly device: number;
  readonly ports: number[];
  readonly links: number[];
  readonly switches: number[];
}

function hostPorts(fabric: Fabric, network: number): Map<number, HostPorts> {
  const { links } = fabric;
  const found = new Map<number, HostPorts>();
  const isHost = (device: number): boolean => kindOfDevice(fabric, device) === 'host';
  for (const group of fabric.linkGroups) {
    if (group.network?.index !== network) continue;
    for (let link = group.first; link < group.first + group.count; link++) {
      const [a, b] = [unsignedAt(links.from, link), unsignedAt(links.to, link)];
      const [deviceA, deviceB] = [deviceOfPort(fabric, a), deviceOfPort(fabric, b)];
      if (isHost(deviceA) === isHost(deviceB)) continue;
      const [host, port, other] = isHost(deviceA) ? [deviceA, a, deviceB] : [deviceB, b, deviceA];
      let row = found.get(host);
      if (row === undefined) found.set(host, (row = { device: host, ports: [], links: [], switches: [] }));
      row.ports.push(port);
      row.links.push(link);
      row.switches.push(other);
    }
  }
  return found;
}

/** A number for each device that is the same for hosts joined by switches they share. */
function unitsOf(fabric: Fabric, { devices, isHost, starts, neighbors }: NetworkGraph): Int32Array {
  const units = new Int32Array(fabric.devices.count).fill(-1);
  const seen = new Uint8Array(devices.length);
  for (let first = 0; first < devices.length; first++) {
    if (isHost[first] === 0 || seen[first] === 1) continue;
    seen[first] = 1;
    const queue = [first];
    for (const node of queue) {
      units[unsignedAt(devices, node)] = first;
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++) {
        const other = unsignedAt(neighbors, i);
        // From a host to its switches, from a switch to its hosts; never on to another tier.
        if (seen[other] === 1 || isHost[other] === isHost[node]) continue;
        seen[other] = 1;
        queue.push(other);
      }
    }
  }
  return units;
}

function railsOf(fabric: Fabric, hosts: readonly HostPorts[]): SplitRail[] {
  const width = hosts[0]?.ports.length ?? 0;
  const onRails = hosts.every(
    ({ ports, switches }) => ports.length === width && new Set(switches).size === switches.length,
  );
  if (width < 2 || hosts.length < 2 || !onRails) return [];
  const sorted = hosts.map(({ ports, links, switches }) =>
    ports
      .map((port, i) => ({ port, link: numberAt(links, i), device: numberAt(switches, i) }))
      .sort((a, b) => a.port - b.port),
  );
  const rails = Array.from({ length: width }, (_, rail) => {
    const counts = new Map<number, number>();
    for (const each of sorted) {
      const device = each[rail]?.device as number;
      counts.set(device, (counts.get(device) ?? 0) + 1);
    }
    return [...counts]
      .map(([device, count]) => ({ device, hosts: count }))
      .sort((a, b) => b.hosts - a.hosts || a.device - b.device);
  });
  const homeOf = (rail: number): number | undefined => rails[rail]?.[0]?.device;
  const nameOf = (port: number): string => cageName(fabric, cageOfPort(fabric, port));
  return rails.flatMap((switches, rail) => {
    const own = sorted.find((each) => each[rail]?.device !== homeOf(rail));
    const odd = own?.[rail];
    if (switches.length < 2 || own === undefined || odd === undefined) return [];
    const other = own.findIndex(({ device }, i) => device === homeOf(rail) && odd.device === homeOf(i));
    const swapped = own[other];
    const found = { rail: rail + 1, switches, odd: nameOf(odd.port), link: odd.link };
    return [
      { ...found, swappedWith: swapped === undefined ? undefined : nameOf(swapped.port), otherLink: swapped?.link },
    ];
  });
}

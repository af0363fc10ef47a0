// Tiers of networks, ports that links use, and ports that are used twice.
import { type Fabric, linkDevices, signedAt, unsignedAt } from '../../model/index.ts';

/** No path to a host. */
export const noTier = 255;

/** Ports two links claim. */
interface PortConflict {
  /** The ports that two links claim, each once. */
  readonly ports: readonly number[];
  /** Link groups of the earlier and of the later link. */
  readonly first: number;
  readonly second: number;
}

export interface TopologyFacts {
  /** Hops from the nearest host of the network, by device: hosts 0, leaves 1, spines 2. */
  tiers(network: number): Uint8Array;
  /** Ports claimed by more than one link, by pair of statements. */
  readonly conflicts: readonly PortConflict[];
  /** One flag a port: a link uses it. */
  readonly used: Uint8Array;
}

export function topologyFacts(fabric: Fabric): TopologyFacts {
  const { used, conflicts } = portUse(fabric);
  const known = new Map<number, Uint8Array>();
  return {
    used,
    conflicts,
    tiers(network) {
      let found = known.get(network);
      if (found === undefined) known.set(network, (found = tiersOf(fabric, network)));
      return found;
    },
  };
}

function portUse(fabric: Fabric): { used: Uint8Array; conflicts: PortConflict[] } {
  const used = new Uint8Array(fabric.ports.count);
  const conflicts = new Map<string, { ports: Set<number>; first: number; second: number }>();
  let owner: Int32Array | undefined;
  const { from, to } = fabric.links;
  for (const group of fabric.linkGroups) {
    const end = group.first + group.count;
    for (const side of [from, to]) {
      for (let link = group.first; link < end; link++) {
        const port = unsignedAt(side, link);
        // A port linked to itself is one use, and has a finding of its own.
        if (side === to && port === unsignedAt(from, link)) continue;
        if (used[port] === 0) {
          used[port] = 1;
          continue;
        }
        owner ??= firstOwners(fabric);
        const first = signedAt(owner, port);
        const key = `${first} ${group.index}`;
        const seen = conflicts.get(key);
        if (seen === undefined) conflicts.set(key, { ports: new Set([port]), first, second: group.index });
        else seen.ports.add(port);
      }
    }
  }
  return { used, conflicts: [...conflicts.values()].map((each) => ({ ...each, ports: [...each.ports] })) };
}

/** The first link group that claims each port. */
function firstOwners(fabric: Fabric): Int32Array {
  const owner = new Int32Array(fabric.ports.count).fill(-1);
  for (const group of fabric.linkGroups) {
    for (const side of [fabric.links.from, fabric.links.to]) {
      for (let link = group.first; link < group.first + group.count; link++) {
        const port = unsignedAt(side, link);
        if (owner[port] === -1) owner[port] = group.index;
      }
    }
  }
  return owner;
}

/** Breadth-first from the hosts, a pass over the links for each tier. */
function tiersOf(fabric: Fabric, network: number): Uint8Array {
  const tiers = new Uint8Array(fabric.devices.count).fill(noTier);
  const groups = fabric.linkGroups.filter((group) => group.network?.index === network && group.count > 0);
  const hosts = fabric.blocks.filter((block) => block.kind === 'host');
  if (hosts.length === 0) return tiers;
  const { from, to } = linkDevices(fabric);
  for (const block of hosts) tiers.fill(0, block.first, block.first + block.count);
  for (let tier = 0, moved = true; moved && tier < noTier - 1; tier++) {
    moved = false;
    for (const group of groups) {
      const last = group.first + group.count;
      for (let link = group.first; link < last; link++) {
        const a = unsignedAt(from, link);
        const b = unsignedAt(to, link);
        if (tiers[a] === tier && tiers[b] === noTier) {
          tiers[b] = tier + 1;
          moved = true;
        } else if (tiers[b] === tier && tiers[a] === noTier) {
          tiers[a] = tier + 1;
          moved = true;
        }
      }
    }
  }
  return tiers;
}

// Builds a fabric. The elaborator drives it from text; tests of the core drive it by hand.
import { axesSize } from './axis.ts';
import { real, signed, unsigned } from './column.ts';
import type { Block, Fabric, Feed, Group, LinkGroup, Loop, Network, Placement, Plug } from './fabric.ts';
import type { Part } from './part.ts';
import { cagesOf } from './part-queries.ts';
import type { Selection } from './selection.ts';
import type { Allowance, Requirement, View } from './statement.ts';

type WithoutIndex<T extends { readonly index: number }> = Omit<T, 'index'>;
type NewBlock = Omit<Block, 'index' | 'first' | 'count'>;

/** What a rack hangs on. */
export interface RackServices {
  readonly loop: number;
  readonly feeds: Selection;
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
}

/**
 * Collects a fabric in the order in which it can be known: parts and scopes, then what is installed, then modules,
 * then links. Calling it out of that order is a bug of the caller and throws.
 */
export class FabricBuilder {
  private readonly parts: Part[] = [];
  private readonly networks: Network[] = [];
  private readonly groups: Group[] = [];
  private readonly blocks: Block[] = [];
  private readonly plugs: Plug[] = [];
  private readonly linkGroups: LinkGroup[] = [];
  private readonly placements: Placement[] = [];
  private readonly loops: Loop[] = [];
  private readonly feeds: Feed[] = [];
  private readonly feedSets: Selection[] = [{ of: 'feed', ids: new Uint32Array(0) }];
  private readonly requirements: Requirement[] = [];
  private readonly allowances: Allowance[] = [];
  private readonly views: View[] = [];
  private readonly gaps = { plugs: false, links: false, placements: false, values: false };

  private readonly deviceBlock = unsigned();
  private readonly deviceRack = signed();
  private readonly devicePlacement = signed();
  private readonly firstCage = unsigned();
  private readonly cageDevice = unsigned();
  private readonly cageModule = signed();
  private readonly cagePlug = signed();
  private readonly linkFrom = unsigned();
  private readonly linkTo = unsigned();
  private readonly rackBlock = unsigned();
  private readonly rackLoop = signed();
  private readonly rackFeeds = unsigned();
  private readonly rackFlow = real();
  private readonly rackRow = signed();
  private readonly cduBlock = unsigned();
  private ports: { readonly firstPort: Uint32Array; readonly cage: Uint32Array } | undefined;
  private readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }

  /** Adds a part under construction; its `index` must be the number of parts so far. */
  addPart<P extends Part>(part: P): P {
    if (part.index !== this.parts.length) throw new Error(`part ${part.name} is out of order`);
    this.parts.push(part);
    return part;
  }

  get partCount(): number {
    return this.parts.length;
  }

  addNetwork(network: WithoutIndex<Network>): Network {
    return append(this.networks, network);
  }

  addGroup(group: WithoutIndex<Group>): Group {
    return append(this.groups, group);
  }

  /** Adds an array of devices, racks or CDUs. */
  addBlock(block: NewBlock): Block {
    const count = axesSize(block.axes);
    const table = block.kind === 'rack' ? this.rackBlock : block.kind === 'cdu' ? this.cduBlock : this.deviceBlock;
    const added = append(this.blocks, { ...block, first: table.size, count }) as Block;
    if (table === this.deviceBlock) this.addCages(added);
    table.fill(added.index, count);
    if (table === this.rackBlock) {
      this.rackLoop.fill(-1, count);
      this.rackFeeds.fill(0, count);
      this.rackFlow.fill(Number.NaN, count);
      this.rackRow.fill(0, count);
    }
    return added;
  }

  private addCages(block: Block): void {
    if (this.ports !== undefined) throw new Error('devices come before ports');
    const each = block.part === undefined ? 0 : cagesOf(block.part);
    this.deviceRack.fill(-1, block.count);
    this.devicePlacement.fill(-1, block.count);
    for (let i = 0; i < block.count; i++) {
      this.firstCage.push(this.cageDevice.size);
      this.cageDevice.fill(block.first + i, each);
    }
    this.cageModule.fill(-1, each * block.count);
    this.cagePlug.fill(-1, each * block.count);
  }

  get deviceCount(): number {
    return this.deviceBlock.size;
  }

  get cageCount(): number {
    return this.cageDevice.size;
  }

  get rackCount(): number {
    return this.rackBlock.size;
  }

  get linkCount(): number {
    return this.linkFrom.size;
  }

  /** First cage of a device; that of the device after the last is the number of cages. */
  firstCageOf(device: number): number {
    return device < this.firstCage.size ? this.firstCage.at(device) : this.cageDevice.size;
  }

  blockOf(device: number): Block {
    return this.blocks[this.deviceBlock.at(device)] as Block;
  }

  deviceOfCage(cage: number): number {
    return this.cageDevice.at(cage);
  }

  moduleIn(cage: number): Part | undefined {
    const module = this.cageModule.at(cage);
    return module < 0 ? undefined : this.parts[module];
  }

  /** Puts a rack on a loop and on feeds. */
  serveRack(rack: number, services: RackServices): void {
    this.rackLoop.set(rack, services.loop);
    this.rackFlow.set(rack, services.flow);
    this.rackFeeds.set(rack, this.feedSetOf(services.feeds));
  }

  setRow(rack: number, row: number): void {
    this.rackRow.set(rack, row);
  }

  private feedSetOf(feeds: Selection): number {
    const key = feeds.ids.join();
    const found = this.feedSets.findIndex((each) => each.ids.join() === key);
    if (found >= 0) return found;
    this.feedSets.push(feeds);
    return this.feedSets.length - 1;
  }

  addLoop(loop: WithoutIndex<Loop>): Loop {
    return append(this.loops, loop);
  }

  addFeed(feed: WithoutIndex<Feed>): Feed {
    return append(this.feeds, feed);
  }

  /** Gives a loop its values: they may name CDUs that are installed after it. */
  describeLoop(index: number, values: Loop['values']): void {
    this.loops[index] = { ...(this.loops[index] as Loop), values };
  }

  /** Gives a feed its values. */
  describeFeed(index: number, values: Feed['values']): void {
    this.feeds[index] = { ...(this.feeds[index] as Feed), values };
  }

  /** Puts a module into cages. A later plug replaces an earlier one. */
  plug(plug: WithoutIndex<Plug>, cages: Uint32Array): void {
    if (this.ports !== undefined) throw new Error('modules come before ports');
    const added = append(this.plugs, plug);
    for (const cage of cages) {
      this.cageModule.set(cage, plug.module?.index ?? -1);
      this.cagePlug.set(cage, added.index);
    }
  }

  /** Counts the logical ports, once every module is in. */
  layPorts(): { readonly firstPort: Uint32Array; readonly cage: Uint32Array } {
    if (this.ports !== undefined) return this.ports;
    const count = this.cageDevice.size;
    const channels = this.parts.map((part) => channelsOf(part));
    const firstPort = new Uint32Array(count + 1);
    for (let cage = 0; cage < count; cage++) {
      const module = this.cageModule.at(cage);
      firstPort[cage + 1] = (firstPort[cage] as number) + (module < 0 ? 1 : (channels[module] as number));
    }
    const cage = new Uint32Array(firstPort[count] as number);
    for (let i = 0; i < count; i++) cage.fill(i, firstPort[i], firstPort[i + 1]);
    this.ports = { firstPort, cage };
    return this.ports;
  }

  /** Adds the links of one statement in one scope: port `from[i]` to port `to[i]`. */
  addLinks(group: Omit<LinkGroup, 'index' | 'first' | 'count'>, from: Uint32Array, to: Uint32Array): LinkGroup {
    const added = append(this.linkGroups, { ...group, first: this.linkFrom.size, count: from.length }) as LinkGroup;
    this.linkFrom.append(from);
    this.linkTo.append(to);
    if (group.fault?.kind === 'unresolved') this.gaps.links = true;
    return added;
  }

  /** Puts devices into racks, `each` to a rack in order; those left over stay unplaced. */
  place(origin: Placement['origin'], devices: Uint32Array, racks: Uint32Array, each: number): Placement {
    const placed = Math.min(devices.length, racks.length * each);
    const left = devices.length - placed;
    const added = append(this.placements, { origin, devices: devices.length, left, racks: racks.length, each });
    for (let i = 0; i < placed; i++) {
      const device = devices[i] as number;
      this.deviceRack.set(device, racks[Math.floor(i / each)] as number);
      this.devicePlacement.set(device, added.index);
    }
    return added;
  }

  addRequirement(requirement: WithoutIndex<Requirement>): void {
    append(this.requirements, requirement);
  }

  addAllowance(allowance: WithoutIndex<Allowance>): void {
    append(this.allowances, allowance);
  }

  addView(view: WithoutIndex<View>): void {
    append(this.views, view);
  }

  /** Notes that text of this sort could not be understood. */
  noteGap(kind: keyof Fabric['gaps']): void {
    this.gaps[kind] = true;
  }

  /** The finished fabric. */
  finish(): Fabric {
    const ports = this.layPorts();
    this.firstCage.push(this.cageDevice.size);
    return {
      uri: this.uri,
      parts: this.parts,
      networks: this.networks,
      groups: this.groups,
      blocks: this.blocks,
      devices: {
        count: this.deviceBlock.size,
        block: this.deviceBlock.take(),
        rack: this.deviceRack.take(),
        placement: this.devicePlacement.take(),
        firstCage: this.firstCage.take(),
      },
      cages: {
        count: this.cageDevice.size,
        device: this.cageDevice.take(),
        module: this.cageModule.take(),
        plug: this.cagePlug.take(),
        firstPort: ports.firstPort,
      },
      ports: { count: ports.cage.length, cage: ports.cage },
      plugs: this.plugs,
      links: { count: this.linkFrom.size, from: this.linkFrom.take(), to: this.linkTo.take() },
      linkGroups: this.linkGroups,
      racks: {
        count: this.rackBlock.size,
        block: this.rackBlock.take(),
        loop: this.rackLoop.take(),
        feeds: this.rackFeeds.take(),
        flow: this.rackFlow.take(),
        row: this.rackRow.take(),
      },
      placements: this.placements,
      cdus: { count: this.cduBlock.size, block: this.cduBlock.take() },
      loops: this.loops,
      feeds: this.feeds,
      feedSets: this.feedSets,
      requirements: this.requirements,
      allowances: this.allowances,
      views: this.views,
      gaps: this.gaps,
    };
  }
}

function append<T extends { readonly index: number }>(list: T[], item: WithoutIndex<T>): T {
  const added = { ...item, index: list.length } as T;
  list.push(added);
  return added;
}

/** Logical ports of a module: its channels, or one when they are not said. */
function channelsOf(part: Part): number {
  const channels = (part as Part<'module'>).values.channels?.value;
  if (part.kind !== 'module' || channels === undefined) return 1;
  let sum = 0;
  for (const each of channels) sum += each.count;
  return Math.max(1, sum);
}

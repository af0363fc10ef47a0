// Builds a fabric. The elaborator drives it from text; tests of the core drive it by hand.

import { itemAt, numberAt, unsignedAt } from './at.ts';
import { axesSize } from './axis.ts';
import { append, signed, unsigned, type WithoutIndex } from './column.ts';
import type { Block, Fabric, Group, LinkGroup, Network, Placement, Plug } from './fabric.ts';
import { elementName } from './names.ts';
import type { Part } from './part.ts';
import { cagesOf } from './part-queries.ts';
import { PlantBuilder } from './plant-builder.ts';
import { type Purchase, usualPurchase } from './purchase.ts';
import { countUp, isRange } from './selection.ts';
import type { Allowance, NamedFigure, Phase, Requirement, Setting, View } from './statement.ts';

type NewBlock = Omit<Block, 'index' | 'first' | 'count'>;

/** What a `place` statement puts into racks. */
export interface Placeable {
  readonly of: Placement['of'];
  readonly ids: Uint32Array;
}

/** Families whose elements may have a part of their own. */
export type Changeable = 'device' | 'rack' | 'cdu';

/** Fewer ids than this that follow each other are a list of their own. */
const fewIds = 1024;

/**
 * Collects a fabric in the order of its dependencies: parts and scopes, then what is installed, then modules,
 * then links. Calling it out of that order is a bug of the caller and throws.
 */
export class FabricBuilder {
  /** Racks on loops and feeds, loops, branches, feeds, the hall. */
  readonly plant = new PlantBuilder();
  private readonly parts: Part[] = [];
  private readonly networks: Network[] = [];
  private readonly groups: Group[] = [];
  private readonly blocks: Block[] = [];
  private readonly plugs: Plug[] = [];
  private readonly linkGroups: LinkGroup[] = [];
  private readonly placements: Placement[] = [];
  private settings: readonly Setting[] = [];
  private purchase: Purchase = usualPurchase;
  private readonly figures: NamedFigure[] = [];
  private readonly requirements: Requirement[] = [];
  private readonly allowances: Allowance[] = [];
  private readonly views: View[] = [];
  private readonly phases: Phase[] = [];
  private readonly gaps = { plugs: false, links: false, placements: false, values: false };

  private readonly deviceBlock = unsigned();
  private readonly devicePart = signed();
  private readonly deviceRack = signed();
  private readonly devicePlacement = signed();
  private readonly firstCage = unsigned();
  private readonly cageDevice = unsigned();
  private readonly cageModule = signed();
  private readonly cagePlug = signed();
  /** 0, 1, 2 and so on. */
  private counted: Uint32Array = new Uint32Array(0);
  private readonly linkFrom = unsigned();
  private readonly linkTo = unsigned();
  private readonly rackBlock = unsigned();
  private readonly rackPart = signed();
  private readonly cduBlock = unsigned();
  private readonly cduPart = signed();
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
    this.partsOf(block.kind).fill(block.part?.index ?? -1, count);
    const added = append(this.blocks, { ...block, first: table.size, count }) as Block;
    if (table === this.deviceBlock) this.addCages(added);
    table.fill(added.index, count);
    if (table === this.rackBlock) this.plant.addRacks(count);
    if (table === this.cduBlock) this.plant.addCdus(count);
    return added;
  }

  private partsOf(of: Block['kind'] | 'device') {
    return of === 'rack' ? this.rackPart : of === 'cdu' ? this.cduPart : this.devicePart;
  }

  /** The name of something installed. */
  nameOf(of: Changeable, id: number): string {
    const table = of === 'rack' ? this.rackBlock : of === 'cdu' ? this.cduBlock : this.deviceBlock;
    return elementName(itemAt(this.blocks, table.at(id)), id);
  }

  /** The part of something installed. */
  partOf(of: Changeable, id: number): Part | undefined {
    const part = this.partsOf(of).at(id);
    return part < 0 ? undefined : this.parts[part];
  }

  /** Gives something installed a part of its own, with the same ports. */
  setPart(of: Changeable, id: number, part: Part): void {
    this.partsOf(of).set(id, part.index);
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

  /** Networks and instances of templates. */
  get groupCount(): number {
    return this.groups.length;
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

  get cduCount(): number {
    return this.cduBlock.size;
  }

  get linkCount(): number {
    return this.linkFrom.size;
  }

  /** First cage of a device; that of the device after the last is the number of cages. */
  firstCageOf(device: number): number {
    return device < this.firstCage.size ? this.firstCage.at(device) : this.cageDevice.size;
  }

  blockOf(device: number): Block {
    return itemAt(this.blocks, this.deviceBlock.at(device));
  }

  deviceOfCage(cage: number): number {
    return this.cageDevice.at(cage);
  }

  moduleIn(cage: number): Part | undefined {
    const module = this.cageModule.at(cage);
    return module < 0 ? undefined : this.parts[module];
  }

  /** The cages among some that hold another module than one that is to be plugged, and the statement that plugged the first of these. */
  filledBefore(cages: Uint32Array, module: Part<'module'>): { readonly count: number; readonly by: Plug | undefined } {
    let count = 0;
    // Most designs plug one module, or each into cages of its own.
    if (this.plugs.every((plug) => (plug.module?.index ?? module.index) === module.index))
      return { count, by: undefined };
    let first = -1;
    for (let i = 0; i < cages.length; i++) {
      const cage = unsignedAt(cages, i);
      const there = this.cageModule.at(cage);
      if (there < 0 || there === module.index) continue;
      if (count++ === 0) first = cage;
    }
    return { count, by: count === 0 ? undefined : this.plugs[this.cagePlug.at(first)] };
  }

  /** The devices or CDUs among some that are in a rack, and the statement that put the first of these devices there. */
  placedBefore({ of, ids }: Placeable): { readonly count: number; readonly by: Placement | undefined } {
    const placed = ids.filter((id) => (of === 'cdu' ? this.plant.rackOfCdu(id) : this.deviceRack.at(id)) >= 0);
    const first = placed.length === 0 || of === 'cdu' ? -1 : this.devicePlacement.at(unsignedAt(placed, 0));
    return { count: placed.length, by: this.placements[first] };
  }

  /** Puts a module into cages. A later plug replaces an earlier one. */
  plug(plug: WithoutIndex<Plug>, cages: Uint32Array): void {
    if (this.ports !== undefined) throw new Error('modules come before ports');
    const added = append(this.plugs, plug);
    const follow = isRange(cages);
    this.cageModule.setAt(cages, plug.module?.index ?? -1, follow);
    this.cagePlug.setAt(cages, added.index, follow);
  }

  /** Counts the logical ports, once every module is in. */
  layPorts(): { readonly firstPort: Uint32Array; readonly cage: Uint32Array } {
    if (this.ports !== undefined) return this.ports;
    const count = this.cageDevice.size;
    const channels = this.parts.map((part) => channelsOf(part));
    const portsIn = (cage: number): number => {
      const module = this.cageModule.at(cage);
      return module < 0 ? 1 : numberAt(channels, module);
    };
    let single = 0;
    while (single < count && portsIn(single) === 1) single++;
    if (single === count) this.ports = { firstPort: this.range(0, count + 1), cage: this.range(0, count) };
    else {
      const firstPort = new Uint32Array(count + 1);
      let size = 0;
      for (let cage = 0; cage < count; cage++) firstPort[cage + 1] = size += portsIn(cage);
      this.ports = { firstPort, cage: cagesOfPorts(firstPort, size) };
    }
    return this.ports;
  }

  /** Ids that follow each other. Many of them are a stretch of one list, which all share and nobody writes to. */
  range(first: number, count: number): Uint32Array {
    const end = first + count;
    if (end > this.counted.length && count < fewIds) return Uint32Array.from({ length: count }, (_, i) => first + i);
    if (end > this.counted.length) this.counted = countUp(Math.max(end, this.cageCount + 1));
    return this.counted.subarray(first, end);
  }

  /** Adds the single link of a statement. The group becomes a row as it is: it isn't copied. */
  addLink(group: Omit<LinkGroup, 'index' | 'first' | 'count'>, from: number, to: number): void {
    const row = { index: this.linkGroups.length, first: this.linkFrom.size, count: 1 };
    this.linkGroups.push(Object.assign(group, row));
    this.linkFrom.push(from);
    this.linkTo.push(to);
  }

  /** Adds the links of one statement in one scope: port `from[i]` to port `to[i]`. */
  addLinks(group: Omit<LinkGroup, 'index' | 'first' | 'count'>, from: Uint32Array, to: Uint32Array): LinkGroup {
    const { size } = this.linkFrom;
    const added = { ...group, index: this.linkGroups.length, first: size, count: from.length } as LinkGroup;
    this.linkGroups.push(added);
    this.linkFrom.append(from);
    this.linkTo.append(to);
    if (group.fault?.kind === 'unresolved') this.gaps.links = true;
    return added;
  }

  /** Puts devices or CDUs into racks, `each` to a rack in order; the rest stay unplaced. */
  place(origin: Placement['origin'], { of, ids }: Placeable, racks: Uint32Array, each: number): Placement {
    const placed = Math.min(ids.length, racks.length * each);
    const left = ids.slice(placed);
    const added = append(this.placements, { origin, of, devices: ids.length, left, racks: racks.length, each });
    for (let i = 0; i < placed; i++) {
      const id = unsignedAt(ids, i);
      const rack = unsignedAt(racks, Math.floor(i / each));
      if (of === 'cdu') this.plant.mountCdu(id, rack);
      else {
        this.deviceRack.set(id, rack);
        this.devicePlacement.set(id, added.index);
      }
    }
    return added;
  }

  addFigure(figure: WithoutIndex<NamedFigure>): void {
    append(this.figures, figure);
  }

  addRequirement(requirement: WithoutIndex<Requirement>): void {
    append(this.requirements, requirement);
  }

  get requirementCount(): number {
    return this.requirements.length;
  }

  addAllowance(allowance: WithoutIndex<Allowance>): void {
    append(this.allowances, allowance);
  }

  addView(view: WithoutIndex<View>): void {
    append(this.views, view);
  }

  addPhase(phase: WithoutIndex<Phase>): Phase {
    return append(this.phases, phase);
  }

  noteSettings(settings: readonly Setting[]): void {
    this.settings = settings;
  }

  /** Notes how parts are bought. */
  notePurchase(purchase: Purchase): void {
    this.purchase = purchase;
  }

  /** Notes that text of this kind could not be understood. */
  noteGap(kind: keyof Fabric['gaps']): void {
    this.gaps[kind] = true;
  }

  /** Whether text of this kind could not be understood so far. */
  hasGap(kind: keyof Fabric['gaps']): boolean {
    return this.gaps[kind];
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
        part: this.devicePart.take(),
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
        part: this.rackPart.take(),
        ...this.plant.rackColumns(),
      },
      placements: this.placements,
      cdus: {
        count: this.cduBlock.size,
        block: this.cduBlock.take(),
        part: this.cduPart.take(),
        ...this.plant.cduColumns(),
      },
      ...this.plant.tables(),
      figures: this.figures,
      requirements: this.requirements,
      allowances: this.allowances,
      views: this.views,
      phases: this.phases,
      gaps: this.gaps,
      purchase: this.purchase,
      settings: this.settings,
    };
  }
}

/** Logical ports of a module: its channels, or one if it has none. */
/** The cage of each port. Where each cage offers one, both have the same number. */
function cagesOfPorts(firstPort: Uint32Array, size: number): Uint32Array {
  const cages = new Uint32Array(size);
  let port = 0;
  for (let cage = 0; port < size; cage++) {
    const end = unsignedAt(firstPort, cage + 1);
    while (port < end) cages[port++] = cage;
  }
  return cages;
}

function channelsOf(part: Part): number {
  const channels = (part as Part<'module'>).values.channels?.value;
  if (part.kind !== 'module' || channels === undefined) return 1;
  let sum = 0;
  for (const each of channels) sum += each.count;
  return Math.max(1, sum);
}

// Networks in tiers: spines on top, hosts at the bottom.
import {
  type Block,
  type Derivation,
  deviceOfPort,
  type Facts,
  heightOf,
  isPart,
  noTier,
  panelBandwidth,
  printCount,
  printNumber,
  printValue,
} from '@lightloom/core';
import type { Graph, Group, Node } from '../graph/index.ts';
import { trunksOf } from './bundles.ts';
import { type Painted, paintDevices } from './device-status.ts';
import { figuresOf, type Wanted } from './key-figures.ts';
import { legendOf } from './legend.ts';
import { fileName, joined, placed, some, times, valueOr } from './phrases.ts';
import type { Sketch } from './sketch.ts';
import { type Frame, type Stack, stacksOf } from './stacks.ts';

/** More devices than this stay in their stack though they are linked among themselves. */
const mostApart = 24;

/** The drawing of one network, several, or some devices of them. */
export function networkGraph(facts: Facts, sketch: Sketch): Graph {
  const { fabric } = facts;
  const networks = fabric.networks.filter((each) => sketch.networks?.has(each.index) ?? true);
  const drawn = drawnDevices(facts, sketch);
  const tiers = tiersOf(
    facts,
    networks.map((each) => each.index),
  );
  const tiered = tiers.some((tier, device) => drawn[device] === 1 && tier !== noTier && tier > 0);
  const apart = tiered ? new Set<Block>() : linkedInside(facts, sketch.networks);
  const found = stacksOf(facts, drawn, tiers, sketch.collapse, apart);
  const { trunks, links } = trunksOf(facts, found, sketch.networks, sketch.color);
  const painted = paintDevices(facts, sketch, found.stacks);
  const nodes = found.stacks.map((stack) => nodeOf(facts, stack, painted));
  const count = (kind: string): number =>
    found.stacks.reduce((sum, each) => sum + (each.blocks[0]?.kind === kind ? each.devices.length : 0), 0);
  const only = networks.length === 1 ? networks[0] : undefined;
  return {
    id: sketch.id,
    arrangement: tiered ? 'tiers' : 'free',
    title: sketch.title,
    subtitle: joined([
      `${sketch.devices === undefined ? '' : 'part of '}${only === undefined ? printCount(networks.length, 'network') : `${only.name}, ${only.kind}`}`,
      some(count('switch'), 'switch', 'switches'),
      some(count('host'), 'host'),
      some(links, 'link'),
    ]),
    figures: figures(
      facts,
      tiered,
      found.stacks,
      networks.map((each) => each.index),
    ),
    nodes,
    groups: found.frames.map(groupOf),
    trunks,
    legend: legendOf(painted.colors, nodes, trunks),
    notes: notes(facts, sketch, nodes, tiered),
    file: fileName(fabric.uri),
  };
}

function figures(facts: Facts, tiered: boolean, stacks: readonly Stack[], networks: readonly number[]) {
  const [network] = networks;
  if (network === undefined || facts.fabric.linkGroups.length === 0) return [];
  const wanted: Wanted[] = [];
  if (networks.length === 1) {
    const full = facts.bandwidth.fullBisection(network);
    // Without hosts there is no up and down to compare.
    if (tiered)
      wanted.push(
        {
          label: 'Oversubscription',
          value: facts.bandwidth.oversubscription(network),
          fact: 'oversubscription',
          note: 'down ÷ up, worst switch',
        },
        {
          label: 'Bisection',
          value: facts.bandwidth.bisection(network),
          fact: 'bisection',
          ...(Number.isNaN(full.value) ? {} : { note: `of ${printValue(full)} in full` }),
        },
      );
    wanted.push({
      label: 'Worst margin',
      value: facts.optics.margin(network),
      fact: 'margin',
      note: 'of the optical links',
    });
  }
  wanted.push({ label: 'Power', value: powerOf(facts, stacks), note: 'of these devices, at most' });
  return figuresOf(facts, wanted, 'network', new Set(networks));
}

/** Power of devices with their modules, class by class. */
function powerOf(facts: Facts, stacks: readonly Stack[]): Derivation {
  const counts = new Uint32Array(facts.devices.classes.length);
  for (const { devices } of stacks)
    for (const id of devices) {
      const index = facts.devices.of[id] as number;
      counts[index] = (counts[index] as number) + 1;
    }
  const value = facts.power.device.reduce(
    (sum, each, i) => (counts[i] === 0 ? sum : sum + each.value * (counts[i] as number)),
    0,
  );
  return { ...facts.power.total, value };
}

/** Devices of the networks: declared in one, or linked by one. */
function drawnDevices({ fabric }: Facts, { networks, devices }: Sketch): Uint8Array {
  if (networks === undefined) return devices ?? new Uint8Array(fabric.devices.count).fill(1);
  const drawn = new Uint8Array(fabric.devices.count);
  for (const { kind, group, first, count } of fabric.blocks) {
    if ((kind === 'switch' || kind === 'host') && group?.network !== undefined && networks.has(group.network.index))
      drawn.fill(1, first, first + count);
  }
  for (const { network, first, count } of fabric.linkGroups) {
    if (network === undefined || !networks.has(network.index)) continue;
    for (let link = first; link < first + count; link++) {
      drawn[deviceOfPort(fabric, fabric.links.from[link] as number)] = 1;
      drawn[deviceOfPort(fabric, fabric.links.to[link] as number)] = 1;
    }
  }
  return drawn;
}

/** Hops from the hosts over all networks drawn; none when no host is linked. */
function tiersOf(facts: Facts, networks: readonly number[]): Uint8Array {
  const tiers = new Uint8Array(facts.fabric.devices.count).fill(noTier);
  for (const network of networks) {
    const own = facts.topology.tiers(network);
    for (let device = 0; device < tiers.length; device++)
      tiers[device] = Math.min(tiers[device] as number, own[device] as number);
  }
  return tiers;
}

/** Small blocks with links from one of their devices to another: a ring, a full mesh. */
function linkedInside({ fabric }: Facts, networks: ReadonlySet<number> | undefined): Set<Block> {
  const found = new Set<Block>();
  for (const { network, first, count } of fabric.linkGroups) {
    if (networks !== undefined && !(network !== undefined && networks.has(network.index))) continue;
    for (let link = first; link < first + count; link++) {
      const from = fabric.devices.block[deviceOfPort(fabric, fabric.links.from[link] as number)] as number;
      if (from !== fabric.devices.block[deviceOfPort(fabric, fabric.links.to[link] as number)]) continue;
      const block = fabric.blocks[from] as Block;
      if (block.count <= mostApart) found.add(block);
    }
  }
  return found;
}

function nodeOf(facts: Facts, stack: Stack, painted: Painted): Node {
  const [block] = stack.blocks as [Block];
  const status = painted.status(stack);
  const types = [...new Set(stack.blocks.map((each) => each.part?.name ?? 'unknown type'))];
  const type = types.length > 2 ? `${types[0]} and ${types.length - 1} more types` : types.join(', ');
  const kind = block.kind === 'host' ? 'host' : 'switch';
  return {
    id: stack.id,
    kind,
    label: stack.label,
    lines: [times(stack.devices.length, type), figuresOfDevice(facts, stack)].filter((each) => each !== ''),
    count: stack.devices.length,
    tier: stack.tier,
    ...(stack.frame === undefined ? {} : { group: stack.frame.id }),
    ...(status === undefined ? {} : { status, meter: painted.meter }),
    ...placed(block.origin),
    detail: [
      `${stack.id}: ${printCount(stack.devices.length, kind, kind === 'host' ? 'hosts' : 'switches')}, ${type}`,
      ...modulesOf(facts, stack),
      ...(status === undefined || status.text === '' ? [] : [status.text]),
      ...(block.doc === undefined ? [] : [block.doc]),
    ].join('\n'),
  };
}

/** `102.4 Tbps · 1 OU · 2.524 kW each` */
function figuresOfDevice(facts: Facts, { devices, blocks }: Stack): string {
  const part = blocks[0]?.part;
  if (part === undefined) return '';
  const power = facts.power.device[facts.devices.of[devices[0] as number] as number];
  const parts: string[] = [];
  if (isPart(part, 'switch')) {
    if (part.ports.length > 0) parts.push(valueOr(panelBandwidth(part), 'bandwidth'));
    parts.push(valueOr(heightOf(part), 'height'));
  } else if (isPart(part, 'host') && part.values.accelerators !== undefined)
    parts.push(printCount(part.values.accelerators.value, 'accelerator'));
  if (power !== undefined) parts.push(valueOr(power, 'power'));
  const text = joined(parts);
  return devices.length > 1 && text !== '' ? `${text} each` : text;
}

function modulesOf(facts: Facts, { devices }: Stack): string[] {
  const found = facts.devices.classes[facts.devices.of[devices[0] as number] as number];
  if (found === undefined) return [];
  const inside = found.modules.map(({ module, count }) => times(count, module.name));
  if (found.empty > 0) inside.push(printCount(found.empty, 'empty cage'));
  return inside.length === 0 ? [] : [`each with ${inside.join(', ')}`];
}

function groupOf({ id, label, members, parent, folded }: Frame): Group {
  const [first] = members;
  const what = times(members.length, first?.template ?? '');
  return {
    id,
    kind: 'template',
    label: folded ? `… and ${printNumber(members.length, 0)} equal` : label,
    lines: [folded ? label : what],
    count: members.length,
    ...(parent === undefined ? {} : { group: parent.id }),
    ...placed(first?.origin),
    detail: `${id}: ${what}${folded ? ', equal to those beside it' : ''}`,
  };
}

function notes(facts: Facts, { view }: Sketch, nodes: readonly Node[], tiered: boolean): string[] {
  const { fabric } = facts;
  const found: string[] = [];
  if (nodes.length === 0)
    found.push(
      fabric.devices.count === 0
        ? 'Nothing is installed yet: declare switches and hosts in a network, as “switch leaf[1..8] : TYPE”.'
        : view?.values.of === undefined
          ? 'This network has no switches and hosts yet.'
          : 'What this view is of holds no switches and hosts.',
    );
  else if (fabric.links.count === 0)
    found.push('Nothing is linked yet: “link A to B as mesh” in a network draws the bands.');
  else {
    const loose = nodes.reduce((sum, each) => sum + (each.tier === null ? each.count : 0), 0);
    if (tiered && loose > 0)
      found.push(
        `${printCount(loose, 'device is', 'devices are')} linked to no host; ${loose === 1 ? 'it stands' : 'they stand'} in the first row.`,
      );
  }
  for (const { from, to, fault } of fabric.linkGroups) {
    if (fault === undefined || fault.kind === 'unresolved' || found.length > 3) continue;
    found.push(`The links from ${from.text} to ${to.text} could not be laid and are missing here.`);
  }
  if (fabric.gaps.links || fabric.gaps.plugs || fabric.gaps.values)
    found.push('Some of the text could not be understood; what it says is missing here.');
  return [...new Set(found)];
}

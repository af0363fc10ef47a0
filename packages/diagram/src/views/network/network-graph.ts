// Networks in tiers: spines on top, hosts at the bottom.
import {
  type Block,
  type Derivation,
  deviceOfPort,
  type Facts,
  isDeviceBlock,
  linksText,
  noTier,
  printCount,
  printNumber,
  printValue,
} from '@lightloom/core';
import type { Graph, Group, Node } from '../../graph/index.ts';
import { figuresOf, type Wanted } from '../captions/key-figures.ts';
import { legendOf } from '../captions/legend.ts';
import type { Sketch } from '../sketch/sketch.ts';
import { fileName, joined, placed, some, times } from '../text/phrases.ts';
import { trunksOf } from './bundles.ts';
import { type Painted, paintDevices } from './device-status.ts';
import { figuresOfDevices, modulesOf, typesText } from './device-text.ts';
import { type LinksAmong, linksAmong } from './links-among.ts';
import { ranksOf } from './ranks.ts';
import { type Frame, type Stack, type Stacks, stacksOf } from './stacks.ts';

/** Devices that a view asks to see one by one, of one array. */
const mostExpanded = 64;

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
  const among = linksAmong(fabric, sketch.networks);
  // Where there are hosts, links among the switches of a tier are an arch over their box.
  const framed = new Set(tiered ? [] : among.shapes.keys());
  const expanded = fabric.blocks.filter(
    (block) => isDeviceBlock(block) && block.count <= mostExpanded && sketch.expand.devices?.[block.first] === 1,
  );
  const found = stacksOf(facts, drawn, tiers, {
    collapse: sketch.collapse,
    expand: sketch.expand.groups,
    interlinked: among.groups,
    framed,
    apart: new Set([...framed, ...expanded]),
  });
  const { trunks, links } = trunksOf(facts, found, sketch.networks, sketch.color);
  const painted = paintDevices(facts, sketch, found.stacks);
  const ranks = ranksOf(
    found.stacks
      .filter((each) => each.frame?.block === undefined)
      .map(({ id, tier, devices, frame, label }) => ({
        ...{ id, tier, count: devices.length },
        kin: frame === undefined ? id : `${frame.members[0]?.array} ${label}`,
      })),
    trunks,
  );
  const linked = new Set(trunks.flatMap(({ from, to }) => [from, to]));
  const free = !tiered && (framed.size > 0 || ranks.round);
  const loose =
    free || trunks.length === 0 ? [] : found.stacks.filter(({ id, frame }) => frame === undefined && !linked.has(id));
  const nodes = found.stacks.map((stack): Node => {
    const node = nodeOf(facts, stack, painted);
    if (stack.frame?.block !== undefined) return { ...node, compact: true, lines: [] };
    // Without rows there are no frames: the label says what they would.
    if (free) return { ...node, label: joinedLabels(stack.frame, node.label), tier: null };
    if (loose.includes(stack)) return { ...node, tier: null, group: looseGroup.id };
    if (linked.has(stack.id)) return { ...node, tier: ranks.tiers.get(stack.id) ?? null };
    // Before the first link is written, switches stand above hosts.
    return { ...node, tier: node.kind === 'host' ? 0 : trunks.length === 0 ? 1 : null };
  });
  const count = (kind: string): number =>
    found.stacks.reduce((sum, each) => sum + (each.blocks[0]?.kind === kind ? each.devices.length : 0), 0);
  const only = networks.length === 1 ? networks[0] : undefined;
  return {
    id: sketch.id,
    arrangement: free ? 'free' : 'tiers',
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
    groups: [
      ...found.frames
        .filter((each) => !free || each.block !== undefined)
        .map((frame) => (frame.block === undefined ? groupOf(frame) : arrayOf(facts, frame, found, among))),
      ...(loose.length > 0 ? [looseGroup] : []),
    ],
    trunks,
    legend: legendOf(painted.colors, nodes, trunks),
    notes: notes(facts, sketch, nodes),
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
  wanted.push({
    label: 'Power',
    value: powerOf(facts, stacks),
    note: `of these devices, ${facts.basis === 'typical' ? 'typically' : 'at most'}`,
  });
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

function nodeOf(facts: Facts, stack: Stack, painted: Painted): Node {
  const [block] = stack.blocks as [Block];
  const status = painted.status(stack);
  const type = typesText(facts.fabric, stack.devices);
  const kind = block.kind === 'host' ? 'host' : 'switch';
  return {
    id: stack.id,
    kind,
    label: stack.label,
    lines: [times(stack.devices.length, type), figuresOfDevices(facts, stack.devices)].filter((each) => each !== ''),
    count: stack.devices.length,
    tier: stack.tier,
    ...(stack.frame === undefined ? {} : { group: stack.frame.id }),
    ...(status === undefined ? {} : { status, meter: painted.meter }),
    ...placed(block.origin),
    detail: [
      `${stack.id}: ${printCount(stack.devices.length, kind, kind === 'host' ? 'hosts' : 'switches')}, ${type}`,
      ...modulesOf(facts, stack.devices),
      ...(status === undefined || status.text === '' ? [] : [status.text]),
      ...(block.doc === undefined ? [] : [block.doc]),
    ].join('\n'),
  };
}

function groupOf({ id, label, members, parent, folded }: Frame): Group {
  const [first] = members;
  const what = times(members.length, first?.template ?? '');
  return {
    id,
    kind: 'template',
    label:
      folded === undefined ? label : `… and ${printNumber(members.length, 0)} ${folded === 'equal' ? 'equal' : 'more'}`,
    lines: [folded === undefined ? what : label],
    count: members.length,
    ...(parent === undefined ? {} : { group: parent.id }),
    ...placed(first?.origin),
    detail: `${id}: ${what}${folded === 'equal' ? ', equal to those beside it' : ''}`,
  };
}

/** `pod[1].leaf[1..8]` */
function joinedLabels(frame: Frame | undefined, label: string): string {
  return frame === undefined ? label : joinedLabels(frame.parent, `${frame.label}.${label}`);
}

/** Devices that nothing in the drawing is linked to. */
const looseGroup: Group = {
  id: 'not linked',
  kind: 'loose',
  label: 'Not linked',
  lines: ['to anything in this drawing'],
  count: 1,
  detail: 'Devices without a link in this drawing',
};

/** The frame of an array whose devices are drawn one by one, with what they have in common. */
function arrayOf(facts: Facts, { id, label, block, parent }: Frame, { stacks }: Stacks, { shapes }: LinksAmong): Group {
  const own = stacks.filter((each) => each.frame?.id === id);
  const devices = own.flatMap((each) => each.devices);
  const shape = block === undefined ? undefined : shapes.get(block);
  const what = times(devices.length, typesText(facts.fabric, devices));
  return {
    id,
    kind: 'array',
    label: joinedLabels(parent, label),
    lines: [joined([what, figuresOfDevices(facts, devices)])],
    count: devices.length,
    ...(shape === undefined ? {} : { shape }),
    ...placed(block?.origin),
    detail: `${id}: ${what}`,
  };
}

function notes(facts: Facts, { view }: Sketch, nodes: readonly Node[]): string[] {
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
  for (const group of fabric.linkGroups) {
    if (group.fault === undefined || group.fault.kind === 'unresolved' || found.length > 3) continue;
    found.push(`The ${linksText(group)} could not be laid and are missing here.`);
  }
  if (fabric.gaps.links || fabric.gaps.plugs || fabric.gaps.values)
    found.push('Some of the text could not be understood; what it says is missing here.');
  return [...new Set(found)];
}

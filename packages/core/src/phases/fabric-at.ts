// The design as it is there in a phase of its growth: what later phases add left out, and with it the links that lead there.
import {
  axesSize,
  type Block,
  type Fabric,
  type Group,
  isDeviceBlock,
  itemAt,
  type Network,
  type Requirement,
  type Subjects,
  unsignedAt,
} from '../model/index.ts';
import { cagesAt, feedsAt, linksAt, placementsAt, racksAt } from './hardware-at.ts';
import { idsOf, idsThatStand, type NewIds, type Renumbered, renumbered, selectionOf, signedRows } from './numbering.ts';
import { splitAxes } from './split-block.ts';
import { ofEachFamily, type Standing, standingAt, standingLinks } from './standing.ts';
import { allowanceAt, figureAt, numbered, requirementAt, valuesAt } from './statements-at.ts';

/** A design at a phase. */
export interface AtPhase {
  readonly fabric: Fabric;
  /** A requirement of the whole design, about what stands then; undefined where something it is about doesn't. */
  readonly requirement: (whole: Requirement) => Requirement | undefined;
  /** Things that stand then, by their ids in the whole design. */
  readonly inWhole: (subjects: Subjects) => Subjects;
}

/**
 * The design as it is there in a phase. Names stay, and so does which port is joined to which; numbers of things don't.
 * At the last phase it is the design itself.
 * @param phase index of the phase
 */
export function fabricAt(whole: Fabric, phase: number): AtPhase {
  if (phase >= whole.phases.length - 1) return { fabric: whole, requirement: (each) => each, inWhole: (each) => each };
  const stands = standingAt(whole, phase);
  const laid = standingLinks(whole, stands);
  const ids = ofEachFamily((of) => renumbered(stands[of]));
  const { networks, groups } = scopesAt(whole, ids);
  const groupAt = (group: Group | undefined): Group | undefined =>
    group === undefined ? undefined : groups[ids.group.to[group.index] ?? -1];
  const blocks = blocksAt(whole, stands, groupAt);
  const { firstCage, cages, ports, cageTo, portTo, cageFrom } = cagesAt(whole, ids.device, laid);
  const to: NewIds = {
    ...ofEachFamily((of) => ids[of].to),
    cage: cageTo,
    port: portTo,
  };
  const { links, linkGroups, linkFrom, groupFrom } = linksAt(whole, laid, portTo, ({ group, network }) => {
    const at = groupAt(group);
    const isGone = group !== undefined && at === undefined;
    if (isGone || (network !== undefined && stands.network[network.index] === 0)) return undefined;
    return { group: at, network: network === undefined ? undefined : networks[ids.network.to[network.index] ?? -1] };
  });
  const { racks, cdus } = racksAt(whole, ids);
  const own = itemAt(whole.phases, phase);
  const requirement = <R extends Omit<Requirement, 'index'>>(each: R): R | undefined => requirementAt(each, to);
  const fabric: Fabric = {
    ...whole,
    networks,
    groups,
    blocks: blocks.blocks,
    devices: {
      count: ids.device.from.length,
      block: blocks.of('device', ids.device.from.length),
      part: signedRows(whole.devices.part, ids.device.from),
      rack: idsOf(signedRows(whole.devices.rack, ids.device.from), ids.rack.to),
      placement: signedRows(whole.devices.placement, ids.device.from),
      firstCage,
    },
    cages,
    ports,
    links,
    linkGroups,
    racks: { ...racks, block: blocks.of('rack', racks.count) },
    placements: placementsAt(whole, ids),
    cdus: { ...cdus, block: blocks.of('cdu', cdus.count) },
    ...plantAt(whole, ids, to),
    ...feedsAt(whole, ids.feed, to),
    figures: numbered(whole.figures.map((each) => figureAt(each, to))),
    requirements: numbered(
      [...whole.requirements.filter((each) => each.phase === undefined), ...own.requirements].map(requirement),
    ),
    allowances: numbered(whole.allowances.map((each) => allowanceAt(each, to))),
    views: whole.views.map((each) => ({ ...each, values: valuesAt(each.values, to) })),
    phases: whole.phases.slice(0, phase + 1).map((each) => ({
      ...each,
      adds: each.adds.map((added) => selectionOf(added, to)),
      requirements: each === own ? [] : each.requirements.flatMap((one) => requirement(one) ?? []),
    })),
    settings: [...whole.settings, { name: 'phase', text: own.name, isPhase: true }],
  };
  const from: Partial<Record<Subjects['of'], Uint32Array>> = {
    ...ofEachFamily((of) => ids[of].from),
    cage: cageFrom,
    link: linkFrom,
    'link statement': groupFrom,
  };
  return {
    fabric,
    requirement,
    inWhole({ of, ids: some }) {
      if (of === 'port') return { of, ids: some.map((port) => oldPort(whole, fabric, cageFrom, port)) };
      const old = from[of];
      return { of, ids: old === undefined ? some : some.map((id) => unsignedAt(old, id)) };
    },
  };
}

/** The port of the whole design that a port is, or is in the place of where its cage is still empty. */
function oldPort(whole: Fabric, fabric: Fabric, cageFrom: Uint32Array, port: number): number {
  const cage = unsignedAt(fabric.ports.cage, port);
  const first = unsignedAt(whole.cages.firstPort, unsignedAt(cageFrom, cage));
  return first + port - unsignedAt(fabric.cages.firstPort, cage);
}

/** Networks and template instances that stand. */
function scopesAt(
  whole: Fabric,
  ids: Readonly<Record<'network' | 'group', Renumbered>>,
): { readonly networks: readonly Network[]; readonly groups: readonly Group[] } {
  const networks = Array.from(ids.network.from, (id, index) => ({ ...itemAt(whole.networks, id), index }));
  const groups: Group[] = [];
  for (const [index, id] of ids.group.from.entries()) {
    const { parent, network, ...group } = itemAt(whole.groups, id);
    groups.push({
      ...group,
      index,
      parent: parent === undefined ? undefined : groups[ids.group.to[parent.index] ?? -1],
      network: network === undefined ? undefined : networks[ids.network.to[network.index] ?? -1],
    });
  }
  return { networks, groups };
}

/** Arrays of what stands, and the column that says of each thing which it is in. */
interface BlocksAt {
  readonly blocks: readonly Block[];
  readonly of: (table: 'device' | 'rack' | 'cdu', count: number) => Uint32Array;
}

function blocksAt(whole: Fabric, stands: Standing, groupAt: (group: Group | undefined) => Group | undefined): BlocksAt {
  const blocks: Block[] = [];
  const firsts = { device: 0, rack: 0, cdu: 0 };
  const tableOf = (block: Block): 'device' | 'rack' | 'cdu' =>
    isDeviceBlock(block) ? 'device' : (block.kind as 'rack' | 'cdu');
  for (const block of whole.blocks) {
    const table = tableOf(block);
    const isStanding = (position: number): boolean => stands[table][block.first + position] === 1;
    for (const axes of splitAxes(block.axes, isStanding)) {
      const count = axesSize(axes);
      blocks.push({ ...block, index: blocks.length, group: groupAt(block.group), axes, first: firsts[table], count });
      firsts[table] += count;
    }
  }
  return {
    blocks,
    of(table, count) {
      const column = new Uint32Array(count);
      for (const block of blocks)
        if (tableOf(block) === table) column.fill(block.index, block.first, block.first + block.count);
      return column;
    },
  };
}

/** Loops and branches that stand. */
function plantAt(
  whole: Fabric,
  ids: Readonly<Record<'loop' | 'branch' | 'rack', Renumbered>>,
  to: NewIds,
): Pick<Fabric, 'loops' | 'branches'> {
  return {
    loops: Array.from(ids.loop.from, (id, index) => {
      const loop = itemAt(whole.loops, id);
      return { ...loop, index, values: valuesAt(loop.values, to) };
    }),
    branches: Array.from(ids.branch.from, (id, index) => {
      const branch = itemAt(whole.branches, id);
      return {
        ...branch,
        index,
        loop: ids.loop.to[branch.loop] ?? -1,
        values: valuesAt(branch.values, to),
        racks: idsThatStand(branch.racks, ids.rack.to),
        after: branch.after < 0 ? -1 : (ids.branch.to[branch.after] ?? -1),
      };
    }),
  };
}

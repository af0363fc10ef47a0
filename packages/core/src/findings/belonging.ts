// What belongs to the things that a statement names: a port to its switch, a link to the switch at either end.
import {
  cageOfPort,
  cagePartOf,
  derivesFrom,
  deviceOfCage,
  type Fabric,
  firstPortOf,
  type Group,
  groupOfLink,
  type Hall,
  itemAt,
  type LinkGroup,
  type Loop,
  moduleIn,
  type Part,
  type Selection,
  type SubjectFamily,
  unsignedAt,
} from '../model/index.ts';
import { type Origin, originWithin } from '../source/index.ts';
import { componentsOf, pathParts } from './components.ts';

/** Whether a thing is one of some. */
export type IsOneOf = (of: SubjectFamily, id: number) => boolean;

/** Whether a thing is among those that some selectors name. */
function namedBy(selections: readonly Selection[]): IsOneOf {
  const byFamily = new Map<SubjectFamily, Set<number>>();
  for (const { of, ids } of selections) byFamily.set(of, new Set([...(byFamily.get(of) ?? []), ...ids]));
  return (of, id) => byFamily.get(of)?.has(id) ?? false;
}

/** Whether a thing is declared within a stretch of text. What is wrong with a type is reported where that is written. */
function declaredIn(fabric: Fabric, text: Origin): IsOneOf {
  return (of, id) =>
    of !== 'part' && of !== 'cage' && of !== 'port' && originWithin(declarationOf(fabric, of, id), text);
}

/** Where a thing is declared; of a cage or port, where its device is. */
export function declarationOf(fabric: Fabric, of: SubjectFamily, id: number): Origin {
  switch (of) {
    case 'device':
      return itemAt(fabric.blocks, unsignedAt(fabric.devices.block, id)).origin;
    case 'rack':
      return itemAt(fabric.blocks, unsignedAt(fabric.racks.block, id)).origin;
    case 'cdu':
      return itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, id)).origin;
    case 'link':
      return groupOfLink(fabric, id).origin;
    case 'link statement':
      return itemAt(fabric.linkGroups, id).origin;
    case 'loop':
      return itemAt(fabric.loops, id).origin;
    case 'branch':
      return itemAt(fabric.branches, id).origin;
    case 'feed':
      return itemAt(fabric.feeds, id).origin;
    case 'hall':
      return (fabric.hall as Hall).origin;
    case 'network':
      return itemAt(fabric.networks, id).origin;
    case 'group':
      return itemAt(fabric.groups, id).origin;
    case 'part':
      return itemAt(fabric.parts, id).origin;
    case 'cage':
      return declarationOf(fabric, 'device', unsignedAt(fabric.cages.device, id));
    case 'port':
      return declarationOf(fabric, 'cage', unsignedAt(fabric.ports.cage, id));
  }
}

/**
 * Whether a thing is one that selectors name, or belongs to one: to its device, module, type, array, network; a link to either end.
 */
export function belongingTo(fabric: Fabric, selections: readonly Selection[]): IsOneOf {
  return new Belonging(fabric, namedBy(selections)).has;
}

/** Whether an installed thing is declared within a stretch of text, or belongs to one that is. */
export function declaredWithin(fabric: Fabric, text: Origin): IsOneOf {
  const { has } = new Belonging(fabric, declaredIn(fabric, text));
  return (of, id) => of !== 'part' && has(of, id);
}

class Belonging {
  private readonly fabric: Fabric;
  private readonly isOne: IsOneOf;
  private readonly types = new Map<number, boolean>();
  private readonly components = new Map<number, boolean>();
  private readonly paths = new Map<number, boolean>();

  constructor(fabric: Fabric, isOne: IsOneOf) {
    this.fabric = fabric;
    this.isOne = isOne;
  }

  readonly has: IsOneOf = (of, id) => {
    if (this.isOne(of, id)) return true;
    const { fabric } = this;
    switch (of) {
      case 'device':
        return this.installed(fabric.devices, id);
      case 'rack':
        return this.installed(fabric.racks, id);
      case 'cdu':
        return (
          this.installed(fabric.cdus, id) ||
          fabric.loops.some((loop) => feeds(id, loop) && this.isOne('loop', loop.index))
        );
      case 'cage':
        return this.cage(id) || this.allPortsOf(id);
      case 'port':
        return this.port(id);
      case 'link':
        return this.link(id);
      case 'link statement':
        return this.statement(itemAt(fabric.linkGroups, id));
      case 'branch':
        return this.isOne('loop', itemAt(fabric.branches, id).loop);
      case 'group':
        return this.inside(itemAt(fabric.groups, id));
      case 'part':
        return this.type(itemAt(fabric.parts, id));
      default:
        return false;
    }
  };

  /** An element of an array: by its type, or by what the array is in. */
  private installed(table: { readonly block: Uint32Array; readonly part: Int32Array }, id: number): boolean {
    const part = this.fabric.parts[table.part[id] ?? -1];
    return this.inside(itemAt(this.fabric.blocks, unsignedAt(table.block, id)).group) || this.type(part);
  }

  private cage(cage: number): boolean {
    const { fabric } = this;
    return (
      this.isOne('cage', cage) ||
      this.has('device', deviceOfCage(fabric, cage)) ||
      this.typeOrComponent(moduleIn(fabric, cage)) ||
      this.type(cagePartOf(fabric, cage))
    );
  }

  private allPortsOf(cage: number): boolean {
    const end = firstPortOf(this.fabric, cage + 1);
    for (let port = firstPortOf(this.fabric, cage); port < end; port++) if (!this.isOne('port', port)) return false;
    return true;
  }

  private port(port: number): boolean {
    return this.isOne('port', port) || this.cage(cageOfPort(this.fabric, port));
  }

  private link(link: number): boolean {
    const { links } = this.fabric;
    const ends = [unsignedAt(links.from, link), unsignedAt(links.to, link)];
    return this.path(groupOfLink(this.fabric, link)) || ends.some((port) => this.port(port));
  }

  /** A statement whose links can't be made: all ports of one of its sides have to be named. */
  private statement(group: LinkGroup): boolean {
    const { from, to } = group.unlinked ?? { from: new Uint32Array(0), to: new Uint32Array(0) };
    return this.path(group) || [from, to].some((side) => side.length > 0 && side.every((port) => this.port(port)));
  }

  private path(group: LinkGroup): boolean {
    return kept(
      this.paths,
      group.index,
      () => this.inside(group.group, group.network) || pathParts(group).some((part) => this.type(part)),
    );
  }

  private inside(group: Group | undefined, network = group?.network): boolean {
    for (let each = group; each !== undefined; each = each.parent) if (this.isOne('group', each.index)) return true;
    return network !== undefined && this.isOne('network', network.index);
  }

  /** A type: one of some, or derived from one. */
  private type(part: Part | undefined): boolean {
    if (part === undefined) return false;
    return kept(this.types, part.index, () => {
      for (let each: Part | undefined = part; each !== undefined; each = each.base)
        if (this.isOne('part', each.index)) return true;
      return false;
    });
  }

  private typeOrComponent(part: Part | undefined): boolean {
    if (part === undefined) return false;
    return kept(
      this.components,
      part.index,
      () => this.type(part) || [...componentsOf(part)].some((each) => this.type(each)),
    );
  }
}

function feeds(cdu: number, { values }: Loop): boolean {
  return values.from?.value.selection.ids.includes(cdu) ?? false;
}

function kept<Value>(known: Map<number, Value>, key: number, compute: () => Value): Value {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = compute()));
  return found;
}

/** What is installed of a type, of a type that is derived from it, or with such a component. */
export type MadeOf = (part: Part) => Iterable<readonly [SubjectFamily, number]>;

/** Finds what is installed of types. What a type consists of is worked out once, and only where that type is installed. */
export function madeOfTypes(fabric: Fabric): MadeOf {
  const components = new Map<number, readonly Part[]>();
  return function* (part) {
    const uses = new Map<number, boolean>();
    const usesPart = (each: Part): boolean =>
      kept(uses, each.index, () =>
        [each, ...kept(components, each.index, () => [...componentsOf(each)])].some((one) => derivesFrom(one, part)),
      );
    const used = (column: Int32Array, id: number): boolean => {
      const installed = fabric.parts[column[id] ?? -1];
      return installed !== undefined && usesPart(installed);
    };
    for (let id = 0; id < fabric.devices.count; id++) if (used(fabric.devices.part, id)) yield ['device', id];
    for (let id = 0; id < fabric.cages.count; id++) if (used(fabric.cages.module, id)) yield ['cage', id];
    for (let id = 0; id < fabric.racks.count; id++) if (used(fabric.racks.part, id)) yield ['rack', id];
    for (let id = 0; id < fabric.cdus.count; id++) if (used(fabric.cdus.part, id)) yield ['cdu', id];
    for (const group of fabric.linkGroups) {
      if (!pathParts(group).some(usesPart)) continue;
      for (let link = group.first; link < group.first + group.count; link++) yield ['link', link];
    }
  };
}

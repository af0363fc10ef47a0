// What in the text is about which things of a drawing: declarations, types, links, `plug`, `place`.
import {
  deviceOfCage,
  type Fabric,
  type Facts,
  madeOfTypes,
  type Origin,
  rackOfDevice,
  type SubjectFamily,
  signedAt,
} from '@lightloom/core';
import { type Graph, itemsOf } from '../../graph/index.ts';
import type { Locator } from '../marks/locator.ts';

/** A stretch of text, and the ids of what represents what it is about. */
export interface Span {
  readonly origin: Origin;
  readonly items: readonly string[];
}

/** Things of a family that are looked up for one statement, at most: of more, evenly spread ones. */
const maxLooked = 4096;

/**
 * The spans of a design for one of its drawings. What a drawing doesn't show is represented by what it is in: a switch by its rack,
 * where racks are drawn.
 */
export function itemSpans({ fabric }: Facts, graph: Graph, locator: Locator): readonly Span[] {
  const known = new Set(itemsOf(graph).map(({ id }) => id));
  const locatedOf = (of: SubjectFamily, id: number): string | undefined => {
    const item = locator.itemOf(of, id, '');
    return item !== undefined && known.has(item) ? item : undefined;
  };
  const itemOf = (of: SubjectFamily, id: number): string | undefined => {
    const item = locatedOf(of, id);
    if (item !== undefined) return item;
    if (of === 'cage') return itemOf('device', deviceOfCage(fabric, id));
    if (of !== 'device') return undefined;
    const rack = rackOfDevice(fabric, id);
    return rack < 0 ? undefined : itemOf('rack', rack);
  };
  /** Racks are represented by what is in them where they aren't drawn themselves. */
  const inRacks = (isIn: (rack: number) => boolean): Iterable<string | undefined> =>
    spread(0, fabric.devices.count, (device) => {
      const rack = rackOfDevice(fabric, device);
      return rack >= 0 && isIn(rack) ? locatedOf('device', device) : undefined;
    });
  const spans: Span[] = [];
  const add = (origin: Origin, found: Iterable<string | undefined>): void => {
    const items = [...new Set(found)].filter((each) => each !== undefined);
    if (items.length > 0) spans.push({ origin, items });
  };
  for (const { id, origin } of itemsOf(graph)) if (origin !== undefined) add(origin, [id]);
  const range = (of: SubjectFamily, first: number, count: number): Iterable<string | undefined> =>
    spread(first, count, (id) => itemOf(of, id));
  for (const { kind, first, count, origin } of fabric.blocks) {
    const own = [...range(kind === 'switch' || kind === 'host' ? 'device' : kind, first, count)];
    const isDrawn = own.some((each) => each !== undefined) || kind !== 'rack';
    add(origin, isDrawn ? own : inRacks((rack) => rack >= first && rack < first + count));
  }
  for (const { index, first, count, origin } of fabric.linkGroups)
    add(origin, [itemOf('link statement', index), ...range('link', first, count)]);
  for (const { index, origin } of fabric.loops)
    add(origin, [itemOf('loop', index), ...inRacks((rack) => fabric.racks.loop[rack] === index)]);
  for (const { index, origin } of fabric.branches) add(origin, [itemOf('branch', index)]);
  for (const { index, origin } of fabric.feeds) add(origin, [itemOf('feed', index)]);
  for (const [plug, items] of byStatement(fabric.cages.plug, fabric.cages.device, (device) => itemOf('device', device)))
    add(fabric.plugs[plug]?.origin as Origin, items);
  for (const [placement, items] of byStatement(fabric.devices.placement, undefined, (id) => itemOf('device', id)))
    add(fabric.placements[placement]?.origin as Origin, items);
  addTypes(fabric, add, itemOf);
  return spans;
}

/** Types, with what is installed of them. */
function addTypes(
  fabric: Fabric,
  add: (origin: Origin, items: Iterable<string | undefined>) => void,
  itemOf: (of: SubjectFamily, id: number) => string | undefined,
): void {
  const madeOf = madeOfTypes(fabric);
  for (const part of fabric.parts) {
    if (part.origin.uri !== fabric.uri) continue;
    const items = new Set<string | undefined>();
    let looked = 0;
    for (const [of, id] of madeOf(part)) {
      if (looked++ > maxLooked) break;
      items.add(itemOf(of, id));
    }
    add(part.origin, items);
  }
}

/** What represents each of some ids next to each other. */
function* spread<T>(first: number, count: number, of: (id: number) => T): Generator<T> {
  const step = Math.max(1, Math.floor(count / maxLooked));
  for (let id = first; id < first + count; id += step) yield of(id);
  if (count > 0) yield of(first + count - 1);
}

/**
 * What represents the things of each statement, from the column that says which statement made a row.
 * @param owner the thing that a row belongs to; the row itself when not given
 */
function byStatement(
  statements: Int32Array,
  owner: Uint32Array | undefined,
  itemOf: (id: number) => string | undefined,
): Map<number, Set<string | undefined>> {
  const found = new Map<number, Set<string | undefined>>();
  let [last, lastStatement] = [-1, -1];
  for (let row = 0; row < statements.length; row++) {
    const statement = signedAt(statements, row);
    const id = owner === undefined ? row : (owner[row] ?? row);
    if (statement < 0 || (id === last && statement === lastStatement)) continue;
    [last, lastStatement] = [id, statement];
    const items = found.get(statement);
    if (items === undefined) found.set(statement, new Set([itemOf(id)]));
    else items.add(itemOf(id));
  }
  return found;
}

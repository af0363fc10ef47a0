// What is connected to a thing: the bands at it, and what is at their other ends.
import { type Graph, itemsOf, type Trunk, trunksOf } from '@lightloom/diagram';

/** A band at a thing, and what it leads to. */
export interface Connection {
  readonly trunk: string;
  readonly other: string;
  /** `spine[1..8]` */
  readonly name: string;
  /** Figures of the band: `64 links`. */
  readonly lines: readonly string[];
}

/** What is connected to a box, or to anything in a frame; the two ends of a band. */
export function connectionsOf(graph: Graph, id: string): readonly Connection[] {
  const names = namesOf(graph);
  const inside = within(graph, id);
  return trunksOf(graph).flatMap((trunk): Connection[] => {
    const ends = trunk.id === id ? [trunk.from, trunk.to] : otherEnds(trunk, inside);
    return [...new Set(ends)].map((other) => {
      return { trunk: trunk.id, other, name: names.get(other) ?? other, lines: trunk.lines };
    });
  });
}

/** Ids of all that stays in sight when only what is connected to a thing does. */
export function neighborhoodOf(graph: Graph, id: string): ReadonlySet<string> {
  const found = new Set([...within(graph, id)]);
  for (const { trunk, other } of connectionsOf(graph, id)) {
    found.add(trunk);
    for (const each of within(graph, other)) found.add(each);
  }
  for (const each of [...found]) for (const outer of around(graph, each)) found.add(outer);
  return found;
}

/** Where a band with one end at some things leads; itself where both ends are. */
function otherEnds({ from, to }: Trunk, inside: ReadonlySet<string>): string[] {
  if (inside.has(from)) return [to];
  return inside.has(to) ? [from] : [];
}

/** A thing, and all in its frame. */
function within(graph: Graph, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // Frames come before those within them.
  for (const each of [...graph.groups, ...graph.nodes])
    if ('group' in each && each.group !== undefined && found.has(each.group)) found.add(each.id);
  return found;
}

/** The frames around a thing. */
function around(graph: Graph, id: string): string[] {
  const parents = parentsOf(graph);
  const found: string[] = [];
  for (let at = parents.get(id); at !== undefined && !found.includes(at); at = parents.get(at)) found.push(at);
  return found;
}

/** The frame that each thing is in. */
export function parentsOf(graph: Graph): ReadonlyMap<string, string> {
  const all = [...graph.groups, ...graph.nodes];
  return new Map(all.flatMap((each) => ('group' in each && each.group !== undefined ? [[each.id, each.group]] : [])));
}

/** What is written on each thing; of a band, its two ends. */
export function namesOf(graph: Graph): ReadonlyMap<string, string> {
  const boxes = new Map([...graph.groups, ...graph.nodes].map(({ id, label }) => [id, label]));
  const trunks = trunksOf(graph).map(({ id, from, to }) => {
    return [id, `${boxes.get(from) ?? from} to ${boxes.get(to) ?? to}`] as const;
  });
  return new Map([...itemsOf(graph).map(({ id }) => [id, id] as const), ...boxes, ...trunks]);
}

// What differs between two graphs of a view, so that an edit sends what it changes and not the whole drawing again.
import { type Graph, trunksOf } from './graph.ts';
import type { Item } from './item.ts';

/** Items of one list: those that are new or changed; and the ids of all in order, where that differs. */
interface ListChanges {
  readonly items: readonly Item[];
  readonly order?: readonly string[];
}

/** The changes of a graph; a part that is absent is as before. */
export interface GraphChanges {
  /** All that isn't an item, of which only what differs. Null for what isn't there any more. */
  readonly sheet: Readonly<Record<string, unknown>>;
  readonly nodes?: ListChanges;
  readonly groups?: ListChanges;
  readonly trunks?: ListChanges;
}

const lists = ['nodes', 'groups', 'trunks'] as const;

/** What differs; undefined where the two are arranged in different ways, so that nothing of the first is of use. */
export function changesBetween(before: Graph, after: Graph): GraphChanges | undefined {
  if (before.arrangement !== after.arrangement) return undefined;
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const sheet = [...names]
    .filter((each) => text(old[each]) !== text(now[each]))
    .map((each) => [each, now[each] ?? null]);
  const changed = lists.flatMap((each) => {
    const found = listChanges(itemsIn(before, each), itemsIn(after, each));
    return found === undefined ? [] : [[each, found]];
  });
  return { sheet: Object.fromEntries(sheet), ...Object.fromEntries(changed) };
}

/** Whether there are none. */
export function isUnchanged({ sheet, ...changed }: GraphChanges): boolean {
  return Object.keys(sheet).length === 0 && Object.keys(changed).length === 0;
}

/** The graph after the changes; what is as before is the same object. */
export function applyChanges(before: Graph, { sheet, ...changed }: GraphChanges): Graph {
  const fields = { ...before, ...sheet } as Record<string, unknown>;
  for (const [name, value] of Object.entries(sheet)) if (value === null) delete fields[name];
  for (const each of lists) {
    const changes = changed[each];
    if (changes !== undefined) fields[each] = listAfter(itemsIn(before, each), changes);
  }
  return fields as never as Graph;
}

const text = (value: unknown): string | undefined => JSON.stringify(value);

function fieldsOf(graph: Graph): Readonly<Record<string, unknown>> {
  const { nodes, groups, ...fields } = graph;
  const { trunks, ...rest } = { trunks: undefined, ...fields };
  return rest;
}

function itemsIn(graph: Graph, list: (typeof lists)[number]): readonly Item[] {
  return list === 'trunks' ? trunksOf(graph) : graph[list];
}

function listChanges(before: readonly Item[], after: readonly Item[]): ListChanges | undefined {
  const old = new Map(before.map((each) => [each.id, text(each)]));
  const items = after.filter((each) => old.get(each.id) !== text(each));
  const isSameOrder = before.length === after.length && after.every(({ id }, i) => before[i]?.id === id);
  if (items.length === 0 && isSameOrder) return undefined;
  return isSameOrder ? { items } : { items, order: after.map(({ id }) => id) };
}

function listAfter(before: readonly Item[], { items, order }: ListChanges): readonly Item[] {
  const all = new Map([...before, ...items].map((each) => [each.id, each]));
  return (order ?? before.map(({ id }) => id)).flatMap((id) => all.get(id) ?? []);
}

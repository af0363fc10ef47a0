// The drawing as a tree of texts, for those who don't see it: the same names, figures and findings, frame by frame.
import { type Graph, type Item, itemsOf, trunksOf } from '@lightloom/diagram';
import { connectionsOf, namesOf, parentsOf } from './connections.ts';

/** A row of the tree. */
export interface OutlineRow {
  /** Unique in the tree: a band is at both of its ends. */
  readonly key: string;
  /** The thing it leads to. */
  readonly id: string;
  readonly name: string;
  /** Figures and findings. */
  readonly text: string;
  readonly severity?: 'error' | 'warning';
  readonly rows: readonly OutlineRow[];
}

/** Frames with what is in them, boxes with what they are connected to. */
export function outlineOf(graph: Graph): readonly OutlineRow[] {
  const names = namesOf(graph);
  const parents = parentsOf(graph);
  const known = new Set(itemsOf(graph).map(({ id }) => id));
  const inside = new Map<string | undefined, (Graph['groups'][number] | Graph['nodes'][number])[]>();
  for (const each of [...graph.groups, ...graph.nodes]) {
    const parent = parents.get(each.id);
    const key = parent !== undefined && known.has(parent) ? parent : undefined;
    const list = inside.get(key);
    if (list === undefined) inside.set(key, [each]);
    else list.push(each);
  }
  const trunks = new Map(trunksOf(graph).map((each) => [each.id, each]));
  const rowOf = (item: Graph['groups'][number] | Graph['nodes'][number]): OutlineRow => {
    const own = inside.get(item.id) ?? [];
    const links = graph.nodes.includes(item as never) ? connectionsOf(graph, item.id) : [];
    return {
      ...{ key: item.id, id: item.id, name: item.label },
      text: textOf(item.lines, 'status' in item ? item.status?.text : undefined, item),
      ...severityOf(item),
      rows: [
        ...own.map(rowOf),
        ...links.map(({ trunk, other, name, lines }): OutlineRow => {
          const band = trunks.get(trunk) as Item;
          const key = `${item.id} ${trunk} ${other}`;
          return {
            key,
            id: trunk,
            name: `to ${name}`,
            text: textOf(lines, undefined, band),
            ...severityOf(band),
            rows: [],
          };
        }),
      ],
    };
  };
  const rows = (inside.get(undefined) ?? []).map(rowOf);
  const loose = trunksOf(graph).filter(({ from, to }) => from === to && !graph.nodes.some(({ id }) => id === from));
  return [
    ...rows,
    // Mains of a loop lead from its frame to itself.
    ...loose.map((each): OutlineRow => {
      const { id, lines } = each;
      return {
        key: id,
        id,
        name: names.get(id) ?? id,
        text: textOf(lines, undefined, each),
        ...severityOf(each),
        rows: [],
      };
    }),
  ];
}

/** Figures of a thing and its findings in one line. */
function textOf(lines: readonly string[], status: string | undefined, { marks = [] }: Item): string {
  const said = marks.map(({ severity, text }) => `${severity}: ${text}`);
  return [...lines, status ?? '', ...said].filter((each) => each !== '').join(', ');
}

function severityOf({ marks = [] }: Item): Pick<OutlineRow, 'severity'> {
  if (marks.length === 0) return {};
  return { severity: marks.some(({ severity }) => severity === 'error') ? 'error' : 'warning' };
}

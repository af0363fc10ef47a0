// Rows whose boxes and bands say once, below them, what many of them have in common. Four pods of a fat tree say 32 times the same,
// and take three sheets for it.
import { grouped, type TiersGraph, type TiersNode, type Trunk } from '../../graph/index.ts';
import { inOneLine, phrasesIn, phrasesOf } from '../pieces/alike.ts';

/** Fewer boxes or bands of a kind than this say everything themselves. */
const fewest = 4;

export interface SmallRows {
  readonly graph: TiersGraph;
  /** A sentence for each kind of box and band. */
  readonly caption: readonly string[];
}

/** A drawing with small boxes and short labels; undefined where there is nothing to be said once. */
export function smallRows(graph: TiersGraph): SmallRows | undefined {
  const kindOf = new Map(graph.nodes.map((node) => [node.id, kindsOf(node)]));
  const nodes = [...grouped(graph.nodes, ({ id }) => kindOf.get(id)?.key ?? id).values()].map(smallNodes);
  const ends = ({ from, to }: Trunk): string => [from, to].map((id) => kindOf.get(id)?.key ?? id).join(' to ');
  const named = ({ from, to }: Trunk): string => {
    const [a, b] = [from, to].map((id) => kindOf.get(id)?.name ?? id);
    return a === b ? `Each band within ${a}` : `Each band from ${a} to ${b}`;
  };
  const trunks = [...grouped(graph.trunks, ends).values()].map((each) => smallTrunks(each, named));
  const caption = [...nodes, ...trunks].flatMap((each) => each.caption);
  if (caption.length === 0) return undefined;
  const changed = new Map<string, TiersNode>(nodes.flatMap((each) => each.items).map((each) => [each.id, each]));
  const labels = new Map<string, Trunk>(trunks.flatMap((each) => each.items).map((each) => [each.id, each]));
  return {
    graph: {
      ...graph,
      nodes: graph.nodes.map((each) => changed.get(each.id) ?? each),
      trunks: graph.trunks.map((each) => labels.get(each.id) ?? each),
    },
    caption: [...new Set(caption)],
  };
}

/** What a box is one of, in all frames: `leaf` for `leaf[3]`, `node[1..8]` for that of every unit. */
function kindsOf({ tier, label, count }: TiersNode): { readonly key: string; readonly name: string } {
  const name = count === 1 ? label.replace(/(?:\[\d+\])+$/, '') : label;
  return { key: `${tier} ${name}`, name };
}

interface Small<T> {
  readonly items: readonly T[];
  readonly caption: readonly string[];
}

function smallNodes(nodes: readonly TiersNode[]): Small<TiersNode> {
  const [first] = nodes as [TiersNode];
  if (nodes.length < fewest) return { items: nodes, caption: [] };
  const says = nodes.map((each) => [
    ...each.lines,
    ...(each.meter === true ? [] : [each.status?.text ?? '']).filter(Boolean),
  ]);
  const { common, rest } = phrasesIn(says);
  return {
    items: nodes.map((each, i) => ({ ...each, compact: true as const, lines: rest[i] ?? [] })),
    caption: common.length === 0 ? [] : [`Each ${kindsOf(first).name}: ${inOneLine(common)}`],
  };
}

function smallTrunks(trunks: readonly Trunk[], named: (trunk: Trunk) => string): Small<Trunk> {
  const [first] = trunks as [Trunk];
  if (trunks.length < fewest) return { items: trunks, caption: [] };
  const most = mostOf(trunks);
  if (most !== undefined) {
    const [usual] = most as [Trunk];
    return {
      items: trunks.map((each) => ({ ...each, lines: most.includes(each) ? [] : phrasesOf(each.lines) })),
      caption: [`${named(first)} without a label: ${inOneLine(usual.lines)}`],
    };
  }
  const { common, rest } = phrasesIn(trunks.map((each) => each.lines));
  // What is wrong with all of them is said below; a sign on each is enough.
  const isSame =
    new Set(trunks.map(({ marks = [] }) => marks.map(({ rule, text }) => `${rule} ${text}`).join('\n'))).size === 1;
  const marksOf = ({ marks }: Trunk): Pick<Trunk, 'marks'> =>
    marks === undefined || !isSame ? {} : { marks: marks.slice(0, 1).map((each) => ({ ...each, text: '' })) };
  return {
    items: trunks.map((each, i) => ({ ...each, lines: rest[i] ?? [], ...marksOf(each) })),
    caption: common.length === 0 ? [] : [`${named(first)}: ${inOneLine(common)}`],
  };
}

/** The bands of which most say the same, and nothing is wrong with them, where some are unlike them: those have labels, and are seen by that. */
function mostOf(trunks: readonly Trunk[]): readonly Trunk[] | undefined {
  const alike = grouped(
    trunks.filter(({ marks }) => marks === undefined),
    ({ lines }) => lines.join('\n'),
  );
  const [most = []] = [...alike.values()].sort((a, b) => b.length - a.length);
  const isMost = most.length >= fewest && most.length > trunks.length / 2 && most.length < trunks.length;
  return isMost && most.some(({ lines }) => lines.length > 0) ? most : undefined;
}

// What notations share: the boxes, frames and edges of a drawing, whatever its arrangement.
import {
  type Graph,
  itemsOf,
  type LoopsGraph,
  type Mark,
  type NodeKind,
  type Status,
  type Trunk,
} from '../graph/index.ts';
import { loopEnds, mainsOf } from './loop-mains.ts';

/** A thing with what is written on it. */
interface OutlineItem {
  readonly id: string;
  /** Id of the frame it is in. */
  readonly parent?: string;
  /** Its name, its figures, its findings. */
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly detail: string;
}

export interface OutlineBox extends OutlineItem {
  /** `main` for the supply or the return of a coolant loop, which pipes lead to. */
  readonly kind: NodeKind | 'main';
  readonly count: number;
  readonly status?: Status;
}

export interface OutlineEdge extends Omit<OutlineItem, 'parent'> {
  /** Ids of boxes or frames; the upper one first where there are rows. */
  readonly from: string;
  readonly to: string;
  /** Whether it leads from one end to the other: pipes and the steps of a path. */
  readonly directed: boolean;
  readonly missing: boolean;
  readonly status?: Status;
}

export interface Outline {
  readonly boxes: readonly OutlineBox[];
  readonly frames: readonly OutlineItem[];
  readonly edges: readonly OutlineEdge[];
}

/** The boxes, frames and edges of a drawing. */
export function outlineOf(graph: Graph): Outline {
  const frames = graph.groups.map((each) => ({ ...named(each), ...within(each) }));
  const mains = graph.arrangement === 'loops' ? mainsOf(graph) : [];
  const boxes: OutlineBox[] = [
    ...mains.map((each) => ({
      ...({
        id: each.id,
        parent: each.from,
        kind: 'main',
        count: 1,
        detail: each.detail,
        marks: each.marks ?? [],
      } as const),
      lines: written([each.id, ...each.lines], each.marks),
      ...withStatus(each),
    })),
    ...graph.nodes.map((each) => ({
      ...named(each),
      ...within(each),
      ...withStatus(each),
      kind: each.kind,
      count: each.count,
    })),
  ];
  const ids = new Set(itemsOf(graph).map(({ id }) => id));
  return { boxes, frames, edges: edgesOf(graph).filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** The frames and boxes directly in a frame; those in none for undefined. */
export function childrenOf({ boxes, frames }: Outline, parent: string | undefined) {
  return {
    frames: frames.filter((each) => each.parent === parent && each.id !== parent),
    boxes: boxes.filter((each) => each.parent === parent),
  };
}

/** What surrounds the drawing, in sentences: subtitle, verdict, key figures, findings, notes. */
export function sheetLines(graph: Graph): string[] {
  const { subtitle, block, figures, findings = [], notes, file } = graph;
  return [
    subtitle,
    block?.verdict?.text ?? '',
    ...figures.map(({ label, value, note }) => `${label}: ${value}${note === undefined ? '' : `, ${note}`}`),
    ...findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
    ...notes,
    file,
  ].filter((each) => each !== '');
}

/** `✕ loss-budget, 8 of 24` */
function markText({ severity, text }: Mark): string {
  return `${severity === 'error' ? '✕' : '⚠'} ${text}`;
}

/** The worst that is said of a thing. */
export function severityOf(marks: readonly Mark[]): Mark['severity'] | undefined {
  return marks.some(({ severity }) => severity === 'error') ? 'error' : marks[0]?.severity;
}

interface Source {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly string[];
  readonly value?: string;
  readonly detail: string;
  readonly status?: Status;
  readonly marks?: readonly Mark[];
}

function named({ id, label, lines, value = '', detail, status, marks = [] }: Source) {
  // A row of a chart has its figure already.
  const said = value === '' ? (status?.text ?? '') : '';
  const isNew = [label, ...lines].every((each) => !each.includes(said));
  return { id, detail, marks, lines: written([label, ...lines, value, isNew ? said : ''], marks) };
}

const written = (lines: readonly string[], marks: readonly Mark[] = []): string[] =>
  [...lines, ...marks.map(markText)].filter((each) => each !== '');

const within = (item: object): { readonly parent?: string } =>
  'group' in item && typeof item.group === 'string' ? { parent: item.group } : {};

const withStatus = ({ status }: { readonly status?: Status }) => (status === undefined ? {} : { status });

function edgesOf(graph: Graph): OutlineEdge[] {
  switch (graph.arrangement) {
    case 'tiers': {
      const tiers = new Map(graph.nodes.map(({ id, tier }) => [id, tier ?? 0]));
      const isDown = ({ from, to }: Trunk): boolean => (tiers.get(from) ?? 0) >= (tiers.get(to) ?? 0);
      return graph.trunks.map((each) =>
        edgeOf(each, isDown(each) ? [each.from, each.to] : [each.to, each.from], false),
      );
    }
    case 'free':
      return graph.trunks.map((each) => edgeOf(each, [each.from, each.to], false));
    case 'loops':
      return pipesOf(graph);
    case 'chart':
      return graph.groups.filter(({ path }) => path).flatMap(({ id }) => stepsOf(graph.nodes, id));
    case 'racks':
    case 'floor':
      return [];
  }
}

function pipesOf(graph: LoopsGraph): OutlineEdge[] {
  const mains = new Set(mainsOf(graph).map(({ id }) => id));
  return (
    graph.trunks
      .filter(({ id }) => !mains.has(id))
      .map((each) => edgeOf(each, loopEnds(each, mains), true))
      // Where the outlet of a branch divides is a pipe of its frame, whose lines have the temperature.
      .filter(({ from, to }) => from !== to)
  );
}

/** From each step of a path to the next. */
function stepsOf(nodes: readonly { readonly id: string; readonly group: string }[], group: string): OutlineEdge[] {
  const rows = nodes.filter((each) => each.group === group);
  return rows.slice(1).map(({ id }, i) => {
    const from = (rows[i] as { readonly id: string }).id;
    return { id: `${from} to ${id}`, from, to: id, lines: [], marks: [], detail: '', directed: true, missing: false };
  });
}

function edgeOf(trunk: Trunk, [from, to]: readonly [string, string], directed: boolean): OutlineEdge {
  const { id, lines, marks = [], detail, missing = false } = trunk;
  return { id, from, to, lines: written(lines, marks), marks, detail, directed, missing, ...withStatus(trunk) };
}

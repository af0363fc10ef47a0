// The drawings of a fabric: those its author declared, and those every fabric has.
import { type Facts, type Finding, printCount, type View } from '@lightloom/core';
import type { Graph, Look, TitleBlock, ViewInfo } from '../graph/index.ts';
import { allViews } from './all-views.ts';
import type { Locator } from './marks/locator.ts';
import { markGraph } from './marks/mark-graph.ts';
import { sheetVerdict } from './marks/verdict.ts';
import type { Drawing, ViewKind } from './sketch/define-view.ts';
import { joined } from './text/phrases.ts';

const kinds = allViews.toSorted((a, b) => a.order - b.order);

/** All views of a fabric: declared ones first, then those that every fabric has, kind by kind. */
export function viewsOf(facts: Facts): readonly ViewInfo[] {
  return drawingsOf(facts).map((each) => each.info);
}

/** What is known of a design beside its facts, and what is written in the title block. */
export interface GraphOptions {
  /** What is wrong with the design: marked on what it is about. Without them the drawing says nothing of it. */
  readonly findings?: readonly Finding[];
  /** How many limits aren't judged. */
  readonly unjudged?: number;
  /** Fields of the title block that the design doesn't have. */
  readonly block?: Pick<TitleBlock, 'revision' | 'author' | 'date' | 'tool'>;
  /** How a reader looks at it. */
  readonly look?: Look;
}

/** The drawing of a view; undefined when the fabric has no view of that id. */
export function graphOf(facts: Facts, viewId: string, options: GraphOptions = {}): Graph | undefined {
  return locatedGraphOf(facts, viewId, options)?.graph;
}

/** The same, with what represents each thing of the fabric in it. */
export function locatedGraphOf(
  facts: Facts,
  viewId: string,
  options: GraphOptions = {},
): { readonly graph: Graph; readonly locator: Locator } | undefined {
  const drawn = drawingsOf(facts)
    .find(({ info }) => info.id === viewId)
    ?.graph(options.look ?? {});
  if (drawn === undefined) return undefined;
  const { graph, locator } = drawn;
  return { graph: finished(facts, graph, locator, options), locator };
}

/** A drawing with its marks, the conditions of its figures, and its title block. */
function finished(
  facts: Facts,
  graph: Graph,
  locator: Locator,
  { findings, unjudged = 0, block }: GraphOptions,
): Graph {
  const ignored = ignoredSelection(facts, graph.id);
  const marked = findings === undefined ? graph : markGraph(facts, graph, findings, locator);
  const notJudged = unjudged === 0 ? [] : [`${printCount(unjudged, 'limit')} not judged`];
  return {
    ...marked,
    ...(ignored === undefined ? {} : { notes: [...marked.notes, ignored] }),
    subtitle: joined([graph.subtitle, ...conditionsOf(facts), ...notJudged]),
    block: {
      ...block,
      sheet: graph.id,
      ...(findings === undefined ? {} : { verdict: sheetVerdict(findings, unjudged) }),
    },
  };
}

function drawingsOf(facts: Facts): readonly Drawing[] {
  const taken = new Set<string>();
  // Incomplete text can use a name twice; the first view keeps it.
  return [
    ...facts.fabric.views.flatMap((view) => kindOf(view)?.declared(facts, view) ?? []),
    ...kinds.flatMap((kind) => kind.standard(facts)),
  ].filter(({ info: { id } }) => !taken.has(id) && taken.add(id) !== undefined);
}

/** A sentence where a view selects what its kind of drawing can't be of. */
function ignoredSelection({ fabric }: Facts, id: string): string | undefined {
  const view = fabric.views.find(({ name }) => name === id);
  const of = view?.values.of?.value.selection.of;
  const kind = view === undefined ? undefined : kindOf(view);
  if (of === undefined || kind === undefined || kind.selects.includes(of)) return undefined;
  return kind.selects.length === 0
    ? `The view selects by \`of\`, and its drawing (${kind.kind}) is always of the whole design.`
    : `The view selects by \`of\` what its drawing (${kind.kind}) can't be of, so it shows all there is.`;
}

/** The kind that draws a `view` statement. */
function kindOf({ values }: View): ViewKind | undefined {
  const shown = values.show?.value;
  if (shown !== undefined) return kinds.find(({ kind }) => kind === shown);
  const [of, color] = [values.of?.value.selection.of, values.color?.value];
  return kinds.find((kind) => kind.claims?.(of, color)) ?? kinds.find((kind) => kind.claims === undefined);
}

/** The conditions of the figures that differ from the text alone: settings, typical figures. */
function conditionsOf({ basis, fabric }: Facts): string[] {
  const set = fabric.settings.filter(({ isPhase }) => isPhase !== true).map(({ name, text }) => `${name} = ${text}`);
  const phases = fabric.settings.flatMap(({ text, isPhase }) => (isPhase === true ? [`in phase ${text}`] : []));
  return [
    ...(set.length === 0 ? [] : [`with ${set.join(', ')}`]),
    ...phases,
    ...(basis === 'typical' ? ['typical figures'] : []),
  ];
}

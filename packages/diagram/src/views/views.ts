// The drawings of a fabric: those its author declared, and those every fabric has.
import type { Facts, View } from '@lightloom/core';
import type { Graph, ViewInfo } from '../graph/index.ts';
import { allViews } from './all-views.ts';
import type { Drawing, ViewKind } from './sketch/define-view.ts';
import { joined } from './text/phrases.ts';

const kinds = allViews.toSorted((a, b) => a.order - b.order);

/** All views of a fabric: declared ones first, then those that every fabric has, kind by kind. */
export function viewsOf(facts: Facts): readonly ViewInfo[] {
  return drawingsOf(facts).map((each) => each.info);
}

/**
 * The drawing of a view; undefined when the fabric has no view of that id.
 * @param remarks what else a reader must know, below its title
 */
export function graphOf(facts: Facts, viewId: string, remarks: readonly string[] = []): Graph | undefined {
  const graph = drawingsOf(facts)
    .find(({ info }) => info.id === viewId)
    ?.graph();
  return graph === undefined
    ? undefined
    : { ...graph, subtitle: joined([graph.subtitle, ...conditionsOf(facts), ...remarks]) };
}

function drawingsOf(facts: Facts): readonly Drawing[] {
  const taken = new Set<string>();
  // Incomplete text can use a name twice; the first view keeps it.
  return [
    ...facts.fabric.views.flatMap((view) => kindOf(view)?.declared(facts, view) ?? []),
    ...kinds.flatMap((kind) => kind.standard(facts)),
  ].filter(({ info: { id } }) => !taken.has(id) && taken.add(id) !== undefined);
}

/** The kind that draws a `view` statement. */
function kindOf({ values }: View): ViewKind | undefined {
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

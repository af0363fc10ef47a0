// The drawing of optical paths: a chart for each kind of path.
import { amplifiersOf, type Facts, isCoherent, printCount, sidesText, unsignedAt } from '@lightloom/core';
import type { ChartGroup, ChartNode } from '../../graph/index.ts';
import { figuresOf } from '../captions/key-figures.ts';
import { colorLegend } from '../captions/legend.ts';
import { mediumOf, rateText } from '../network/bundles/bundle-text.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { originOf } from '../text/json-values.ts';
import { countIfAny, joined } from '../text/phrases.ts';
import { lineRows } from './line-rows.ts';
import { lossRows } from './loss-rows.ts';
import { type PathClass, pathClasses } from './path-classes.ts';
import { reachRows } from './reach-rows.ts';

/** More kinds of path are counted in a note. */
const maxPaths = 12;
/** More statements are counted in a title. */
const maxStatements = 2;

export interface OpticsSketch {
  /** Link classes that are drawn; all when undefined. */
  readonly classes: ReadonlySet<number> | undefined;
}

export function opticsGraph(facts: Facts, sketch: OpticsSketch): Sketched {
  const all = pathClasses(facts, sketch.classes);
  const drawn = all.slice(0, maxPaths);
  const charts = drawn.map((each, i) => chartOf(each, `path ${i + 1}`));
  const nodes = charts.flatMap((each) => each.nodes);
  const chartOfClass = new Map(
    drawn.flatMap((each, i) => each.all.map((one) => [one.class.index, charts[i]?.group.id] as const)),
  );
  const links = all.reduce((sum, each) => sum + each.count, 0);
  return {
    arrangement: 'chart',
    subtitle: joined([countIfAny(links, 'link'), countIfAny(all.length, 'kind of path', 'kinds of path')]),
    figures: figures(facts, all),
    nodes,
    groups: charts.map((each) => each.group),
    legend: colorLegend(
      {
        kind: 'budget',
        title: 'Loss budget or reach used up to a step',
        ticks: ['0 %', '50 %', '100 %'],
        over: 'over the limit',
        unknown: true,
      },
      nodes.filter((each) => each.bar !== undefined),
    ),
    notes: notes(facts, all, drawn),
    locator: {
      itemOf: (of, id) => (of === 'link' ? chartOfClass.get(unsignedAt(facts.links.of, id)) : undefined),
    },
  };
}

function figures(facts: Facts, all: readonly PathClass[]) {
  const networks = [...new Set(all.flatMap((each) => each.all.map((one) => one.class.group.network)))];
  return networks.flatMap((network) =>
    network === undefined || facts.optics.worst(network.index) === undefined
      ? []
      : figuresOf(
          facts,
          [{ label: `Worst margin of ${network.name}`, value: facts.optics.margin(network.index), fact: 'margin' }],
          {
            of: 'network',
            ids: new Set([network.index]),
          },
        ).slice(0, 1),
  );
}

function chartOf({ budget, all, count }: PathClass, id: string) {
  const { class: each } = budget;
  const isLine = isCoherent(each.from.optics) && amplifiersOf(each.group).length > 0;
  const body = isLine
    ? lineRows(budget)
    : each.group.cable !== undefined || budget.loss.isNone === true
      ? reachRows(budget)
      : lossRows(budget);
  const strands = all.map((one) => ({ budget: one, group: one.class.group, count: one.class.count }));
  const lengths = new Set(all.map((one) => one.length.value)).size;
  const statements = [...new Set(all.map((one) => sidesText(one.class.group)))];
  const label =
    statements.length > maxStatements ? `${statements[0]} and ${statements.length - 1} more` : statements.join(', ');
  const lines = [
    joined([
      `${printCount(count, 'link')} of ${rateText(budget.rate.value)}`,
      mediumOf(budget, strands),
      lengths > 1 ? `worst of ${lengths} lengths` : undefined,
    ]),
    ...body.lines,
  ];
  const group: ChartGroup = {
    ...{ id, kind: 'chart', label, lines, count, path: true, axis: body.axis },
    ...originOf(each.group.mediumOrigin ?? each.group.origin),
    detail: [...statements, ...lines].join('\n'),
  };
  return { group, nodes: body.rows.map((row): ChartNode => ({ ...row, id: `${id}/${row.id}`, group: id })) };
}

function notes({ fabric }: Facts, all: readonly PathClass[], drawn: readonly PathClass[]): string[] {
  if (all.length === 0) return ['There are no links here.'];
  const left = all.slice(drawn.length).reduce((sum, each) => sum + each.count, 0);
  return [
    ...(left === 0
      ? []
      : [
          `${printCount(left, 'link')} on ${printCount(all.length - drawn.length, 'other kind of path', 'other kinds of path')} with more margin ${left === 1 ? 'is' : 'are'} not drawn.`,
        ]),
    ...(fabric.gaps.links ? ['Some links have errors; their paths are missing here.'] : []),
    'A design says how many connectors, splices and panels are on a path, and not where: equal ones are drawn together.',
  ];
}

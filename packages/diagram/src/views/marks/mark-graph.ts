// Puts findings into a drawing: a mark on what each is about, and the list of them below.

import {
  type Facts,
  type Finding,
  madeOfTypes,
  printCount,
  printNumber,
  type SubjectFamily,
  verdictsOf,
} from '@lightloom/core';
import {
  type Graph,
  grouped,
  type Item,
  itemsOf,
  type Mark,
  type PlanRun,
  type RacksGraph,
  type SheetFinding,
} from '../../graph/index.ts';
import type { Locator } from './locator.ts';
import { createTally } from './tally.ts';
import { finderOf } from './things.ts';

/** Findings that are listed below a drawing; the rest is counted. */
const maxListed = 6;
/** Findings in the list beside a drawing, and things in the drawing that each of them names, at most. */
const [maxAll, maxItems] = [500, 100];

/**
 * A drawing with its marks.
 * @param findings of the whole design, by place; notes have no marks
 * @param locator absent where only what has its place in the text can be marked
 */
export function markGraph(facts: Facts, graph: Graph, findings: readonly Finding[], locator: Locator): Graph {
  const serious = ofSeverity(findings);
  if (serious.length === 0) return graph;
  const { fabric } = facts;
  const items = itemsOf(graph);
  const known = new Set([...items.map(({ id }) => id), ...graph.figures.flatMap(({ id }) => id ?? [])]);
  const within: Locator = {
    ...locator,
    itemOf(of, id, rule) {
      const item = locator.itemOf(of, id, rule);
      return item !== undefined && known.has(item) ? item : undefined;
    },
  };
  const finder = finderOf(fabric, within, madeOfTypes(fabric));
  const tally = createTally((of) => sizeOf(facts, of));
  const marked = new Map<Finding, Set<string>>();
  const racks = new Set<number>();
  const mark = (finding: Finding, item: string, of?: SubjectFamily, id = 0): void => {
    if (of === 'rack') racks.add(id);
    const items = marked.get(finding);
    if (items === undefined) marked.set(finding, new Set([item]));
    else if (items.size < maxItems) items.add(item);
  };
  const required = new Map(verdictsOf(facts).map(({ requirement }) => [requirement.origin.start, requirement.text]));
  const isDrawn = (finding: Finding): boolean => {
    const { rule, origin, subjects, folded = [] } = finding;
    const figure = required.get(origin.start) ?? '';
    if (rule.startsWith('requirement/') && known.has(figure)) return true;
    const found = finder.find(finding, (item, of, id) => {
      mark(finding, item, of, id);
      tally.add(finding, item, of, id);
    });
    if (found) return true;
    // What follows from it is marked where the cause isn't drawn.
    const consequences = ofSeverity(folded).filter((each) =>
      finder.find(each, (item, of, id) => {
        mark(finding, item, of, id);
        tally.add(each, item, of, id);
      }),
    );
    if (consequences.length > 0) return true;
    // A mistake in the text can be anywhere: it is listed whatever the drawing shows.
    if (subjects === undefined)
      markByPlace(finding, items, (item) => {
        mark(finding, item);
        tally.addWhole(finding, item);
      });
    return subjects === undefined;
  };
  const drawn = serious.filter(isDrawn);
  const left = serious.filter((each) => !drawn.includes(each));
  const total = (id: string, count: number): number => locator.totalOf?.(id) ?? count;
  const withMarks = <T extends Markable>(item: T): T => {
    const marks = item.id === undefined ? undefined : tally.marks(item.id, total(item.id, item.count ?? 1));
    return marks === undefined ? item : { ...item, marks, ...detailWith(item, marks) };
  };
  return {
    ...withItems(graph, withMarks, racks),
    figures: graph.figures.map(withMarks),
    findings: listed(drawn),
    allFindings: [...drawn, ...left]
      .slice(0, maxAll)
      .map((each) => ({ ...sheetFinding(each), ...placeOf(each, marked) })),
    notes: [...restText(drawn), ...graph.notes, ...leftText(left)],
  };
}

/** What can be marked: items, and key figures. */
interface Markable {
  readonly id?: string;
  readonly count?: number;
  readonly detail?: string;
}

/** Errors first; notes are left out. */
function ofSeverity(findings: readonly Finding[]): Finding[] {
  const of = (severity: Finding['severity']): Finding[] => findings.filter((each) => each.severity === severity);
  return [...of('error'), ...of('warning')];
}

/** Marks the innermost things whose text a finding is in. */
function markByPlace({ origin }: Finding, items: readonly Item[], mark: (item: string) => void): void {
  const around = items.filter(
    ({ origin: each }) =>
      each !== undefined && each.uri === origin.uri && each.start <= origin.start && each.end >= origin.end,
  );
  const length = (each: Item): number => (each.origin?.end ?? 0) - (each.origin?.start ?? 0);
  const least = Math.min(...around.map(length));
  const inner = around.filter((each) => length(each) === least);
  for (const { id } of inner) mark(id);
}

function sizeOf({ fabric }: Facts, of: SubjectFamily): number {
  switch (of) {
    case 'device':
      return fabric.devices.count;
    case 'cage':
      return fabric.cages.count;
    case 'port':
      return fabric.ports.count;
    case 'link':
      return fabric.links.count;
    case 'link statement':
      return fabric.linkGroups.length;
    case 'rack':
      return fabric.racks.count;
    case 'cdu':
      return fabric.cdus.count;
    case 'loop':
      return fabric.loops.length;
    case 'branch':
      return fabric.branches.length;
    case 'feed':
      return fabric.feeds.length;
    case 'hall':
      return 1;
    case 'network':
      return fabric.networks.length;
    case 'group':
      return fabric.groups.length;
    case 'part':
      return fabric.parts.length;
  }
}

/**
 * A drawing with each of its items changed.
 * @param racks that something is wrong with
 */
function withItems(graph: Graph, change: <T extends Item>(item: T) => T, racks: ReadonlySet<number>): Graph {
  switch (graph.arrangement) {
    case 'tiers':
      return {
        ...graph,
        nodes: graph.nodes.map(change),
        groups: graph.groups.map(change),
        trunks: graph.trunks.map(change),
      };
    case 'free':
      return {
        ...graph,
        nodes: graph.nodes.map(change),
        groups: graph.groups.map(change),
        trunks: graph.trunks.map(change),
      };
    case 'loops':
      return {
        ...graph,
        nodes: graph.nodes.map(change),
        groups: graph.groups.map(change),
        trunks: graph.trunks.map(change),
      };
    case 'chart':
      return { ...graph, nodes: graph.nodes.map(change), groups: graph.groups.map(change) };
    case 'floor':
      return { ...graph, nodes: graph.nodes.map(change), groups: graph.groups.map(change) };
    case 'racks':
      return rackGraph({ ...graph, nodes: graph.nodes.map(change), groups: graph.groups.map(change) }, racks);
  }
}

/** The tooltip of an item with what is wrong with it. */
function detailWith({ detail }: Markable, marks: readonly Mark[]): { readonly detail?: string } {
  const said = marks.map(({ severity, rule, message }) =>
    rule === undefined ? message : `${severity} ${rule}: ${message}`,
  );
  return detail === undefined ? {} : { detail: [detail, ...said].join('\n') };
}

/** Racks are marked on the floor plan too, each by itself: all of a kind only where it isn't said which of them. */
function rackGraph(graph: RacksGraph, racks: ReadonlySet<number>): RacksGraph {
  if (graph.plan === undefined) return graph;
  const marks = new Map(graph.groups.map((each) => [each.id, each.marks]));
  const inRun = ({ first, count }: PlanRun): number[] =>
    Array.from({ length: count }, (_, i) => i).filter((i) => racks.has(first + i));
  const named = new Set(
    graph.plan.rows.flatMap(({ runs }) => runs.filter((run) => inRun(run).length > 0).map(({ group }) => group)),
  );
  const rows = graph.plan.rows.map((row) => ({
    ...row,
    runs: row.runs.map((run) => {
      const own = marks.get(run.group);
      if (own === undefined) return run;
      if (!named.has(run.group)) return { ...run, marks: own };
      const marked = inRun(run);
      return marked.length === 0 ? run : { ...run, marks: own, marked };
    }),
  }));
  return { ...graph, plan: { rows } };
}

function listed(findings: readonly Finding[]): SheetFinding[] {
  return findings.slice(0, listedOf(findings)).map(sheetFinding);
}

/** How many are listed: one more takes the line that would count it. */
function listedOf({ length }: readonly Finding[]): number {
  return length === maxListed + 1 ? length : Math.min(length, maxListed);
}

/** Those that are marked in the drawing and not listed, counted by rule. */
function restText(drawn: readonly Finding[]): string[] {
  const rest = drawn.slice(listedOf(drawn));
  return rest.length === 0
    ? []
    : [`${printCount(rest.length, 'more finding is', 'more findings are')} marked in the drawing: ${rulesText(rest)}`];
}

/** `optics/reach (20), optics/osnr.` */
function rulesText(findings: readonly Finding[]): string {
  const rules = [...grouped(findings, ({ rule }) => rule)].map(([rule, { length }]) =>
    length === 1 ? rule : `${rule} (${printNumber(length, 0)})`,
  );
  return rules.length > 4 ? `${rules.slice(0, 4).join(', ')}, …` : `${rules.join(', ')}.`;
}

function sheetFinding({ severity, rule, message }: Finding): SheetFinding {
  return { severity: severity === 'error' ? 'error' : 'warning', rule, message };
}

/** What a finding is about, in the drawing and in the text. */
function placeOf(finding: Finding, marked: ReadonlyMap<Finding, ReadonlySet<string>>) {
  const { uri, start, end } = finding.origin;
  return { items: [...(marked.get(finding) ?? [])], origin: { uri, start, end } };
}

/** What isn't in the drawing is said below it. */
function leftText(left: readonly Finding[]): string[] {
  return left.length === 0
    ? []
    : [
        `${printCount(left.length, 'finding is', 'findings are')} about what this drawing does not show: ${rulesText(left)}`,
      ];
}

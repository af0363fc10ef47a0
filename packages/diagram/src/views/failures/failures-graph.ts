// The drawing of single failures: a row for each kind of failure, the worst first.
import {
  costsOf,
  type Fabric,
  type Facts,
  type FailureEffect,
  failureName,
  failureSweep,
  printCount,
  printNumber,
  printQuantity,
  withoutFailures,
} from '@lightloom/core';
import { type ChartGroup, type ChartNode, type Figure, grouped, type NodeKind } from '../../graph/index.ts';
import { colorLegend } from '../captions/legend.ts';
import { axisOf } from '../chart/axis.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { originOf } from '../text/json-values.ts';
import { mergedNames } from '../text/names.ts';
import { basisText, joined } from '../text/phrases.ts';
import { failureOrigin, failuresLocator } from './failures-locator.ts';

/** More kinds of failure are counted in a note. */
const maxRows = 16;
/** Of more things that fail alike, the first and the last are named. */
const maxNames = 8;
/** Consequences of one failure that are listed. */
const maxLines = 5;
const chart = 'single failures';
/** Drawn as over the limit: a requirement is broken, whatever the share. */
const broken = 2;

const icons: Partial<Record<FailureEffect['failure']['kind'], NodeKind>> = {
  ...{ switch: 'switch', plane: 'switch', module: 'switch', laser: 'switch', link: 'switch', panel: 'switch' },
  ...{ host: 'host', rack: 'rack', row: 'rack', CDU: 'cdu', pump: 'cdu' },
  ...{ feed: 'feed', UPS: 'feed', PDU: 'feed', supply: 'feed' },
};

export interface FailuresSketch {
  /** Ids of rows that list all of what they cost. */
  readonly unfolded?: ReadonlySet<string>;
}

/** Fails one thing of each kind. */
export function failuresGraph(facts: Facts, { unfolded = new Set() }: FailuresSketch = {}): Sketched {
  const { effects, leftOut } = failureSweep(facts);
  const rows = [...grouped(effects, (each) => keyOf(facts.fabric, each)).values()].flatMap(([first, ...rest]): Row[] =>
    first === undefined ? [] : [[first, ...rest]],
  );
  const drawn = rows.slice(0, maxRows);
  const nodes = drawn.map((each) => rowOf(facts, each, unfolded.has(rowId(each))));
  const rest = rows.slice(maxRows).reduce((sum, each) => sum + each.length, 0);
  const group: ChartGroup = {
    ...originOf(nodes[0]?.origin),
    ...{ id: chart, kind: 'chart', label: 'What one failure costs', count: effects.length, path: false },
    lines: [
      'The bar is the share of bandwidth that is lost: of the bisection of the network with the largest loss, or of its links where the bisection is unknown.',
    ],
    axis: axisOf(0, 1, 'ratio'),
    detail: 'One thing of each kind fails at a time, the worst first',
  };
  return {
    arrangement: 'chart',
    subtitle: joined([printCount(effects.length, 'kind of failure', 'kinds of failure'), basisText(facts)]),
    figures: figures(facts, effects, leftOut),
    nodes,
    groups: nodes.length === 0 ? [] : [group],
    legend: colorLegend(
      {
        kind: 'share',
        title: 'Share of bandwidth lost',
        ticks: ['0 %', '50 %', '100 %'],
        over: 'breaks a requirement',
        unknown: false,
      },
      nodes,
    ),
    notes: [
      ...(nodes.length === 0 ? ['There is nothing here that could fail.'] : []),
      ...(rest === 0
        ? []
        : [
            `${printCount(rest, 'kind of failure that costs less is', 'kinds of failure that cost less are')} not drawn.`,
          ]),
      ...(leftOut === 0
        ? []
        : [
            `${printCount(leftOut, 'kind of failure was', 'kinds of failure were')} left out: the design has too many different ones.`,
          ]),
      ...(facts.fabric.requirements.length === 0
        ? ['The design states no requirements that a failure could break.']
        : []),
    ],
    locator: failuresLocator(drawn.flatMap((row) => row.map((effect) => ({ id: rowId(row), effect })))),
  };
}

/** Failures of one kind that cost the same: of each of four switches that differ in the length of their links. */
type Row = readonly [FailureEffect, ...FailureEffect[]];

const rowId = ([{ failure }]: Row): string => `${failure.kind} ${failure.name}`;

const countOf = (row: Row): number => row.reduce((sum, { failure }) => sum + failure.alike, 0);

/** What failures of a row have in common; which device loses links differs by the link. */
function keyOf(fabric: Fabric, { own, ...effect }: FailureEffect): string {
  const { failure, bandwidth } = effect;
  const links = own && [own.links, own.lost, own.all];
  return JSON.stringify([failure.kind, bandwidth[0]?.lost, links, ...effectsOf(fabric, { ...effect, own: undefined })]);
}

/** The requirements that a failure breaks, then what else it costs. */
function effectsOf(fabric: Fabric, effect: FailureEffect): string[] {
  return [
    ...effect.broken.map(({ requirement }) => `breaks ${withoutFailures(requirement)}`),
    ...costsOf(effect, fabric),
  ];
}

/** `switch spine[1], one of 8`; `switch ams, fra, par, one of 3` */
function nameOf(row: Row): string {
  const [first] = row;
  if (row.length === 1) return failureName(first);
  const names = row.map((each) => each.failure.name);
  const merged = mergedNames(names);
  const all = !merged.includes(' … ') || row.length > maxNames ? merged : names.join(', ');
  return failureName({ ...first, failure: { ...first.failure, name: all, alike: countOf(row) } });
}

/** `of 70 kinds tried, 3,812 left out` */
export function triedText(tried: number, leftOut: number): string {
  const kinds = printCount(tried, 'kind');
  return leftOut === 0 ? `of ${kinds}` : `of ${kinds} tried, ${printNumber(leftOut, 0)} left out`;
}

function figures({ fabric }: Facts, effects: readonly FailureEffect[], leftOut: number): Figure[] {
  const note = triedText(effects.length, leftOut);
  const breaking = effects.filter((each) => each.broken.length > 0).length;
  const overloading = effects.filter((each) => each.overloaded.length > 0).length;
  const cutting = effects.filter((each) => each.cutOff > 0).length;
  return [
    ...(fabric.requirements.length === 0
      ? []
      : [
          {
            label: 'Break a requirement',
            value: printNumber(breaking, 0),
            note,
          },
        ]),
    { label: 'Cut hosts off', value: printNumber(cutting, 0), note },
    ...(fabric.feeds.length === 0
      ? []
      : [
          {
            label: 'Overload a feed',
            value: printNumber(overloading, 0),
            note,
          },
        ]),
  ];
}

function rowOf({ fabric }: Facts, row: Row, isOpen: boolean): ChartNode {
  const [effect] = row;
  const { failure, bandwidth } = effect;
  const name = nameOf(row);
  const found = effectsOf(fabric, effect);
  const all = found.length === 0 ? ['costs nothing that is counted'] : found;
  const [worst] = bandwidth;
  // The figure at the bar says what is lost of the only network.
  const isSaid = fabric.networks.length === 1 && bandwidth.length === 1 && worst?.why === undefined;
  const shown = isSaid ? effectsOf(fabric, { ...effect, bandwidth: [] }) : all;
  // One more is shown rather than counted.
  const isLong = shown.length > maxLines + 1;
  const lines =
    isOpen || !isLong ? shown : [...shown.slice(0, maxLines), `and ${shown.length - maxLines} more, in its tooltip`];
  return {
    ...originOf(failureOrigin(fabric, effect)),
    ...{
      id: rowId(row),
      kind: icons[failure.kind] ?? 'other',
      symbol: icons[failure.kind] ?? 'other',
    },
    ...{ label: name, lines, count: countOf(row), group: chart },
    status: { value: effect.broken.length > 0 ? broken : (worst?.lost ?? 0), text: all.join(', ') },
    ...(worst === undefined ? {} : { bar: { from: 0, to: worst.lost } }),
    value: worst === undefined ? 'no bandwidth' : `${printQuantity(worst.lost, 'ratio')} of ${worst.of}`,
    ...(isLong ? { folding: { key: rowId(row), folded: !isOpen } } : {}),
    detail: [name, ...all].join('\n'),
  };
}

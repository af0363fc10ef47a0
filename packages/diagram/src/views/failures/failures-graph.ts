// The drawing of single failures: a row for each kind of failure, the worst first.
import {
  costsOf,
  type Facts,
  type FailureEffect,
  failureName,
  failureSweep,
  printCount,
  printNumber,
  printQuantity,
  withoutFailures,
} from '@lightloom/core';
import type { ChartGroup, ChartNode, Figure, NodeKind } from '../../graph/index.ts';
import { colorLegend } from '../captions/legend.ts';
import { axisOf } from '../chart/axis.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { originOf } from '../text/json-values.ts';
import { basisText, joined } from '../text/phrases.ts';
import { failureOrigin, failuresLocator } from './failures-locator.ts';

/** More kinds of failure are counted in a note. */
const maxRows = 16;
/** Consequences of one failure that are listed. */
const maxLines = 5;
const chart = 'single failures';
/** Drawn as over the limit: a requirement is broken, whatever the share. */
const broken = 2;

const icons: Partial<Record<FailureEffect['failure']['kind'], NodeKind>> = {
  ...{ switch: 'switch', plane: 'switch', module: 'switch', laser: 'switch', link: 'switch', panel: 'switch' },
  ...{ host: 'host', rack: 'rack', row: 'rack', CDU: 'cdu', pump: 'cdu' },
};

export interface FailuresSketch {
  /** Ids of rows that list all of what they cost. */
  readonly unfolded?: ReadonlySet<string>;
}

/** Fails one thing of each kind. */
export function failuresGraph(facts: Facts, { unfolded = new Set() }: FailuresSketch = {}): Sketched {
  const { effects, leftOut } = failureSweep(facts);
  const drawn = effects.slice(0, maxRows);
  const nodes = drawn.map((each) => rowOf(facts, each, unfolded.has(rowId(each))));
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
    figures: figures(facts, effects),
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
      ...(effects.length > nodes.length
        ? [
            `${printCount(effects.length - nodes.length, 'kind of failure that costs less is', 'kinds of failure that cost less are')} not drawn.`,
          ]
        : []),
      ...(leftOut === 0
        ? []
        : [
            `${printCount(leftOut, 'kind of failure was', 'kinds of failure were')} left out: the design has too many different ones.`,
          ]),
      ...(facts.fabric.requirements.length === 0
        ? ['The design states no requirements that a failure could break.']
        : []),
    ],
    locator: failuresLocator(drawn.map((effect) => ({ id: rowId(effect), effect }))),
  };
}

const rowId = ({ failure: { kind, name } }: FailureEffect): string => `${kind} ${name}`;

function figures({ fabric }: Facts, effects: readonly FailureEffect[]): Figure[] {
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
            note: `of ${printCount(effects.length, 'kind')}`,
          },
        ]),
    { label: 'Cut hosts off', value: printNumber(cutting, 0), note: `of ${printCount(effects.length, 'kind')}` },
    ...(fabric.feeds.length === 0
      ? []
      : [
          {
            label: 'Overload a feed',
            value: printNumber(overloading, 0),
            note: `of ${printCount(effects.length, 'kind')}`,
          },
        ]),
  ];
}

function rowOf({ fabric }: Facts, effect: FailureEffect, isOpen: boolean): ChartNode {
  const { failure, bandwidth } = effect;
  const name = failureName(effect);
  const breaks = effect.broken.map(({ requirement }) => `breaks ${withoutFailures(requirement)}`);
  const costs = costsOf(effect, fabric);
  const [worst] = bandwidth;
  const all = breaks.length + costs.length === 0 ? ['costs nothing that is counted'] : [...breaks, ...costs];
  // One more is shown rather than counted.
  const isLong = all.length > maxLines + 1;
  const lines =
    isOpen || !isLong ? all : [...all.slice(0, maxLines), `and ${all.length - maxLines} more, in its tooltip`];
  return {
    ...originOf(failureOrigin(fabric, effect)),
    ...{
      id: rowId(effect),
      kind: icons[failure.kind] ?? 'other',
      symbol: icons[failure.kind] ?? 'other',
    },
    ...{ label: name, lines, count: failure.alike, group: chart },
    status: { value: breaks.length > 0 ? broken : (worst?.lost ?? 0), text: all.join(', ') },
    ...(worst === undefined ? {} : { bar: { from: 0, to: worst.lost } }),
    value: worst === undefined ? 'none' : `${printQuantity(worst.lost, 'ratio')} of ${worst.of}`,
    ...(isLong ? { folding: { key: rowId(effect), folded: !isOpen } } : {}),
    detail: [name, ...all].join('\n'),
  };
}

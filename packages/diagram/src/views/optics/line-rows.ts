// An amplified line: the power of one channel from the transmitter over spans and amplifiers to the receiver.
import {
  followLine,
  type LinkBudget,
  neededOsnr,
  osnrMargin,
  positionsOf,
  printCount,
  printQuantity,
  printValue,
  receivedOsnr,
  receivedOver,
  type Stage,
  spanLosses,
  spansOf,
  type Way,
  waysOf,
} from '@lightloom/core';
import type { ChartNode } from '../../graph/index.ts';
import { axisOf } from '../chart/axis.ts';
import { originOf } from '../text/json-values.ts';
import { times } from '../text/phrases.ts';
import { type ChartBody, marginText } from './chart-body.ts';
import { endRow, launchLines } from './ends.ts';

type Row = Omit<ChartNode, 'group'>;

/** From the `from` end to the `to` end, with the least launch power. */
export function lineRows(budget: LinkBudget): ChartBody {
  const { class: each, margin } = budget;
  const way = waysOf(budget)[0] as Way;
  const line = followLine(way, 'from');
  const { booster } = positionsOf(each.group);
  const losses = spanLosses(way);
  const spans = spansOf(each.group);
  const rows: Row[] = [];
  const stages = line.stages.filter(({ span }) => span > 0);
  const first = line.stages.find(({ span }) => span === 0);
  if (booster !== undefined && first !== undefined)
    rows.push(amplifierRow(first, first.into.value, line.launched.value));
  stages.forEach((stage, i) => {
    const before = stage.into.value + losses(stage.span - 1).value;
    const next = stages[i + 1];
    const after =
      stage.span + stage.count - 1 < spans && next === undefined
        ? afterLast(stage)
        : next === undefined
          ? line.received.value
          : next.into.value + losses(next.span - 1).value;
    rows.push(
      spanRow(way, stage.span, stage.count, before, stage.into.value),
      amplifierRow(stage, stage.into.value, after),
    );
  });
  const passed = stages.reduce((sum, { count }) => sum + count, 0);
  if (passed < spans)
    rows.push(spanRow(way, spans, 1, line.received.value + losses(spans - 1).value, line.received.value));
  const levels = rows.flatMap(({ bar }) => (bar == null ? [] : [bar.from, bar.to]));
  const floor = receivedOver(budget).find(({ at }) => at === 'to')?.floor;
  const hasFloor = floor !== undefined && !Number.isNaN(floor.value);
  const all = [...levels, ...(hasFloor ? [floor.value] : [])];
  const [low, high] = all.length === 0 ? [-10, 0] : [Math.min(...all), Math.max(...all)];
  const limits = hasFloor ? [{ at: floor.value, text: `receiver needs ${printValue(floor)}` }] : [];
  return {
    axis: axisOf(low, high, 'optical power', limits),
    lines: osnrLines(way),
    rows: [
      endRow(each.from, 'near', launchLines(each.from.optics), ''),
      ...rows,
      endRow(
        each.to,
        'far',
        [`gets ${printValue(line.received)}`],
        margin.isNone === true ? osnrText(way) : marginText(margin),
      ),
    ],
  };

  /** Power after amplifiers that one more span follows. */
  function afterLast({ span, count }: Stage): number {
    const last = span + count - 1;
    return line.received.value + losses(last).value;
  }
}

function osnrText(way: Way): string {
  const margin = osnrMargin(way);
  return Number.isNaN(margin.value) ? 'OSNR margin unknown' : `OSNR margin ${printValue(margin)}`;
}

function osnrLines(way: Way): string[] {
  const { total } = receivedOsnr(way);
  const needed = neededOsnr(way.receiver);
  const has = Number.isNaN(total.value) ? 'OSNR unknown' : `OSNR ${printValue(total)}`;
  return [`${has}${Number.isNaN(needed.value) ? '' : `, needs ${printValue(needed)}`} (in 0.1 nm, ASE only)`];
}

/** Equal spans, one after the other. */
function spanRow({ group }: Way, span: number, count: number, from: number, to: number): Row {
  const name = spansOf(group) === 1 ? 'Span' : count === 1 ? `Span ${span}` : `Spans ${span} to ${span + count - 1}`;
  const given = (group.medium.spans?.value ?? []).flatMap((each) =>
    Array.from({ length: each.count }, () => each.value),
  );
  const length = given.length === spansOf(group) ? given[span - 1] : undefined;
  const lines = [
    [group.fiber?.name ?? 'fiber', ...(length === undefined ? [] : [printQuantity(length, 'length')])].join(', ') +
      (count === 1 ? '' : ' each'),
  ];
  return levelRow({ id: `span ${span}`, symbol: 'fiber', label: name, lines, count }, from, to, group.mediumOrigin);
}

function amplifierRow({ amplifier, count, span, noiseFigure }: Stage, from: number, to: number): Row {
  const lines = [
    ...(span === 0 ? ['booster'] : []),
    ...(Number.isNaN(noiseFigure.value) ? [] : [`noise figure ${printValue(noiseFigure)}`]),
  ];
  const head = {
    id: `amplifier ${span}`,
    symbol: 'amplifier',
    label: times(count, amplifier.name),
    lines,
    count,
  } as const;
  return levelRow(head, from, to, amplifier.origin);
}

/** A row that takes the power from one level to another. */
function levelRow(
  head: Pick<Row, 'id' | 'symbol' | 'label' | 'lines' | 'count'>,
  from: number,
  to: number,
  origin: Parameters<typeof originOf>[0],
): Row {
  const isUnknown = Number.isNaN(from) || Number.isNaN(to);
  const text = (level: number): string => (Number.isNaN(level) ? 'unknown' : printQuantity(level, 'optical power'));
  const value = `${text(from)} → ${text(to)}`;
  return {
    ...head,
    kind: 'other',
    ...(isUnknown ? { status: { value: null, text: value } } : {}),
    bar: isUnknown ? null : { from, to },
    value,
    ...originOf(origin),
    detail: [
      `${head.label}${head.count > 1 ? `: ${printCount(head.count, 'of them', 'of them')}, each as drawn` : ''}`,
      ...head.lines,
      value,
    ].join('\n'),
  };
}

// Why figures of the report are unknown: each reason once, with the figures it leaves unknown.

import { type Derivation, type DesignReport, printCount } from '@lightloom/core';
import { type Block, list } from '../../blocks/block.ts';
import { asSentence } from '../../blocks/rich.ts';

/** Figures that are named for one reason. */
const maxNamed = 3;

/** A list of reasons; empty when every figure is known. */
export function unknownReasons(report: DesignReport): Block[] {
  const reasons = new Map<string, Set<string>>();
  for (const row of rowsOf(report))
    for (const figure of Object.values(row).filter(isUnknown)) {
      const reason = figure.unknown ?? 'a figure it depends on is unknown';
      reasons.set(reason, (reasons.get(reason) ?? new Set()).add(figure.label));
    }
  return list(
    [...reasons].map(([reason, labels]) => {
      const rest = labels.size > maxNamed ? ` and ${printCount(labels.size - maxNamed, 'more figure')}` : '';
      return [asSentence(reason), `: ${[...labels].slice(0, maxNamed).join(', ')}${rest}`];
    }),
  );
}

/** Everything in the report whose values may be figures. */
function rowsOf(report: DesignReport): readonly object[] {
  const { totals, fibers } = report;
  return [
    totals,
    ...report.requirements,
    ...report.networks,
    ...report.pairs,
    ...report.cables,
    ...(report.cost?.rows ?? []),
    ...report.devices,
    ...report.racks,
    ...report.rows,
    ...(totals.hall === undefined ? [] : [totals.hall['worst-case'], totals.hall.typical]),
    ...fibers.racks,
    ...(fibers.tray === undefined ? [] : [fibers.tray, ...fibers.tray.rows]),
    ...fibers.panels,
    ...fibers.connectors,
    ...report.loops,
    ...report.branches,
    ...report.feeds,
    ...report.links.flatMap(({ budget }) => (budget.class.group.cable === undefined ? [budget] : [])),
  ];
}

function isUnknown(value: unknown): value is Derivation {
  if (typeof value !== 'object' || value === null) return false;
  return 'terms' in value && 'label' in value && Number.isNaN((value as Derivation).value);
}

// Coolant loops, their CDUs and branches in Markdown.
import { type DesignReport, printNumber, waterClassWithin } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { valueText } from '../../wording/value-text.ts';
import { valueOfLimit } from './cells.ts';

/** Loops with their heat, flow and temperatures, and the capacity that is left when the redundancy is used up. */
export function loopTable({ loops }: DesignReport): string {
  return markdownTable(
    [
      ...text('Loop', 'Coolant'),
      ...number('Racks', 'Heat', 'Flow', 'Supply', 'Rise', 'Return (of limit)', 'Headroom', 'Remaining CDU capacity'),
    ],
    loops.map((each) => [
      each.loop.name,
      each.loop.values.coolant?.value.name ?? 'unknown',
      printNumber(each.racks),
      valueText(each.heat),
      valueText(each.flow),
      valueText(each.supply),
      valueText(each.rise),
      valueOfLimit(each.returnTemperature, each.returnLimit),
      valueText(each.headroom),
      each.cdus === undefined
        ? '–'
        : `${valueText(each.cdus.heat)}, ${valueText(each.cdus.flow)} (${each.cdus.left} of ${each.cdus.all})`,
    ]),
  );
}

/** The facility water that the CDUs of loops need, and the head of their pumps. */
export function facilityWaterTable({ loops }: DesignReport): string {
  return markdownTable(
    [
      ...text('Loop'),
      ...number('Warmest facility water', 'Pressure drop, worst path', 'Remaining CDU head', 'Head margin'),
    ],
    loops.flatMap(({ loop, pressureDrop, cdus }) => {
      if (cdus === undefined) return [];
      const { facilityWater, head, headMargin } = cdus;
      const within = waterClassWithin(facilityWater.value);
      const warmest = `${valueText(facilityWater)}${within === undefined ? '' : ` (${within})`}`;
      return [[loop.name, warmest, ...[pressureDrop, head, headMargin].map(valueText)]];
    }),
  );
}

/** Branches of loops. */
export function branchTable({ branches }: DesignReport): string {
  return markdownTable(
    [...text('Branch', 'Racks'), ...number('Heat', 'Flow', 'Inlet', 'Rise', 'Return', 'Pressure drop')],
    branches.map(({ branch, heat, flow, inlet, rise, outlet, pressureDrop }) => [
      branch.name,
      `${printNumber(branch.racks.length)} in ${branch.order}`,
      ...[heat, flow, inlet, rise, outlet, pressureDrop].map(valueText),
    ]),
  );
}

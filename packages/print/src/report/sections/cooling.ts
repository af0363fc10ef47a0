// Coolant loops, their CDUs and branches.
import { type DesignReport, printNumber, waterClassWithin } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { valueText } from '../../wording/value-text.ts';
import { foldRows, ofEach } from '../rows/fold-rows.ts';
import { count, ofLimit, quantity, shown } from './cells.ts';

/** Loops with their heat, flow and temperatures, and the capacity that is left when the redundancy is used up. */
export function loopTable({ loops }: DesignReport): Block[] {
  return table(
    [
      ...text('Loop', 'Coolant'),
      ...number('Racks', 'Heat', 'Flow', 'Supply', 'Rise', 'Return (of limit)', 'Headroom', 'Remaining CDU capacity'),
    ],
    foldRows(
      loops.map((each) => [
        each.loop.name,
        each.loop.values.coolant?.value.name ?? 'unknown',
        count(each.racks),
        quantity(each.heat),
        quantity(each.flow),
        quantity(each.supply),
        quantity(each.rise),
        ofLimit(each.returnTemperature, each.returnLimit),
        quantity(each.headroom),
        each.cdus === undefined
          ? '–'
          : `${valueText(each.cdus.heat)}, ${valueText(each.cdus.flow)} (${each.cdus.left} of ${each.cdus.all})`,
      ]),
      ofEach,
    ),
  );
}

/** The facility water that the CDUs of loops need, and the head of their pumps. */
export function facilityWaterTable({ loops }: DesignReport): Block[] {
  return table(
    [
      ...text('Loop'),
      ...number('Warmest facility water', 'Pressure drop, worst path', 'Remaining CDU head', 'Head margin'),
    ],
    foldRows(
      loops.flatMap(({ loop, pressureDrop, cdus }) => {
        if (cdus === undefined) return [];
        const { facilityWater, head, headMargin } = cdus;
        const within = waterClassWithin(facilityWater.value);
        const warmest = `${valueText(facilityWater)}${within === undefined ? '' : ` (${within})`}`;
        return [[loop.name, shown(facilityWater, warmest), ...[pressureDrop, head, headMargin].map(quantity)]];
      }),
      ofEach,
    ),
  );
}

/** Branches of loops. */
export function branchTable({ branches }: DesignReport): Block[] {
  return table(
    [...text('Branch', 'Racks'), ...number('Heat', 'Flow', 'Inlet', 'Rise', 'Return', 'Pressure drop')],
    foldRows(
      branches.map(({ branch, heat, flow, inlet, rise, outlet, pressureDrop }) => [
        branch.name,
        `${printNumber(branch.racks.length)} in ${branch.order}`,
        ...[heat, flow, inlet, rise, outlet, pressureDrop].map(quantity),
      ]),
      ofEach,
    ),
  );
}

// Power and density of the hall of a fabric.
import type { Basis } from '../facts/conditions/basis.ts';
import { rowDensitiesOf } from '../facts/placement/row-density.ts';
import { type HallPower, hallPowerOf } from '../facts/power/hall-power.ts';
import { defineAnswer, defineAnswerFor } from './answer.ts';
import { reads } from './subject-facts.ts';

/** Power of the hall on a basis; undefined without racks and CDUs. */
export const hallPower = defineAnswerFor(
  reads('fabric', 'devices', 'power'),
  (inputs, basis: Basis): HallPower | undefined => hallPowerOf(inputs, basis),
);

/** Rows with switches, by number. Empty where no rack with a switch has a row. */
export const rowDensities = defineAnswer(reads('fabric'), ({ fabric }) => rowDensitiesOf(fabric));

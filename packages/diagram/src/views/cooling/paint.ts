// The color of a temperature.
import type { Derivation, Facts, Loop } from '@lightloom/core';
import { exceeds, printValue } from '@lightloom/core';
import type { Status } from '../../graph/index.ts';
import { known } from '../text/json-values.ts';

/** A position on the scale that is beyond its end. */
const overScale = 1.01;

/** Gives a temperature its position on the scale of the drawing. */
export type Paint = (temperature: Derivation, text: string) => Status;

/** @param low, high ends of the scale in °C */
export function paintBetween(low: number, high: number): Paint {
  return ({ value }, text) => ({ value: known((value - low) / (high - low)), text });
}

/** A paint for what is behind a limit of its own: above it a temperature is over the scale, however high the limit of its loop is. */
export function paintBelow(limit: number | undefined, paint: Paint): Paint {
  return (temperature, text) => {
    const status = paint(temperature, text);
    return limit === undefined || status.value === null || !exceeds(temperature.value, limit)
      ? status
      : { ...status, value: Math.max(status.value, overScale) };
  };
}

/** Supply temperature of a loop, in °C. */
function supplyTemperature({ cooling }: Facts, loop: Loop): Derivation {
  return { ...cooling.returnTemperature(loop), value: loop.values.supply?.value ?? Number.NaN };
}

/** Status of the supply of a loop. */
export function supplyStatus(facts: Facts, loop: Loop, paint: Paint): Status {
  const cold = supplyTemperature(facts, loop);
  return paint(cold, `supply ${printValue(cold)}`);
}

/** `return 52 °C`, as a status. */
export function returnStatus(back: Derivation, paint: Paint): Status {
  return paint(back, `return ${printValue(back)}`);
}

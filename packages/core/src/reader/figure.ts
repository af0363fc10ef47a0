// A figure: a number with its unit, as people read it, and how it came about.
import { type Derivation, figure, printValue } from '../figures/index.ts';
import { canonicalUnit, findUnit, readQuantity, shareUnits } from '../units/index.ts';

/** A number with its unit. */
export interface Figure {
  /** In `unit`; `NaN` when it is unknown. */
  readonly value: number;
  /** The unit of `value`, SI but for °C, dB and dBm; empty for a plain number. */
  readonly unit: string;
  /** As messages print it, in the unit a person would choose: `61.2 kW`, `unknown`. */
  readonly text: string;
  /** Why it is unknown, as the end of a sentence; undefined when it is known. */
  readonly unknown: string | undefined;
  /** How it came about: its formula and its terms, down to what somebody wrote, with the place and the source. */
  readonly derivation: Derivation;
  /**
   * The number in another unit, as `in('kW')`.
   * @throws when the unit isn't one of its dimension
   */
  in(unit: string): number;
}

/** A derivation as a figure. */
export function figureOf(derivation: Derivation): Figure {
  const { value, dimension } = derivation;
  const unit = dimension === 'count' ? '' : dimension === 'ratio' ? '1' : canonicalUnit[dimension];
  return {
    value,
    unit,
    text: printValue(derivation),
    unknown: Number.isNaN(value) ? (derivation.unknown ?? 'one of its terms is unknown') : undefined,
    derivation,
    in(wanted) {
      const found = findUnit(wanted);
      if (found === undefined || dimension === 'count' || !shareUnits(found.dimension, dimension))
        throw new Error(`\`${wanted}\` isn't a unit of ${derivation.label}, a ${dimension}.`);
      return value / found.factor;
    },
  };
}

/** A quantity as a design has it, `60 kW`, or a plain number. @throws when the text isn't one */
export function quantity(text: string, label = 'limit'): Figure {
  if (/^\s*-?[0-9]+(?:\.[0-9]+)?\s*$/.test(text)) return figureOf(figure(label, 'count', Number(text)));
  const read = readQuantity(text);
  if (read === undefined) throw new Error(`\`${text}\` isn't a quantity, such as \`60 kW\`.`);
  return figureOf({ ...figure(label, read.unit.dimension, read.value), unit: read.unit.name });
}

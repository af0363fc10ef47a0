// The value of a property as text, whatever its shape: a number, a table, a range, parts with counts.
import type { ValueSpec } from '../catalogue/index.ts';
import type {
  Counted,
  CountedQuantity,
  CountedWord,
  Given,
  Part,
  PerPart,
  Redundancy,
  Supplies,
  TableRow,
} from '../model/index.ts';
import { type Dimension, printNumber, printQuantity } from '../units/index.ts';

/** The value as it might be written: `1,014.3 kg/m³ at 40 °C, 1,016.8 kg/m³ at 35 °C`, `16 × 800GBASE-DR4`. */
export function valueText(spec: ValueSpec, { value, unit }: Given<unknown>): string {
  const quantity = (number: number, dimension: Dimension): string => printQuantity(number, dimension, unit);
  switch (spec.type) {
    case 'quantity':
      return typeof value === 'number' ? quantity(value, spec.dimension) : String(value);
    case 'count':
      return printNumber(value as number);
    case 'part':
      return (value as Part).name;
    case 'parts':
      return (value as readonly Counted<'optics'>[])
        .map(({ count, part, lowLoss }) => `${printNumber(count, 0)} × ${part.name}${lowLoss ? ' low-loss' : ''}`)
        .join(', ');
    case 'words':
      return (value as readonly CountedWord[])
        .map(({ count, word }) => (count === 1 ? word : `${printNumber(count, 0)} × ${word}`))
        .join(', ');
    case 'table':
      return (value as readonly TableRow<Dimension, Dimension>[])
        .map(
          (row) =>
            quantity(row.value, spec.dimension) + (row.at === undefined ? '' : ` at ${printQuantity(row.at, spec.at)}`),
        )
        .join(', ');
    case 'per part':
      return (value as readonly PerPart<Dimension, 'fiber'>[])
        .map((row) => quantity(row.value, spec.dimension) + (row.part === undefined ? '' : ` on ${row.part.name}`))
        .join(', ');
    case 'quantities':
      return (value as readonly CountedQuantity[])
        .map(
          (each) =>
            `${each.count === 1 ? '' : `${printNumber(each.count, 0)} × `}${quantity(each.value, spec.dimension)}`,
        )
        .join(', ');
    case 'range': {
      const { from, to } = value as { readonly from: number; readonly to: number };
      return from === to
        ? quantity(from, spec.dimension)
        : `${quantity(from, spec.dimension)} to ${quantity(to, spec.dimension)}`;
    }
    case 'supplies': {
      const { count, each, redundancy } = value as Supplies;
      return `${printNumber(count, 0)} × ${printQuantity(each, 'power')}${redundancyText(redundancy)}`;
    }
    case 'word':
    case 'text':
    case 'selection':
      return typeof value === 'string' ? value : '';
  }
}

function redundancyText(redundancy: Redundancy | undefined): string {
  if (redundancy === undefined) return '';
  return 'mirrored' in redundancy ? ', n+n' : `, n+${redundancy.spare}`;
}

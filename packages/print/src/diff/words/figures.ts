// Figures of two designs side by side, as people read them.
import {
  type Derivation,
  type FigurePair,
  figure,
  isSameFigure,
  printApart,
  printBounded,
  printNumber,
  printQuantity,
  printValue,
  sharedUnit,
} from '@lightloom/core';
import { ratioText, valueText } from '../../wording/value-text.ts';

/** The value before and after, with enough digits to differ where they differ; empty where there is none. */
export function figureTexts(pair: FigurePair): readonly [before: string, after: string] {
  const { name, before, after } = inOneUnit(pair);
  const text = (value: Derivation | undefined): string =>
    value === undefined ? '' : name === 'oversubscription' ? ratioText(value) : boundedText(value);
  const texts = [text(before), text(after)] as const;
  const areKnown = before !== undefined && after !== undefined && !Number.isNaN(before.value + after.value);
  if (texts[0] !== texts[1] || !areKnown || name === 'oversubscription') return texts;
  return printApart(before, after);
}

/** A value; of one that is known in part, that part. */
function boundedText(value: Derivation): string {
  const isAtLeast = Number.isNaN(value.value) && value.bounds?.most === Number.POSITIVE_INFINITY;
  return isAtLeast ? printBounded(value, 'least') : valueText(value);
}

/** The figures in the unit that the new one is written in, or in one that suits both. */
function inOneUnit(pair: FigurePair): FigurePair {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return pair;
  const shared = before.dimension === 'count' ? undefined : sharedUnit(before.dimension, before.value, after.value);
  const unit = after.unit ?? (before.unit === undefined ? shared : undefined);
  const withUnit = ({ unit: _, ...bare }: Derivation): Derivation => (unit === undefined ? bare : { ...bare, unit });
  return { ...pair, before: withUnit(before), after: withUnit(after) };
}

/** `−10 kW (−0.5 %)`; `=` where nothing differs, empty where the difference is unknown. */
export function deltaText(pair: FigurePair): string {
  if (isSameFigure(pair)) return '=';
  const { before, after, ratio } = inOneUnit(pair);
  if (before === undefined || after === undefined) return '';
  const difference = after.value - before.value;
  if (!Number.isFinite(difference)) return '';
  const share = Number.isNaN(ratio) || before.dimension === 'ratio' ? '' : ` (${percentText(100 * (ratio - 1))})`;
  return `${signed(difference, (size) => amountText(before, size))}${share}`;
}

function percentText(percent: number): string {
  const isLittle = printNumber(Math.abs(percent), 1) === '0';
  return isLittle ? 'less than 0.1 %' : signed(percent, (size) => `${printNumber(size, 1)} %`);
}

function amountText(of: Derivation, size: number): string {
  switch (of.dimension) {
    case 'temperature':
      return printQuantity(size, 'temperature difference');
    // A difference of shares isn't a share.
    case 'ratio':
      return `${printNumber(100 * size)} points`;
    default:
      return printValue({ ...figure('', of.dimension, size), ...(of.unit === undefined ? {} : { unit: of.unit }) });
  }
}

function signed(value: number, text: (size: number) => string): string {
  return `${value < 0 ? '−' : '+'}${text(Math.abs(value))}`;
}

/** `4.07 ×`, and as a share where it is less than one: `0.25 × (25 %)`; of what has no ratio, as dB, the difference. `=` for equals. */
export function ratioOf(pair: FigurePair): string {
  const { ratio } = pair;
  if (Number.isNaN(ratio) || isSameFigure(pair)) return deltaText(pair);
  const digits = ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2;
  const text = `${printNumber(ratio, ratio < 0.1 ? 4 : digits)} ×`;
  return ratio < 1 ? `${text} (${printNumber(100 * ratio, 1)} %)` : text;
}

/** What figures are of: `design`, or the name of a network, a loop, an array. */
export function bySubject(pairs: readonly FigurePair[]): Map<string, FigurePair[]> {
  const found = new Map<string, FigurePair[]>();
  for (const pair of pairs) found.set(pair.subject, [...(found.get(pair.subject) ?? []), pair]);
  return found;
}

/** A name with what it is of, but for the whole design. */
export function figureName({ subject, name }: FigurePair, whole: string): string {
  return subject === whole ? name : `${name} of ${subject}`;
}

// Cells that the bill of materials and the cable schedule share: cables as they are bought.
import { type CableKind, kindText, type LinkBudget } from '../facts/index.ts';
import { itemAt, type Part } from '../model/index.ts';
import { printQuantity, unknownText } from '../units/index.ts';
import type { Cell } from './table.ts';

/** One kind of cable in cells. */
export interface CableCells {
  readonly kind: 'fiber' | 'cable';
  readonly part: Part<'fiber' | 'cable'> | undefined;
  /** `breakout, MPO16 to 2 × MPO12`, with the lengths of its tails where they differ. */
  readonly detail: string;
  /** Of the longest of its links, in m. */
  readonly length: Cell;
  readonly fibers: Cell;
}

/** A kind of cable as it is bought. */
export function cableCells(kind: CableKind, budgets: readonly LinkBudget[]): CableCells {
  const shared = kind.classes.map((index) => itemAt(budgets, index));
  const lengths = [...new Set(shared.map(({ length }) => inUnit(length.value, 1, 2)))];
  const numbers = lengths.filter((each) => typeof each === 'number').sort((a, b) => a - b);
  const tails = lengths.length < 2 ? '' : `, of ${lengths.map(lengthText).join(' and ')}`;
  const { group } = itemAt(shared, 0).class;
  return {
    ...boughtAs(itemAt(shared, 0)),
    detail: `${kindText(kind)}${tails}`,
    length: numbers.length < lengths.length ? unknownText : (numbers.at(-1) ?? unknownText),
    fibers: group.cable === undefined ? numberCell(kind.fibers) : '',
  };
}

/** What the cables of a class of links are: fiber, or a cable of unknown type where the optics have no fibers. */
export function boughtAs({ class: { group }, fibers }: LinkBudget): Pick<CableCells, 'kind' | 'part'> {
  const isCable = group.cable !== undefined || (group.fiber === undefined && fibers === 0);
  return { kind: isCable ? 'cable' : 'fiber', part: group.cable ?? group.fiber };
}

function lengthText(length: Cell): string {
  return typeof length === 'number' ? printQuantity(length, 'length') : `${length} length`;
}

/** A number as it is, or `unknown`. */
export function numberCell(value: number): Cell {
  return Number.isNaN(value) ? unknownText : value;
}

/**
 * A quantity as a number of a unit, rounded.
 * @param unit in the canonical unit
 */
export function inUnit(value: number, unit: number, digits: number): Cell {
  return Number.isNaN(value) ? unknownText : Number((value / unit).toFixed(digits));
}

// Values over facts that a `let` names: a row each.

import { evaluateFigure, type Facts, worstSideOf } from '../answers/index.ts';
import type { Derivation } from '../figures/index.ts';
import type { NamedFigure } from '../model/index.ts';

/** A value over facts, at its worst where a fact of it is of several things. */
export interface FigureRow {
  readonly figure: NamedFigure;
  readonly value: Derivation;
  /** What it is of, where it is of one among several. */
  readonly worst?: string | undefined;
}

/** Values over facts in the order of the text. */
export function figureRows(facts: Facts): FigureRow[] {
  return facts.fabric.figures.map((figure) => ({
    figure,
    ...evaluateFigure(facts, figure.value, worstSideOf(figure.value)),
  }));
}

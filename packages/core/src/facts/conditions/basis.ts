// What figures are computed from: the worst case, or typical values.

/** What figures are computed from: the worst case, or typical values. */
export type Basis = 'worst-case' | 'typical';

/**
 * Which of the powers of a part is added up. `worst-case`: its maximum. `typical`: its typical power, unknown where none is given.
 * `typical-or-worst-case`: its typical power, and its maximum where none is given; losses are counted the same way.
 */
export type PowerBasis = Basis | 'typical-or-worst-case';

/** The powers that are added up for figures on a basis. */
export function powerBasisOf(basis: Basis): PowerBasis {
  return basis === 'typical' ? 'typical-or-worst-case' : 'worst-case';
}

// The kinds of semantic token. Standard ones where the protocol has one, so that every theme colors them.

/** Types of token, in the order of the legend; each with what it marks. */
export const tokenTypes = {
  type: 'A part type.',
  class: 'A template.',
  namespace: 'A network, or the alias of an import.',
  parameter: 'A parameter of a template.',
  variable: 'What is installed; a `let`, an index, a view or a phase.',
  property: 'A property.',
  enumMember: 'A word that is the value of a property, or the kind of a network.',
  function: 'A pattern of links.',
  number: 'The number of a quantity.',
  portGroup: 'A group of ports.',
  unit: 'The unit of a quantity.',
  fact: 'A fact of the design, as in a requirement.',
  unknown: 'A name that nothing has.',
} as const satisfies Record<string, string>;

/** Modifiers, in the order of the legend. */
export const tokenModifiers = {
  declaration: 'Where it is declared.',
  readonly: 'A value with a name: a `let`, an index.',
  defaultLibrary: 'It ships with Lightloom.',
} as const satisfies Record<string, string>;

export type TokenType = keyof typeof tokenTypes;
export type TokenModifier = keyof typeof tokenModifiers;

/** A stretch of the text and what it is. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

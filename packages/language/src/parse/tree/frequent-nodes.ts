// Classes of the nodes that fill a generated file: each has its features from the start, in one order, so that all nodes
// of a type have one shape and are made without a look-up. The grammar defines what they hold.
import { nameNodeClass, SyntaxNode } from './syntax-node.ts';

/** A list that stays empty. */
const none: readonly never[] = Object.freeze([]);

export class LinkNode extends SyntaxNode {
  declare from: unknown;
  declare to: unknown;
  declare medium: unknown;
  declare hasBody: boolean;
  declare statements: unknown;
  constructor(start: number) {
    super(start);
    this.$shift = 0;
    this.from = undefined;
    this.to = undefined;
    this.medium = undefined;
    this.hasBody = false;
    this.statements = none;
  }
}

export class PropertyNode extends SyntaxNode {
  declare name: string;
  declare items: unknown;
  constructor(start: number, name: string) {
    super(start);
    this.$name = start;
    this.name = name;
    this.items = none;
  }
}

export class ItemNode extends SyntaxNode {
  declare value: unknown;
  declare counted: unknown;
  constructor(start: number) {
    super(start);
    this.value = undefined;
    this.counted = undefined;
  }
}

export class QuantityNode extends SyntaxNode {
  declare text: string;
  constructor(start: number, text: string) {
    super(start);
    this.text = text;
  }
}

export class NumeralNode extends SyntaxNode {
  declare value: number;
  constructor(start: number, value: number) {
    super(start);
    this.value = value;
  }
}

export class SelectorNode extends SyntaxNode {
  declare segments: unknown;
  constructor(start: number) {
    super(start);
    this.segments = none;
  }
}

export class SegmentNode extends SyntaxNode {
  declare named: unknown;
  declare dimensions: unknown;
  constructor(start: number) {
    super(start);
    this.named = undefined;
    this.dimensions = none;
  }
}

export class DimensionNode extends SyntaxNode {
  declare items: unknown;
  constructor(start: number) {
    super(start);
    this.items = none;
  }
}

export class IndexItemNode extends SyntaxNode {
  declare all: boolean;
  declare low: unknown;
  declare high: unknown;
  constructor(start: number) {
    super(start);
    this.all = false;
    this.low = undefined;
    this.high = undefined;
  }
}

export class TypeUseNode extends SyntaxNode {
  declare definition: unknown;
  declare arguments: unknown;
  constructor(start: number) {
    super(start);
    this.definition = undefined;
    this.arguments = none;
  }
}

nameNodeClass('Link', LinkNode);
nameNodeClass('Property', PropertyNode);
nameNodeClass('Item', ItemNode);
nameNodeClass('Quantity', QuantityNode);
nameNodeClass('Numeral', NumeralNode);
nameNodeClass('Selector', SelectorNode);
nameNodeClass('Segment', SegmentNode);
nameNodeClass('Dimension', DimensionNode);
nameNodeClass('IndexItem', IndexItemNode);
nameNodeClass('TypeUse', TypeUseNode);

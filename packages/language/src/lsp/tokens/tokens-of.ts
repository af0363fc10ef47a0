// What the names of a node are: by what they are declared as, not by how they look.
import { libraryScheme } from '@lightloom/core';
import { AstUtils } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { extentOf, nameExtentOf, SyntaxNode } from '../../parse/index.ts';
import { bareFact, factOf } from '../../references/fact-names.ts';
import type { AnyNode } from '../tree/within.ts';
import type { Token, TokenModifier, TokenType } from './legend.ts';

type Kind = readonly [type: TokenType, ...modifiers: TokenModifier[]];

/** What a declaration is, and every use of it. */
const declared: Partial<Record<AnyNode['$type'], Kind>> = {
  TypeDeclaration: ['type'],
  Template: ['class'],
  Parameter: ['parameter'],
  Instance: ['variable'],
  TemplateInstance: ['variable'],
  Network: ['namespace'],
  Import: ['namespace'],
  Ports: ['portGroup'],
  Let: ['variable', 'readonly'],
  LoopIndex: ['variable', 'readonly'],
  View: ['variable'],
  Phase: ['variable'],
};

/** The tokens that a node itself has, without those of the nodes within it. */
export function tokensOf(node: AnyNode): Token[] {
  switch (node.$type) {
    case 'TypeUse':
      return useTokens(node);
    case 'Segment':
      return segmentTokens(node);
    case 'Property':
      return [{ ...nameExtentOf(node), type: 'property', modifiers: [] }];
    case 'FactCall':
      return factOf(node.fact) === undefined ? [] : [at(extentOf(node).start, node.fact, 'fact')];
    case 'Pattern':
      return [at(extentOf(node).start, node.name, 'function')];
    case 'Quantity':
      return quantityTokens(node);
    case 'Network':
      return [...declarationTokens(node), ...networkKind(node)];
    default:
      return declarationTokens(node);
  }
}

function at(start: number, text: string, type: TokenType): Token {
  return { start, end: start + text.length, type, modifiers: [] };
}

function declarationTokens(node: AnyNode): Token[] {
  const kind = declared[node.$type];
  if (kind === undefined || !(node instanceof SyntaxNode) || node.$name < 0) return [];
  const [type, ...modifiers] = kind;
  const extent = nameExtentOf(node as { readonly name?: string } & AnyNode);
  return extent.end > extent.start ? [{ ...extent, type, modifiers: ['declaration', ...modifiers] }] : [];
}

function networkKind(node: ast.Network): Token[] {
  if (node.kind === undefined || node.kind === '') return [];
  const { end } = nameExtentOf(node);
  const text = node.$cstNode?.text.slice(end - extentOf(node).start) ?? '';
  const place = text.search(/[^\s:]/);
  return place < 0 ? [] : [at(end + place, node.kind, 'enumMember')];
}

/** A type where it is used, behind its alias if it has one. */
function useTokens(node: ast.TypeUse): Token[] {
  const { definition } = node;
  const place = definition?.$refNode;
  if (place === undefined || place.end <= place.offset) return [];
  const { start } = extentOf(node);
  const alias = place.offset - 1;
  return [
    ...(alias > start ? [{ start, end: alias, type: 'namespace', modifiers: [] } as const] : []),
    ...referenceToken(place.offset, place.end, definition.ref),
  ];
}

function segmentTokens(node: ast.Segment): Token[] {
  const place = node.named.$refNode;
  if (place === undefined || place.end <= place.offset) return [];
  const target = node.named.ref;
  if (target !== undefined) return referenceToken(place.offset, place.end, target);
  const selector = node.$container as ast.Selector;
  if (bareFact(selector) === node) return [{ start: place.offset, end: place.end, type: 'fact', modifiers: [] }];
  const isWord = selector.segments.length === 1 && AstUtils.getContainerOfType(node, isProperty) !== undefined;
  return isWord ? [{ start: place.offset, end: place.end, type: 'enumMember', modifiers: [] }] : [];
}

function isProperty(node: { readonly $type: string }): node is ast.Property {
  return node.$type === 'Property';
}

function referenceToken(start: number, end: number, target: ast.Named | undefined): Token[] {
  const [type, ...modifiers] = (target === undefined ? undefined : declared[target.$type]) ?? [];
  if (target === undefined || type === undefined) return [];
  const isLibrary = AstUtils.getDocument(target).uri.scheme === libraryScheme;
  return [{ start, end, type, modifiers: isLibrary ? [...modifiers, 'defaultLibrary'] : modifiers }];
}

/** A number and its unit. */
function quantityTokens(node: ast.Quantity): Token[] {
  const { start, end } = extentOf(node);
  const number = /^-?[0-9.]+/.exec(node.text)?.[0].length ?? 0;
  const unit = number + (node.text.slice(number).match(/^[ \t]*/)?.[0].length ?? 0);
  return [
    { start, end: start + number, type: 'number', modifiers: [] },
    { start: start + unit, end, type: 'unit', modifiers: [] },
  ];
}

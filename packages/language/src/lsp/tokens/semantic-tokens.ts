// Semantic tokens: colors by what a name means.
import type { AstNode, LangiumDocument } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { undeclaredUses } from '../../checks/undeclared-uses.ts';
import * as ast from '../../generated/ast.ts';
import { type Extent, extentOf, type FoldedLink, foldedLink, isLongBody } from '../../parse/index.ts';
import type { FabricLinker } from '../../references/linker.ts';
import { type AnyNode, extentIn, visitWithin } from '../tree/within.ts';
import { type Token, type TokenModifier, type TokenType, tokenModifiers, tokenTypes } from './legend.ts';
import { tokensOf } from './tokens-of.ts';

/** A place for each name. */
function numbered<Name extends string>(names: Readonly<Record<Name, string>>): Record<Name, number> {
  return Object.fromEntries(Object.keys(names).map((each, i) => [each, i])) as Record<Name, number>;
}

export class FabricSemanticTokenProvider implements SemanticTokenProvider {
  readonly tokenTypes: Record<TokenType, number> = numbered(tokenTypes);
  readonly tokenModifiers: Record<TokenModifier, number> = numbered(tokenModifiers);
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: Object.keys(tokenTypes), tokenModifiers: Object.keys(tokenModifiers) },
    full: { delta: true },
    range: true,
  };
  /** What was sent of each document, which a delta is to. */
  private readonly sent = new WeakMap<LangiumDocument, SemanticTokensBuilder>();
  /** The tokens of statements, as long as all names that a document sees mean the same. */
  private readonly kept = new WeakMap<LangiumDocument, { readonly meaning: object; readonly pieces: Pieces }>();
  private readonly linker: FabricLinker;

  constructor(linker: FabricLinker) {
    this.linker = linker;
  }

  semanticHighlight(document: LangiumDocument, _params: SemanticTokensParams): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.sent.set(document, builder);
    this.push(document, builder);
    return builder.build();
  }

  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.push(document, builder, extentIn(document, range));
    return builder.build();
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    { previousResultId }: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta {
    const builder = this.sent.get(document) ?? new SemanticTokensBuilder();
    this.sent.set(document, builder);
    builder.previousResult(previousResultId);
    this.push(document, builder);
    return builder.buildEdits();
  }

  private push(document: LangiumDocument, builder: SemanticTokensBuilder, within?: Extent): void {
    const { textDocument } = document;
    const stretch = within ?? { start: 0, end: textDocument.getText().length };
    let last = -1;
    for (const { at, tokens, isOneLine } of this.pieces(document, stretch)) {
      const first = textDocument.positionAt(at);
      for (const { start, end, type, modifiers } of tokens) {
        if (at + start < last || at + end < stretch.start || at + start > stretch.end) continue;
        last = at + end;
        const { line, character } = isOneLine
          ? { line: first.line, character: first.character + start }
          : textDocument.positionAt(at + start);
        const bits = modifiers.reduce((all, each) => all | (1 << this.tokenModifiers[each]), 0);
        builder.push(line, character, end - start, this.tokenTypes[type], bits);
      }
    }
  }

  /** The tokens of a stretch, in the order of the text. Those of short statements are kept as long as all names mean the same. */
  private pieces(document: LangiumDocument, stretch: Extent): readonly Piece[] {
    const file = document.parseResult.value;
    const unknown = new Map<number, number>();
    for (const uses of undeclaredUses(file).values())
      for (const { origin } of uses) unknown.set(origin.start, origin.end);
    const kept = this.keptFor(document);
    const found: Piece[] = [...unknown].map(([start, end]) => pieceOf({ start, end, type: 'unknown', modifiers: [] }));
    visitWithin(file, stretch, (node) => {
      if (!isShort(node)) {
        found.push(...tokensOf(node).map(pieceOf));
        return undefined;
      }
      const at = extentOf(node).start;
      let short = kept.get(node);
      if (short === undefined) kept.set(node, (short = shortPiece(node, at, document.textDocument.getText())));
      found.push({ ...short, at });
      return 'leave';
    });
    // What is unknown is nothing else.
    const known = unknown.size === 0 ? found : found.map((each) => withoutUnknown(each, unknown));
    return known.sort((a, b) => a.at - b.at || endOf(b) - endOf(a));
  }

  private keptFor(document: LangiumDocument): Pieces {
    const meaning = this.linker.meaningOf(document) ?? {};
    const known = this.kept.get(document);
    if (known?.meaning === meaning) return known.pieces;
    const pieces: Pieces = new WeakMap();
    this.kept.set(document, { meaning, pieces });
    return pieces;
  }
}

/** Tokens together, with places from an offset on. */
interface Piece {
  readonly at: number;
  readonly tokens: readonly Token[];
  readonly isOneLine: boolean;
}

type Pieces = WeakMap<AstNode, Omit<Piece, 'at'>>;

function pieceOf(token: Token): Piece {
  return { at: token.start, tokens: [{ ...token, start: 0, end: token.end - token.start }], isOneLine: true };
}

function endOf({ at, tokens }: Piece): number {
  return at + (tokens.at(-1)?.end ?? 0);
}

/** Whether a node is a statement that is replaced as a whole when it is edited. */
function isShort(node: AnyNode): boolean {
  const { $container: container } = node;
  return container !== undefined && isLongBody(container) && !isLongBody(node) && ast.isStatement(node);
}

/** The tokens of a statement, with places from its start on. */
function shortPiece(node: AnyNode, at: number, text: string): Omit<Piece, 'at'> {
  const folded = foldedLink(node);
  const { end } = extentOf(node);
  const found: Token[] = folded === undefined ? [] : foldedTokens(text, folded);
  if (folded === undefined)
    visitWithin(node, { start: at, end }, (each) => {
      found.push(...tokensOf(each));
      return undefined;
    });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    tokens: found.map((each) => ({ ...each, start: each.start - at, end: each.end - at })),
    isOneLine: !/[\r\n]/.test(text.slice(at, end)),
  };
}

function withoutUnknown(piece: Piece, unknown: ReadonlyMap<number, number>): Piece {
  const tokens = piece.tokens.filter(({ start, type }) => type === 'unknown' || !unknown.has(piece.at + start));
  return tokens.length === piece.tokens.length ? piece : { ...piece, tokens };
}

/** The names on both sides of a link that isn't read in full: what is installed, and a group of ports at the end. */
function foldedTokens(text: string, { from, fromEnd, to, toEnd }: FoldedLink): Token[] {
  const sides = [
    { start: from, end: fromEnd },
    { start: to, end: toEnd },
  ];
  return sides.flatMap((side) => {
    const names = namesIn(text, side);
    return names.map((each, i) => {
      const type = i > 0 && i === names.length - 1 ? 'portGroup' : 'variable';
      return { ...each, type, modifiers: [] } as const;
    });
  });
}

/** The names of a path in plain indices: `leaf` and `up` of `leaf[3].up[1]`. Character by character: there may be many paths. */
function namesIn(text: string, { start, end }: Extent): Extent[] {
  const found: Extent[] = [];
  for (let at = start; at < end; at++) {
    const from = at;
    while (at < end && isOfName(text.charCodeAt(at))) at++;
    const isIndex = text.charCodeAt(from) >= 48 && text.charCodeAt(from) <= 57;
    if (at > from && !isIndex) found.push({ start: from, end: at });
  }
  return found;
}

/** Whether a character is one of names: letters, digits, `_` and `-`. */
function isOfName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45
  );
}

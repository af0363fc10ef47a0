// Semantic tokens: colors by what a name means.
import type { LangiumDocument } from 'langium';
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
import { type Extent, foldedLink } from '../../parse/index.ts';
import { extentIn, visitWithin } from '../tree/within.ts';
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
    const unknown = new Map<number, number>();
    for (const uses of undeclaredUses(document.parseResult.value).values())
      for (const { origin } of uses) unknown.set(origin.start, origin.end);
    const found: Token[] = [];
    visitWithin(document.parseResult.value, stretch, (node) => {
      const folded = foldedLink(node);
      found.push(
        ...(folded === undefined ? tokensOf(node) : foldedTokens(textDocument.getText(), folded.from, folded.to)),
      );
      return folded === undefined ? undefined : 'leave';
    });
    for (const [start, end] of unknown) found.push({ start, end, type: 'unknown', modifiers: [] });
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let last = -1;
    for (const { start, end, type, modifiers } of found) {
      // What is unknown is nothing else.
      const isTaken = start < last || (type !== 'unknown' && unknown.has(start));
      if (isTaken || end < stretch.start || start > stretch.end) continue;
      last = end;
      const { line, character } = textDocument.positionAt(start);
      const bits = modifiers.reduce((all, each) => all | (1 << this.tokenModifiers[each]), 0);
      builder.push(line, character, end - start, this.tokenTypes[type], bits);
    }
  }
}

/** The names on both sides of a link that isn't read in full: what is installed, and a group of ports at the end. */
function foldedTokens(text: string, ...sides: readonly Extent[]): Token[] {
  return sides.flatMap(({ start, end }) => {
    const names = [...text.slice(start, end).matchAll(/(?<![\w.[-])[A-Za-z_][\w-]*|(?<=\.)[A-Za-z_][\w-]*/g)];
    return names.map((each, i) => {
      const from = start + each.index;
      const type = i > 0 && i === names.length - 1 ? 'portGroup' : 'variable';
      return { start: from, end: from + each[0].length, type, modifiers: [] } as const;
    });
  });
}

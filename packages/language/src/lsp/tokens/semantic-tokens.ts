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

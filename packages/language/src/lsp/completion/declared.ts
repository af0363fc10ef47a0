// Completion items of declarations: their head at once, their text once somebody looks at them.
import { inLibrary } from '@lightloom/core';
import { prose, visible } from '@lightloom/print/shown';
import { AstUtils, type CommentProvider, type LangiumDocuments, URI } from 'langium';
import { type CompletionItem, CompletionItemKind, type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, textOfNode } from '../../parse/index.ts';
import type { Named } from '../../references/symbols.ts';
import { statementAt } from '../../remedies/statement-at.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';
import type { Item } from './items.ts';

/** Maximum number of lines of a declaration that completion shows. */
const maxLines = 14;

/** Where the declaration of an item is. */
interface Declared {
  readonly uri: string;
  readonly start: number;
}

/** The item of a declaration. */
export function declaredItem(name: string, node: Named, comments: CommentProvider): Item {
  const uri = AstUtils.getDocument(node).uri.toString();
  const isStatement = node.$type !== 'Parameter' && node.$type !== 'LoopIndex';
  return {
    label: name,
    kind: itemKinds[node.$type] ?? CompletionItemKind.Variable,
    detail: visible(headline(node as ast.Statement)),
    ...(isStatement
      ? { data: { uri, start: extentOf(node).start } satisfies Declared }
      : { documentation: documentationOf(node, comments) }),
    ...(inLibrary({ uri, start: 0, end: 0 }) ? { isOfLibrary: true } : {}),
  };
}

/** An item with the documentation that was put off; the same item where there is none. */
export function resolvedItem(
  item: CompletionItem,
  documents: LangiumDocuments,
  comments: CommentProvider,
): CompletionItem {
  const { uri, start } = (item.data ?? {}) as Partial<Declared>;
  if (uri === undefined || start === undefined) return item;
  const document = documents.getDocument(URI.parse(uri));
  const node = document === undefined ? undefined : statementAt(document.parseResult.value as ast.FabricFile, start);
  return node === undefined ? item : { ...item, documentation: documentationOf(node as Named, comments) };
}

function documentationOf(node: Named, comments: CommentProvider): MarkupContent {
  const comment = comments.getComment(node);
  const lines = textOfNode(node).split(/\r?\n/);
  const text = lines.length > maxLines ? [...lines.slice(0, maxLines), '…'] : lines;
  const parts = [...(comment === undefined ? [] : [prose(comment)]), code(text.join('\n'))];
  return { kind: MarkupKind.Markdown, value: parts.join('\n\n') };
}

const itemKinds: Partial<Record<Named['$type'], CompletionItemKind>> = {
  TypeDeclaration: CompletionItemKind.Class,
  Ports: CompletionItemKind.Field,
  Template: CompletionItemKind.Module,
  Let: CompletionItemKind.Constant,
  Parameter: CompletionItemKind.Constant,
  LoopIndex: CompletionItemKind.Variable,
};

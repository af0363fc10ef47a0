// Types, values and imports of a design that it doesn't use.
import type { Finding } from '@lightloom/core';
import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf, referencesIn } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import { type FactDependence, factDependence } from '../references/fact-names.ts';
import type { Imports } from '../workspace/imports.ts';

/** Statements that only declare something for others to use. */
const declaring: ReadonlySet<string> = new Set(['Import', 'TypeDeclaration', 'Template', 'Let']);

/**
 * What a design doesn't use. A file without anything installed is for others to import: what it declares is theirs to use.
 * @param document the design itself, whose names no other file uses
 */
export function unusedIn(document: LangiumDocument, imports: Imports): Finding[] {
  const file = document.parseResult.value as ast.FabricFile;
  if (!file.statements.some(({ $type }) => $type === 'Instance' || $type === 'Network' || $type === 'TemplateInstance'))
    return [];
  const used = usedIn(file);
  const dependsOnFact = factDependence();
  const uri = document.uri.toString();
  return file.statements.flatMap((each): Finding[] => {
    const { $type } = each;
    if ($type === 'TypeDeclaration' || $type === 'Template' || $type === 'Let') {
      if (each.name === '' || used.declarations.has(each) || isFigure(each, dependsOnFact)) return [];
      const kind = $type === 'Let' ? 'unused/let' : 'unused/type';
      return [problem(kind, { uri, ...nameExtentOf(each) }, `\`${each.name}\` is not used.`, removal(uri, each))];
    }
    if ($type !== 'Import' || isUsed(each, used, imports)) return [];
    return [
      problem('unused/import', { uri, ...extentOf(each) }, `Nothing of \`${each.path}\` is used.`, removal(uri, each)),
    ];
  });
}

/** Whether a statement names a figure of the design, which the report shows. */
function isFigure(statement: ast.Statement, dependsOnFact: FactDependence): boolean {
  return statement.$type === 'Let' && dependsOnFact(statement.value);
}

function removal(uri: string, statement: AstNode) {
  return {
    help: 'Remove it.',
    label: 'not used',
    fixes: [{ title: 'Remove it', edits: [{ origin: { uri, ...extentOf(statement) }, text: '' }], isSafe: true }],
  };
}

/** The declarations that a file names, and the files they are in. */
interface Used {
  readonly declarations: ReadonlySet<AstNode>;
  readonly files: ReadonlySet<AstNode>;
}

function usedIn(file: ast.FabricFile): Used {
  const declarations = new Set<AstNode>();
  const files = new Set<AstNode>();
  // Links that repeat one before them name what it names.
  for (const node of referencesIn(file)) {
    const user = node as ast.Segment | ast.TypeUse;
    const named = (user.$type === 'Segment' ? user.named : user.definition)?.ref;
    // A type that only names itself is used by nothing.
    if (named === undefined || isWithin(user, named)) continue;
    declarations.add(named);
    files.add(fileOf(named));
  }
  return { declarations, files };
}

function isWithin(node: AstNode, outer: AstNode): boolean {
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container)
    if (each === outer) return true;
  return false;
}

function fileOf(node: AstNode): AstNode {
  let file = node;
  while (file.$container !== undefined) file = file.$container;
  return file;
}

/** Whether an import brings something that is used, or that does more than declare. An import that can't be followed counts as used. */
function isUsed(statement: ast.Import, used: Used, imports: Imports): boolean {
  const document = imports.documentOf(statement);
  if (document === undefined || used.declarations.has(statement)) return true;
  const files = [document.parseResult.value as ast.FabricFile, ...imports.visibleFrom(document)];
  return files.some((file) => used.files.has(file) || file.statements.some(({ $type }) => !declaring.has($type)));
}

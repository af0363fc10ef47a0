// Names that are declared twice.
import type { Finding } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { nameExtentOf, namesOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import type { Named, Symbols } from '../references/symbols.ts';

/** A body, with what declares names in it. */
interface Body {
  readonly statements?: readonly ast.Statement[];
  readonly parameters?: readonly ast.Parameter[];
  readonly indices?: readonly ast.LoopIndex[];
}

function isDeclaration(
  node: ast.Statement | ast.Parameter | ast.LoopIndex,
): node is (ast.Statement | ast.Parameter | ast.LoopIndex) & Named & { readonly name: string } {
  if (!('name' in node) || node.$type === 'Property' || node.$type === 'Import') return false;
  return typeof node.name === 'string' && node.name !== '';
}

/** In how many of some files each name is declared. */
export type NameCounts = ReadonlyMap<string, number>;

/** In how many of the user's files each name is declared. */
export function nameCounts(documents: readonly LangiumDocument[], symbols: Symbols): NameCounts {
  const counts = new Map<string, number>();
  for (const { parseResult } of documents)
    for (const name of symbols.declaredIn(parseResult.value).keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Names that two declarations of one body, or of two files beside each other, share. The first one counts.
 * @param declared in how many of the files of the design each name is
 */
export function namesTwice(document: LangiumDocument, symbols: Symbols, declared: NameCounts): Finding[] {
  const names = namesOf(document.parseResult.value);
  const twice = once.has(names) ? [] : twiceInBodies(document);
  if (twice.length === 0) once.add(names);
  return [...twice, ...clashes(document, symbols, declared)];
}

/** Keys for the names of files that declare none twice in a body. */
const once = new WeakSet<object>();

function twiceInBodies(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  const note = (each: Named & { readonly name: string }, seen: Map<string, Named>): void => {
    // Nothing refers to a view, so it may be called like what it draws.
    const key = each.$type === 'View' ? `view ${each.name}` : each.name;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, each);
      return;
    }
    found.push(
      problem('name/twice', { uri, ...nameExtentOf(each) }, `\`${each.name}\` is declared twice.`, {
        label: 'the second one',
        related: [{ origin: { uri, ...nameExtentOf(first) }, message: 'First declared here.' }],
      }),
    );
  };
  /** @param around names of the body around, to which what a `for` or an `if` installs belongs */
  const visit = (node: Body, around?: Map<string, Named>): void => {
    const own = new Map<string, Named>();
    const outer = around ?? own;
    // Each branch of an `if` may install something of the same name.
    let branches: Map<string, Named>[] = [];
    const join = (): void => {
      for (const branch of branches) for (const [name, named] of branch) outer.set(name, outer.get(name) ?? named);
      branches = [];
    };
    for (const each of [...(node.parameters ?? []), ...(node.indices ?? []), ...(node.statements ?? [])]) {
      if (branches.length > 0 && each.$type !== 'Else') join();
      const installs = each.$type === 'Instance' || each.$type === 'TemplateInstance';
      if (isDeclaration(each)) note(each, installs ? outer : own);
      // The path of a link declares no names.
      if (!('statements' in each) || each.$type === 'Link') continue;
      if (each.$type === 'For') visit(each, outer);
      else if (each.$type === 'If' || each.$type === 'Else') {
        const before = new Map(outer);
        visit(each, before);
        branches.push(before);
      } else visit(each);
    }
    join();
  };
  visit(document.parseResult.value as ast.FabricFile);
  return found;
}

/** Names of this file that another of the user's files declares too. Those of the part library may be overridden. */
function clashes(document: LangiumDocument, symbols: Symbols, declared: NameCounts): Finding[] {
  const uri = document.uri.toString();
  const own = symbols.declaredIn(document.parseResult.value as ast.FabricFile);
  const found: Finding[] = [];
  // Few names are declared in a second file at all, and few files declare one.
  const open = new Map([...own].filter(([name]) => (declared.get(name) ?? 0) > 1));
  if (open.size === 0) return found;
  for (const other of symbols.importedBeside(document)) {
    const theirs = symbols.declaredIn(other);
    for (const [name, named] of open) {
      const first = theirs.get(name);
      if (first === undefined) continue;
      // The nearest file is enough.
      open.delete(name);
      const message = `\`${name}\` is also declared in an imported file.`;
      const there = { uri: other.$document?.uri.toString() ?? '', ...nameExtentOf(first) };
      found.push(
        problem('name/twice', { uri, ...nameExtentOf(named) }, message, {
          label: 'declared twice',
          related: [{ origin: there, message: 'Also declared here.' }],
        }),
      );
    }
    if (open.size === 0) break;
  }
  return found;
}

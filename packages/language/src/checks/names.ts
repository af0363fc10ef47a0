// Names nobody declared, and names declared twice.
import { type Finding, type Kind, type Origin, pointsOfFact, type Related, requirableFacts } from '@lightloom/core';
import { type AstNode, AstUtils, type LangiumDocument, type Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import { closest, Leaf, nameExtentOf, referencesIn, unfoldLike } from '../parse/index.ts';
import { importEdit } from '../problems/import-edit.ts';
import { problem, replacement } from '../problems/problems.ts';
import { failingPart, failingPartsOf, pointsIn, pointTooMany, wrongPoint } from '../references/points.ts';
import type { Named, Symbols } from '../references/symbols.ts';
import { kindOfBody, propertyOf } from '../syntax/index.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** Most other places that a finding lists. */
const mostRelated = 20;

/**
 * Names used in a file that mean nothing: each told once, however often it is used. Silent where an import leads
 * nowhere: they may come from there.
 */
export function unknownNames(document: LangiumDocument, symbols: Symbols, library: LibraryNames): Finding[] {
  const uses = new Map<string, Use[]>();
  const users = referencesIn(document.parseResult.value);
  // There are more of them when a link is told something: those like it are read in full then.
  for (let i = 0; i < users.length; i++) {
    const user = users[i] as ast.Segment | ast.TypeUse;
    const reference: Reference = user.$type === 'Segment' ? user.named : user.definition;
    const { $refText: name } = reference;
    if (reference.ref !== undefined || reference.error === undefined || name === '') continue;
    const { $refNode } = reference;
    if (!($refNode instanceof Leaf)) continue;
    const container = user;
    const owner = container.$type === 'Segment' ? ownerOf(container as ast.Segment) : undefined;
    // Where the text does not show what the members are, elaboration will.
    if (owner === 'unknown') continue;
    if (owner === undefined && container.$type === 'Segment' && isWordHere(container as ast.Segment)) continue;
    if (container.$type === 'Segment' && isPointHere(container as ast.Segment)) continue;
    const origin: Origin = { uri: document.uri.toString(), start: $refNode.offset, end: $refNode.end };
    const link = AstUtils.getContainerOfType(container, ast.isLink);
    if (link !== undefined) unfoldLike(link);
    const known = uses.get(name);
    const use: Use = { name, container, owner, origin };
    if (known === undefined) uses.set(name, [use]);
    else known.push(use);
  }
  const found: Finding[] = [];
  const missing = new Map<string, Finding>();
  for (const [first, ...others] of uses.values() as Iterable<[Use, ...Use[]]>) {
    const alias = first.owner === undefined ? symbols.aliasOf(first.name, document) : undefined;
    if (alias !== undefined) {
      found.push(behindAlias(first, others, alias));
      continue;
    }
    const file = first.owner === undefined ? library.fileOf(first.name) : undefined;
    if (file === undefined) {
      const told =
        first.owner === undefined ? unknownName(first, others, symbols) : unknownMember(first, others, symbols);
      if (told !== undefined) found.push(told);
    } else if (!missing.has(file)) missing.set(file, missingImport(first, file, document));
  }
  // One missing line is one mistake, however many names it would bring.
  const needed = [...missing.keys()].filter(
    (file) => ![...missing.keys()].some((other) => other !== file && library.broughtBy(other).has(file)),
  );
  return [...found, ...needed.map((file) => missing.get(file) as Finding)];
}

/** A place where a name is used. */
interface Use {
  readonly name: string;
  readonly container: AstNode;
  /** What it should be a member of. */
  readonly owner: Named | undefined;
  readonly origin: Origin;
}

/** What stands before the point: nothing, a declaration, or something the text does not show. */
function ownerOf(segment: ast.Segment): Named | 'unknown' | undefined {
  const index = (segment.$container as ast.Selector).segments.indexOf(segment);
  if (index === 0) return undefined;
  const before = (segment.$container as ast.Selector).segments[index - 1];
  return (before?.$type === 'Segment' ? (before.named.ref as Named | undefined) : undefined) ?? 'unknown';
}

function behindAlias({ name, origin }: Use, others: readonly Use[], alias: string): Finding {
  return problem('name/unknown', origin, `\`${name}\` stands behind the alias \`${alias}\`${andElsewhere(others)}.`, {
    meant: `${alias}.${name}`,
    meantAt: [origin, ...others.map((each) => each.origin)],
    related: alsoUsed(others),
  });
}

function missingImport({ name, origin }: Use, file: string, document: LangiumDocument): Finding {
  return problem('name/unknown', origin, `\`${name}\` is in \`std/${file}\`, which this file does not import.`, {
    help: `Add \`import "std/${file}"\`.`,
    fixes: [{ title: `Add import "std/${file}"`, edits: [importEdit(document, `std/${file}`)] }],
  });
}

function unknownName({ name, container, origin }: Use, others: readonly Use[], symbols: Symbols): Finding {
  const candidates = [...symbols.visible(container)].filter(([, named]) => fits(named, container));
  const near = closest(
    name,
    candidates.map(([each]) => each),
  );
  const difference = differenceIn(name, container, symbols);
  if (difference !== undefined) {
    const places = [origin, ...others.map((each) => each.origin)];
    return problem('name/unknown', origin, `\`${name}\` is one name, and nothing is called so.`, {
      help: `Write \`${difference}\` for a difference: names may hold hyphens, so a minus stands between spaces.`,
      fixes: [replacement(places, difference)],
      related: alsoUsed(others),
    });
  }
  return problem('name/unknown', origin, `Nothing here is called \`${name}\`${andElsewhere(others)}.`, {
    meant: near,
    meantAt: [origin, ...others.map((each) => each.origin)],
    help: 'Declare it, or import the file that does.',
    related: alsoUsed(others),
  });
}

/** `i - 1` for `i-1`, where `i` is a number and no name holds the hyphen. */
function differenceIn(name: string, container: AstNode, symbols: Symbols): string | undefined {
  const parts = name.split('-');
  const isValue = (part: string): boolean => {
    const type = symbols.find(container, part)?.$type;
    return /^\d+$/.test(part) || type === 'LoopIndex' || type === 'Parameter' || type === 'Let';
  };
  const isDifference = parts.length > 1 && container.$type === 'Segment' && parts.every(isValue);
  return isDifference ? parts.join(' - ') : undefined;
}

function unknownMember(
  { name, owner, origin, container }: Use,
  others: readonly Use[],
  symbols: Symbols,
): Finding | undefined {
  const members = owner === undefined ? undefined : symbols.members(owner);
  if (members === undefined || owner === undefined) return undefined;
  const known = [...members.keys(), ...openPoints(container)];
  const list = known.map((each) => `\`${each}\``).join(', ');
  const text = `\`${owner.name ?? ''}\` has no \`${name}\`${andElsewhere(others)}.`;
  return problem('name/unknown', origin, text, {
    meant: closest(name, known),
    meantAt: [origin, ...others.map((each) => each.origin)],
    help: list === '' ? 'It has no members.' : `It has ${list}.`,
    related: alsoUsed(others),
  });
}

/** Points that could stand in place of a name in what is required. */
function openPoints(container: AstNode): readonly string[] {
  const selector = container.$container;
  const require = selector?.$container;
  if (ast.isFailure(require)) {
    const before = require.of.segments.at(-2);
    const owner = before?.$type === 'Segment' ? before.named.ref : undefined;
    return owner?.$type === 'Instance' && require.of.segments.at(-1) === container ? failingPartsOf(owner.kind) : [];
  }
  if (!ast.isRequire(require) || require.subject !== selector || require.subject.segments.at(-1) !== container)
    return [];
  const fact = Object.hasOwn(requirableFacts, require.fact) ? requirableFacts[require.fact] : undefined;
  return fact === undefined ? [] : pointsOfFact(fact);
}

/**
 * Whether a name is a point of the fact that is required, as `typical` in `power(net.typical)`, or stands where only one
 * could, which is told where requirements are read.
 */
function isPointHere(segment: ast.Segment): boolean {
  const selector = segment.$container as ast.Selector;
  const require = selector.$container;
  if (ast.isFailure(require)) return failingPart(selector)?.segment === segment;
  if (!ast.isRequire(require) || require.subject !== selector || selector.segments.length < 2) return false;
  const fact = Object.hasOwn(requirableFacts, require.fact) ? requirableFacts[require.fact] : undefined;
  if (fact === undefined) return false;
  return (
    wrongPoint(selector, fact) === segment ||
    pointTooMany(selector, fact) === segment ||
    pointsIn(selector, fact).includes(segment)
  );
}

/** Whether a declaration is of the sort that a place takes. */
function fits(named: Named, container: AstNode): boolean {
  if (container.$type === 'TypeUse')
    return named.$type !== 'Instance' && named.$type !== 'TemplateInstance' && named.$type !== 'Network';
  const user = container.$container?.$container;
  const selects =
    user !== undefined && (ast.isLink(user) || ast.isPlug(user) || ast.isPlace(user) || ast.isRequire(user));
  return !selects || (named.$type !== 'TypeDeclaration' && named.$type !== 'Template');
}

function andElsewhere(others: readonly Use[]): string {
  return others.length === 0 ? '' : `, which is used ${others.length + 1} times`;
}

function alsoUsed(others: readonly Use[]): Related[] {
  return others.slice(0, mostRelated).map(({ origin }) => ({ origin, message: 'Used here too.' }));
}

/** Whether a bare word is one the catalogue or the grammar gives a meaning of its own. */
function isWordHere(segment: ast.Segment): boolean {
  const item = AstUtils.getContainerOfType(segment, ast.isItem);
  const name = segment.named.$refText;
  if (item === undefined) return false;
  const property = item.$container as ast.Property;
  const kind: Kind | undefined = kindOfBody(property.$container);
  const spec = propertyOf(kind, property.name);
  // A property this kind does not have is told; its value says nothing more.
  if (spec === undefined || spec.value.type === 'word' || spec.value.type === 'words' || spec.value.type === 'text')
    return true;
  const alone = property.items.length === 1 && segment.dimensions.length === 0;
  if (alone && (name === 'unknown' || (name === 'auto' && 'auto' in spec.value))) return true;
  const redundant =
    spec.value.type === 'supplies' || (spec.value.type === 'selection' && spec.value.redundancy === true);
  return redundant && /^2?n$/i.test(name) && property.items.indexOf(item) > 0;
}

/** What declares names: parameters, indices, statements. */
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

/** Names that two declarations of one body share. The first one holds. */
export function namesTwice(document: LangiumDocument, symbols: Symbols): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  const note = (each: Named & { readonly name: string }, seen: Map<string, Named>): void => {
    const first = seen.get(each.name);
    if (first === undefined) {
      seen.set(each.name, each);
      return;
    }
    found.push(
      problem('name/twice', { uri, ...nameExtentOf(each) }, `\`${each.name}\` is declared twice.`, {
        label: 'the second one',
        related: [{ origin: { uri, ...nameExtentOf(first) }, message: 'First declared here.' }],
      }),
    );
  };
  /** @param around names of the body around, to which what a loop or a condition installs belongs */
  const visit = (node: Body, around?: Map<string, Named>): void => {
    const own = new Map<string, Named>();
    const outer = around ?? own;
    // The branches of a condition may each install something of the same name.
    let branches: Map<string, Named>[] = [];
    const join = (): void => {
      for (const branch of branches) for (const [name, named] of branch) outer.set(name, outer.get(name) ?? named);
      branches = [];
    };
    for (const each of [...(node.parameters ?? []), ...(node.indices ?? []), ...(node.statements ?? [])]) {
      if (each.$type !== 'Else') join();
      const installs = each.$type === 'Instance' || each.$type === 'TemplateInstance';
      if (isDeclaration(each)) note(each, installs ? outer : own);
      // A path of a link and the values of an instance declare nothing.
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
  return [...found, ...clashes(document, symbols)];
}

/** Names of this file that a file of the user's beside it declares too. The library may be overridden. */
function clashes(document: LangiumDocument, symbols: Symbols): Finding[] {
  const file = document.parseResult.value as ast.FabricFile;
  const found: Finding[] = [];
  for (const other of symbols.importedBeside(document)) {
    const theirs = symbols.declaredIn(other);
    for (const [name, named] of symbols.declaredIn(file)) {
      const first = theirs.get(name);
      if (first === undefined) continue;
      found.push(
        problem(
          'name/twice',
          { uri: document.uri.toString(), ...nameExtentOf(named) },
          `\`${name}\` is declared in an imported file too.`,
          {
            label: 'declared twice',
            related: [
              {
                origin: { uri: other.$document?.uri.toString() ?? '', ...nameExtentOf(first) },
                message: 'Declared here too.',
              },
            ],
          },
        ),
      );
    }
  }
  return found;
}

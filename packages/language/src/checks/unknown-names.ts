// Names that aren't declared, each with its likeliest correction.
import { type Finding, pointsOfFact, type Related } from '@lightloom/core';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { closest } from '../parse/index.ts';
import { importEdit } from '../problems/import-edit.ts';
import { problem, replacement } from '../problems/problem.ts';
import { codeList } from '../problems/wording.ts';
import { factOf, factsFor } from '../references/fact-names.ts';
import { failingPartsOf } from '../references/points.ts';
import type { Named, Symbols } from '../references/symbols.ts';
import { hole } from '../syntax/index.ts';
import type { LibraryNames } from '../workspace/library-names.ts';
import { namesBeside } from './names-beside.ts';
import { namesOfKind } from './names-of-kind.ts';
import { nestedName } from './nested-names.ts';
import { type Use, undeclaredUses } from './undeclared-uses.ts';

/** The most other places that a finding lists. */
const maxRelated = 20;
/** Unknown names for which the closest known one is looked for: each search walks all names of the file. */
const maxCorrected = 100;
/** Names that they are compared with, all in all. */
const maxCompared = 200_000;

/**
 * Undeclared names of a file: each is reported once, however often it is used. Not to be asked where an import leads to
 * no file: the names may come from there.
 */
export function unknownNames(document: LangiumDocument, symbols: Symbols, library: LibraryNames): Finding[] {
  return unknownNamesIn(document.parseResult.value, document, symbols, library);
}

/** The same for a tree that isn't the document's, as that of a question, but whose names mean what they mean in it. */
export function unknownNamesIn(
  tree: AstNode,
  document: LangiumDocument,
  symbols: Symbols,
  library: LibraryNames,
): Finding[] {
  const uses = undeclaredUses(tree);
  const corrections = new Corrections();
  const found: Finding[] = [];
  const missing = new Map<string, Finding>();
  for (const [first, ...others] of uses.values() as Iterable<[Use, ...Use[]]>) {
    if (first.name === hole) {
      found.push(notFilled(first, others));
      continue;
    }
    const alias = first.owner === undefined ? symbols.aliasOf(first.name, document) : undefined;
    if (alias !== undefined) {
      found.push(behindAlias(first, others, alias));
      continue;
    }
    const file = first.owner === undefined ? library.fileOf(first.name) : undefined;
    if (file === undefined) {
      const reported =
        first.owner === undefined
          ? unknownName(first, others, symbols, corrections)
          : unknownMember(first, others, symbols, corrections);
      if (reported !== undefined) found.push(reported);
    } else if (!missing.has(file)) missing.set(file, missingImport(first, file, document));
  }
  // One missing import is one mistake, however many names it would bring.
  const needed = [...missing.keys()].filter(
    (file) => ![...missing.keys()].some((other) => other !== file && library.broughtBy(other).has(file)),
  );
  return [...found, ...needed.map((file) => missing.get(file) as Finding)];
}

/** The kind of problem of an unknown name: one that is only stated about leaves the design itself complete. */
function kindOf(containers: readonly AstNode[]): 'name/unknown' | 'require/name' {
  const states = (container: AstNode): boolean => AstUtils.getContainerOfType(container, isStatement) !== undefined;
  return containers.every(states) ? 'require/name' : 'name/unknown';
}

function isStatement(node: AstNode): node is ast.Require | ast.Allow | ast.View | ast.FactCall {
  return ast.isRequire(node) || ast.isFactCall(node) || ast.isAllow(node) || ast.isView(node);
}

/** Finds the closest names as long as that takes little time, which grows with the names that are known. */
class Corrections {
  private corrected = 0;
  private compared = 0;

  /** Whether no more are looked for. */
  get areSpent(): boolean {
    return this.corrected >= maxCorrected || this.compared >= maxCompared;
  }

  closest(name: string, candidates: () => Iterable<string>): string | undefined {
    if (this.areSpent) return undefined;
    const names = [...candidates()];
    this.corrected++;
    this.compared += names.length;
    return closest(name, names);
  }
}

/** Holes of a file: one mistake, however many there are. */
function notFilled({ origin }: Use, others: readonly Use[]): Finding {
  return problem('name/hole', origin, `\`${hole}\` is not filled${andElsewhere(others)}.`, {
    help: 'Run `lightloom plan` with this file, or write a value.',
    related: alsoUsed(others),
  });
}

function behindAlias({ name, origin, container }: Use, others: readonly Use[], alias: string): Finding {
  return problem(
    kindOf([container, ...others.map((each) => each.container)]),
    origin,
    `\`${name}\` must be written with the alias \`${alias}\` of its import${andElsewhere(others)}.`,
    {
      suggestion: `${alias}.${name}`,
      isEvident: true,
      suggestionAt: [origin, ...others.map((each) => each.origin)],
      related: alsoUsed(others),
    },
  );
}

function missingImport({ name, origin, container }: Use, file: string, document: LangiumDocument): Finding {
  return problem(kindOf([container]), origin, `\`${name}\` is in \`std/${file}\`, which this file doesn't import.`, {
    help: `Add \`import "std/${file}"\`.`,
    fixes: [{ title: `Add import "std/${file}"`, edits: [importEdit(document, `std/${file}`)], isSafe: true }],
  });
}

function unknownName(
  { name, container, origin }: Use,
  others: readonly Use[],
  symbols: Symbols,
  corrections: Corrections,
): Finding {
  const difference = differenceIn(name, container, symbols);
  if (difference !== undefined) {
    const places = [origin, ...others.map((each) => each.origin)];
    return problem('name/unknown', origin, `\`${name}\` is not defined: the hyphen makes it one name.`, {
      help: `Write \`${difference}\` for a difference: a minus sign needs spaces around it.`,
      fixes: [replacement(places, difference)],
      related: alsoUsed(others),
    });
  }
  const kind = kindOf([container, ...others.map((each) => each.container)]);
  // A list doesn't name the same twice.
  const beside = namesBeside(container);
  const near = corrections.closest(name, () => without(namesThatFit(container, symbols), beside));
  const known = near === undefined && !corrections.areSpent ? namesOfKind(container, symbols) : undefined;
  return problem(kind, origin, `\`${name}\` is not defined${andElsewhere(others)}.`, {
    suggestion: corrections.areSpent ? near : nestedName(name, container, symbols, near),
    suggestionAt: [origin, ...others.map((each) => each.origin)],
    help: [known, 'Declare it, or import the file that declares it.'].filter((each) => each !== undefined).join(' '),
    related: alsoUsed(others),
  });
}

function* without(names: Iterable<string>, left: ReadonlySet<string>): Iterable<string> {
  for (const each of names) if (!left.has(each)) yield each;
}

function* namesThatFit(container: AstNode, symbols: Symbols): Iterable<string> {
  const fits = takesIn(container);
  for (const [name, named] of symbols.visible(container)) if (fits(named)) yield name;
  if (container.$type === 'Segment') yield* factsFor((container as ast.Segment).$container as ast.Selector);
}

/** `i - 1` for `i-1`, where `i` is a number. */
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
  corrections: Corrections,
): Finding | undefined {
  const members = owner === undefined ? undefined : symbols.members(owner);
  if (members === undefined || owner === undefined) return undefined;
  const known = [...members.keys(), ...openPoints(container)];
  const text = `\`${owner.name ?? ''}\` has no \`${name}\`${andElsewhere(others)}.`;
  return problem(kindOf([container, ...others.map((each) => each.container)]), origin, text, {
    suggestion: corrections.closest(name, () => known),
    suggestionAt: [origin, ...others.map((each) => each.origin)],
    help: known.length === 0 ? 'It has no members.' : `It has ${codeList(known)}.`,
    related: alsoUsed(others),
  });
}

/** The points that could be in the place of a name in a requirement. */
function openPoints(container: AstNode): readonly string[] {
  const selector = container.$container;
  const user = selector?.$container;
  if (ast.isFailure(user)) {
    const { segments } = selector as ast.Selector;
    const before = segments.at(-2);
    const owner = before?.$type === 'Segment' ? before.named.ref : undefined;
    return owner?.$type === 'Instance' && segments.at(-1) === container ? failingPartsOf(owner.kind) : [];
  }
  if (!ast.isFactCall(user) || (selector as ast.Selector).segments.at(-1) !== container) return [];
  const fact = factOf(user.fact);
  return fact === undefined ? [] : pointsOfFact(fact);
}

/** Which declarations a place takes, by their kind. */
function takesIn(container: AstNode): (named: Named) => boolean {
  if (container.$type === 'TypeUse')
    return ({ $type }) => $type !== 'Instance' && $type !== 'TemplateInstance' && $type !== 'Network';
  const user = container.$container?.$container;
  const selects =
    user !== undefined && (ast.isLink(user) || ast.isPlug(user) || ast.isPlace(user) || ast.isFactCall(user));
  return ({ $type }) => !selects || ($type !== 'TypeDeclaration' && $type !== 'Template');
}

function andElsewhere(others: readonly Use[]): string {
  return others.length === 0 ? '' : ` (used ${others.length + 1} times)`;
}

function alsoUsed(others: readonly Use[]): Related[] {
  return others.slice(0, maxRelated).map(({ origin }) => ({ origin, message: 'Also used here.' }));
}

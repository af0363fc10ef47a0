// From syntax trees to a fabric. Total: whatever the trees hold, there is a fabric and a list of problems.
import {
  type DeclarationKey,
  type Expression,
  type Fabric,
  type Finding,
  fabricLayers,
  type Layer,
  libraryScheme,
  type Purchase,
  type Requirement,
  type Setting,
  type Steps,
} from '@lightloom/core';
import type { AstNode, CommentProvider } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Symbols } from '../references/symbols.ts';
import { addAllowance } from './assertions/allowances.ts';
import { addPhases, readPhases } from './assertions/phases.ts';
import { addFigure, addRequirement, questionOf } from './assertions/requirements.ts';
import { addView } from './assertions/views.ts';
import { Installer } from './install/installer.ts';
import { Overrides } from './install/overrides.ts';
import { place } from './install/placements.ts';
import { Plugs } from './install/plugs.ts';
import { LinkEnds } from './links/link-ends.ts';
import { LinkPaths } from './links/link-paths.ts';
import { LinkPatterns } from './links/link-patterns.ts';
import { Links } from './links/links.ts';
import { keepPartsOfLibrary, partsOfLibrary } from './parts/library-parts.ts';
import { Parts } from './parts/parts.ts';
import { Properties } from './parts/properties.ts';
import { connectBranches } from './plant/branches.ts';
import { connectPlant, untangleFeeds } from './plant/plant.ts';
import { Context } from './scope/context.ts';
import { Evaluations } from './scope/evaluations.ts';
import { Scope } from './scope/scope.ts';
import { Selectors } from './selection/selectors.ts';
import { Repeater, type Runs } from './statements/repeater.ts';
import { valueOfLet } from './values/evaluate.ts';
import { type SettingProblem, settingsOf } from './values/settings.ts';

export interface Elaborated {
  readonly fabric: Fabric;
  readonly problems: readonly Finding[];
  /** Values set from outside that can't be applied. */
  readonly settings: readonly SettingProblem[];
  /** The key that all elements have which a declaration or statement of these files makes. */
  readonly declarationOf: (node: AstNode) => DeclarationKey;
  /** The same by the place of a declaration in a file. */
  readonly declarationAt: (uri: string, start: number) => DeclarationKey;
  /** How often the `for` at a place of these files repeats its body; undefined where it isn't run. */
  readonly runsAt: (uri: string, start: number) => Runs | undefined;
  /** Elaborates a question in the scope of the finished design: a requirement that no file holds, whose names are bound. */
  readonly ask: (require: ast.Require) => Asked;
}

/** What a question asks for, and what is wrong with it. */
interface Asked {
  readonly requirement: Requirement | undefined;
  readonly problems: readonly Finding[];
}

/**
 * Which types of imported library files a fabric has. A check needs those that the design uses; who may ask for any type by its name
 * needs all.
 */
export type LibraryTypes = 'used' | 'all';

export interface ElaborateOptions {
  /** What problems of the text leave incomplete: what is missing there isn't judged. */
  readonly broken: ReadonlySet<Layer>;
  readonly comments?: CommentProvider;
  /** Values set from outside, for a what-if. */
  readonly given?: readonly Setting[] | undefined;
  /** How the project buys. */
  readonly purchase?: Purchase;
  readonly libraryTypes?: LibraryTypes | undefined;
  /** Whether a name that isn't one of ours is a rule, or the family, of a plug-in. */
  readonly isRule?: (name: string) => boolean;
}

/**
 * Elaborates linked files into one fabric, in steps.
 * @param uri the file that the fabric is of
 * @param files in the order in which they must be read: every file after those it imports
 */
export function* elaborate(
  uri: string,
  files: readonly ast.FabricFile[],
  symbols: Symbols,
  { broken, comments, given = [], purchase, libraryTypes = 'all', isRule = () => false }: ElaborateOptions,
): Steps<Elaborated> {
  const settings = settingsOf(given, uri, files, symbols);
  const context = new Context(uri, symbols, settings.values);
  context.builder.noteSettings(settings.made);
  if (purchase !== undefined) context.builder.notePurchase(purchase);
  // What elaboration can't read, it notes where it finds it: only there it is known whether a plug or a link is missing.
  context.noteGaps(fabricLayers.filter((layer) => broken.has(layer)));
  const parts: Parts = new Parts(context, (...body) => properties.read(...body), comments);
  const selectors = new Selectors(context, (part) => parts.isOpen(part));
  const properties = new Properties(context, parts, selectors);
  const repeater = new Repeater(context);

  // First what is installed, then what changes or connects it, at last what is stated about all of it.
  const installer = new Installer({ context, parts, properties, repeater, comments });
  const top = new Scope(undefined, undefined, []);
  // A library file imports library files only, so that these come first.
  const library = libraryTypes === 'all' && given.length === 0 ? files.slice(0, countOfLibrary(files)) : [];
  const known = partsOfLibrary(library);
  if (known !== undefined) {
    context.numberFiles(known.numbered);
    parts.startWith(known.parts);
  }
  for (const [i, file] of files.entries()) {
    if (known !== undefined && i < library.length) continue;
    if (known === undefined && i === library.length && context.problemCount === 0 && !installer.hasDeferred)
      keepPartsOfLibrary({ files: library, parts: parts.whole, numbered: context.numberedFiles });
    const whole = libraryTypes === 'all' || file === files.at(-1) || !isLibraryFile(file);
    const statements = whole ? file.statements : file.statements.filter((each) => each.$type !== 'TypeDeclaration');
    for (const some of stretches(statements)) {
      installer.run(some, top);
      yield;
    }
  }
  const { deferred } = installer;
  connectPlant(context, deferred, properties, parts);
  yield;
  new Overrides(context, parts, properties, selectors, repeater).run(deferred);
  untangleFeeds(context);
  connectBranches(context, deferred.branches, properties);

  const phases = readPhases(context, selectors, deferred.phases);

  const plugs = new Plugs(context, parts, selectors);
  repeater.replay(deferred.plugs, 'Plug', (node, scope) => plugs.plug(node, scope));
  yield;
  context.modulesIn = true;
  context.builder.layPorts();
  yield;
  yield* new Links(context, parts, repeater, {
    paths: new LinkPaths(context, properties),
    ends: new LinkEnds(context, selectors),
    patterns: new LinkPatterns(context),
  }).run(deferred);
  repeater.replay(deferred.places, 'Place', (node, scope) => place(context, selectors, node, scope));
  yield;

  const named = new Evaluations<Expression>();
  for (const file of files)
    for (const each of file.statements) {
      if (each.$type !== 'Let') continue;
      // One that nothing uses is computed here, so that what is wrong with it is found too.
      if (context.dependsOnFact(each.value)) addFigure({ context, selectors, named, scope: top }, each);
      else valueOfLet(context, top, each);
    }
  for (const each of deferred.requirements) addRequirement({ context, selectors, named }, each);
  yield;
  addPhases({ context, selectors, named }, phases);
  for (const each of deferred.allowances) addAllowance({ context, parts, selectors, isRule }, each);
  for (const each of deferred.views) addView(context, properties, each);
  yield;
  return {
    fabric: context.builder.finish(),
    problems: context.problems,
    settings: settings.problems,
    declarationOf: (node) => context.declaration(node),
    declarationAt: (file, start) => context.declarationAt(file, start),
    runsAt: (file, start) => repeater.runsAt(file, start),
    ask: (require) => {
      const aside = context.aside(uri);
      const there = new Selectors(aside, (part) => parts.isOpen(part));
      const reading = { context: aside, selectors: there, named: new Evaluations<Expression>(), scope: top };
      const requirement = questionOf(reading, require);
      return { requirement, problems: aside.problems };
    },
  };
}

/** How many statements are installed in one step. */
const inOneStep = 500;

/** Statements in stretches, none of which starts with an `else`: that belongs to what is before it. */
function* stretches(statements: readonly ast.Statement[]): Iterable<readonly ast.Statement[]> {
  for (let start = 0, end = 0; start < statements.length; start = end) {
    end = start + inOneStep;
    while (statements[end]?.$type === 'Else') end++;
    yield statements.slice(start, end);
  }
}

/** How many files of the part library are read before any other. */
function countOfLibrary(files: readonly ast.FabricFile[]): number {
  const first = files.findIndex((each) => !isLibraryFile(each));
  return Math.max(0, first);
}

function isLibraryFile({ $document }: ast.FabricFile): boolean {
  return $document?.uri.scheme === libraryScheme;
}

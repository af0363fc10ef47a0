// From syntax trees to a fabric. Total: whatever the trees hold, there is a fabric and a list of problems.
import type { DeclarationKey, Fabric, Finding, Requirement, Setting } from '@lightloom/core';
import type { AstNode, CommentProvider } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Symbols } from '../references/symbols.ts';
import { Assertions } from './assertions.ts';
import { connectBranches } from './branches.ts';
import { Connector } from './connect.ts';
import { Context } from './context.ts';
import { Installer } from './installed.ts';
import { Overrides } from './overrides.ts';
import { Parts } from './parts.ts';
import { connectPlant } from './plant.ts';
import { Properties } from './properties.ts';
import { Repeater } from './repeat.ts';
import { Scope } from './scope.ts';
import { Selectors } from './selectors.ts';
import { type SettingProblem, settingsOf } from './settings.ts';

export interface Elaborated {
  readonly fabric: Fabric;
  readonly problems: readonly Finding[];
  /** Settings that can't be made. */
  readonly settings: readonly SettingProblem[];
  /** The key that all elements have which a declaration or statement of these files makes. */
  readonly declarationOf: (node: AstNode) => DeclarationKey;
  /** Elaborates a question in the scope of the finished design: a requirement that no file holds, whose names are bound. */
  readonly ask: (require: ast.Require) => Asked;
}

/** What a question asks for, and what is wrong with it. */
interface Asked {
  readonly requirement: Requirement | undefined;
  readonly problems: readonly Finding[];
}

/**
 * Elaborates linked files into one fabric.
 * @param uri the file the fabric is of
 * @param files in the order in which they must be read: every file after those it imports
 * @param given values set from outside
 * @param broken whether some text did not parse, so that what is missing is not judged
 */
export function elaborate(
  uri: string,
  files: readonly ast.FabricFile[],
  symbols: Symbols,
  broken: boolean,
  comments?: CommentProvider,
  given: readonly Setting[] = [],
): Elaborated {
  const settings = settingsOf(given, uri, files, symbols);
  const context = new Context(uri, symbols, settings.values);
  context.builder.noteSettings(settings.made);
  if (broken) for (const kind of ['plugs', 'links', 'placements', 'values'] as const) context.builder.noteGap(kind);
  const parts: Parts = new Parts(context, (...body) => properties.read(...body), comments);
  const selectors = new Selectors(context, (part) => parts.isOpen(part));
  const properties = new Properties(context, parts, selectors);
  const repeater = new Repeater(context);
  const installer = new Installer(context, parts, properties, repeater, comments);
  const top = new Scope(undefined, undefined, []);
  for (const file of files) installer.run(file.statements, top);
  connectPlant(context, installer.waiting, properties, parts);
  new Overrides(context, parts, properties, selectors, repeater).run(installer.waiting);
  connectBranches(context, installer.waiting.branches, properties);
  new Connector(context, parts, properties, selectors, repeater).run(installer.waiting);
  new Assertions(context, parts, properties, selectors).run(installer.waiting);
  return {
    fabric: context.builder.finish(),
    problems: context.problems,
    settings: settings.problems,
    declarationOf: (node) => context.declaration(node),
    ask: (require) => {
      const aside = context.aside(uri);
      const there = new Selectors(aside, (part) => parts.isOpen(part));
      const requirement = new Assertions(aside, parts, properties, there).question(require, top);
      return { requirement, problems: aside.problems };
    },
  };
}

// Names nobody declared, and names declared twice.
import { type Finding, type Kind, type Origin, propertiesOf } from '@lightloom/core';
import { AstUtils, type LangiumDocument, type Reference } from 'langium';
import { kindOfBody } from '../catalogue/bodies.ts';
import * as ast from '../generated/ast.ts';
import { closest, nameExtentOf } from '../parse/index.ts';
import { Leaf } from '../parse/syntax-node.ts';
import { problem } from '../problems.ts';
import type { Named, Symbols } from '../references/symbols.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** Names used in a file that mean nothing. Silent where an import leads nowhere: they may come from there. */
export function unknownNames(document: LangiumDocument, symbols: Symbols, library: LibraryNames): Finding[] {
  const found: Finding[] = [];
  const missing = new Map<string, Finding>();
  for (const reference of document.references as Reference[]) {
    const error = reference.error;
    const name = reference.$refText;
    if (error === undefined || name === '' || !(reference.$refNode instanceof Leaf)) continue;
    const container = error.info.container;
    const origin: Origin = {
      uri: document.uri.toString(),
      start: reference.$refNode.offset,
      end: reference.$refNode.end,
    };
    if (container.$type === 'Segment') {
      const segment = container as ast.Segment;
      if ((segment.$containerIndex ?? 0) > 0) {
        const told = unknownMember(segment, name, origin, symbols);
        if (told !== undefined) found.push(told);
        continue;
      }
      if (isWordHere(segment)) continue;
    }
    const file = library.fileOf(name);
    if (file !== undefined) {
      if (!missing.has(file))
        missing.set(
          file,
          problem('name/unknown', origin, `\`${name}\` is in \`std/${file}\`, which this file does not import.`, {
            help: `Add \`import "std/${file}"\`.`,
          }),
        );
      continue;
    }
    const near = closest(
      name,
      [...symbols.visible(container)].map(([each]) => each),
    );
    found.push(
      problem('name/unknown', origin, `Nothing here is called \`${name}\`.`, {
        help: near === undefined ? 'Declare it, or import the file that does.' : `Did you mean \`${near}\`?`,
      }),
    );
  }
  // One missing line is one mistake, however many names it would bring.
  const needed = [...missing.keys()].filter(
    (file) => ![...missing.keys()].some((other) => other !== file && library.broughtBy(other).has(file)),
  );
  return [...found, ...needed.map((file) => missing.get(file) as Finding)];
}

function unknownMember(segment: ast.Segment, name: string, origin: Origin, symbols: Symbols): Finding | undefined {
  const selector = segment.$container as ast.Selector;
  const before = selector.segments[(segment.$containerIndex ?? 0) - 1];
  const target = before?.$type === 'Segment' ? before.named.ref : undefined;
  const members = target === undefined ? undefined : symbols.members(target as Named);
  // Where the text does not show what the members are, elaboration will.
  if (members === undefined || target === undefined) return undefined;
  const near = closest(name, members.keys());
  const list = [...members.keys()].map((each) => `\`${each}\``).join(', ');
  const of = 'name' in target ? (target.name as string) : '';
  return problem('name/unknown', origin, `\`${of}\` has no \`${name}\`.`, {
    help: near !== undefined ? `Did you mean \`${near}\`?` : list === '' ? 'It has no members.' : `It has ${list}.`,
  });
}

/** Whether a bare word is one the catalogue or the grammar gives a meaning of its own. */
function isWordHere(segment: ast.Segment): boolean {
  const item = AstUtils.getContainerOfType(segment, ast.isItem);
  const name = segment.named.$refText;
  if (item === undefined) return false;
  const property = item.$container as ast.Property;
  const kind: Kind | undefined = kindOfBody(property.$container);
  const spec = kind === undefined ? undefined : propertiesOf(kind)[property.name];
  // A property this kind does not have is told; its value says nothing more.
  if (spec === undefined || name === 'unknown' || name === 'auto') return true;
  if (spec.value.type === 'word' || spec.value.type === 'text') return true;
  const redundant =
    spec.value.type === 'supplies' || (spec.value.type === 'selection' && spec.value.redundancy === true);
  return redundant && (name === 'n' || name === '2n');
}

/** Names that two declarations of one body share. The first one holds. */
export function namesTwice(document: LangiumDocument, symbols: Symbols): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  const visit = (node: {
    readonly statements?: readonly ast.Statement[];
    readonly parameters?: readonly ast.Parameter[];
  }): void => {
    const seen = new Map<string, Named>();
    for (const each of [...(node.parameters ?? []), ...(node.statements ?? [])]) {
      if (
        'name' in each &&
        each.$type !== 'Property' &&
        each.$type !== 'Import' &&
        typeof each.name === 'string' &&
        each.name !== ''
      ) {
        const first = seen.get(each.name);
        if (first === undefined) seen.set(each.name, each as Named);
        else {
          found.push(
            problem('name/twice', { uri, ...nameExtentOf(each) }, `\`${each.name}\` is declared twice.`, {
              label: 'the second one',
              related: [{ origin: { uri, ...nameExtentOf(first) }, message: 'First declared here.' }],
            }),
          );
        }
      }
      if ('statements' in each) visit(each);
    }
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

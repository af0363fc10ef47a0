// Figures that nobody gave: as the only part of the library that agrees with all else has them, or as places for the author to fill in.
import {
  type Fabric,
  type Finding,
  type Fix,
  type Given,
  inLibrary,
  type Missing,
  originKey,
  type Part,
  same,
} from '@lightloom/core';
import { AstUtils, type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import * as ast from '../../generated/ast.ts';
import { allReferencesIn } from '../../parse/index.ts';
import { propertyEdit, statementEdit } from '../../remedies/body-edits.ts';
import { declarationAt, outermost } from '../../remedies/statement-at.ts';
import { libraryTextAt } from '../catalogue/catalogue.ts';

/** Values in which a part must agree with one of the library, at least: fewer say little. */
const leastAlike = 2;

/** Declarations for which a finding offers something. */
const maxOffered = 3;

/** Figures of the part library for what a finding lacks, with their sources. @param library its parts */
export function figuresOfAlike(
  { lacks = [] }: Finding,
  fabric: Fabric,
  library: readonly Part[],
  documents: LangiumDocuments,
): Fix[] {
  return lacks.slice(0, maxOffered).flatMap((missing): Fix[] => {
    const own = fabric.parts.find(
      ({ kind, origin }) =>
        missing.owner.startsWith(`${kind} type `) && originKey(origin) === originKey(missing.origin),
    );
    const alike = own === undefined ? [] : library.filter((each) => areAlike(own, each, missing.property));
    const written = new Map(alike.flatMap((each) => writtenIn(each, missing.property)));
    const [found, ...others] = [...written];
    if (found === undefined || others.length > 0) return [];
    const [value, from] = found;
    return added(missing, value, documents).map((fix) => ({
      ...fix,
      title: `Set \`${missing.property}\` to \`${value.replace(/\s+(source|assumed) .*$/s, '')}\`, as ${from} has it`,
    }));
  });
}

/** What a finding lacks, for the author to fill in. */
export function givenByAuthor({ lacks = [] }: Finding, documents: LangiumDocuments): Fix[] {
  return lacks
    .slice(0, maxOffered)
    .flatMap((missing) => added(missing, 'unknown', documents).map((fix) => ({ ...fix, toFillIn: ['unknown'] })));
}

/** Types of the design's own for parts of the library that lack something, used in place of them in a file. */
export function ownTypes({ lacks = [] }: Finding, document: LangiumDocument): Fix[] {
  const owners = new Set(lacks.flatMap(({ owner, origin }) => (inLibrary(origin) ? [owner] : [])));
  return [...owners].slice(0, maxOffered).flatMap((owner): Fix[] => {
    const name = nameOf(owner);
    const own = `My${name}`;
    const uses = allReferencesIn(document.parseResult.value).filter(
      (each): each is ast.TypeUse => ast.isTypeUse(each) && each.definition.$refText === name,
    );
    const [first] = uses;
    if (first === undefined || document.textDocument.getText().includes(own)) return [];
    const uri = document.uri.toString();
    const values = lacks.flatMap((each) => (each.owner === owner ? [`${each.property} unknown`] : []));
    const declaration = `${owner.slice(0, -name.length)}${own} is ${name} { ${[...new Set(values)].join('  ')} }`;
    return [
      {
        title: `Declare a type of your own, ${own}`,
        edits: [
          statementEdit(uri, outermost(statementAround(first)), declaration, true),
          ...uses.map(({ definition: { $refNode } }) => ({
            origin: { uri, start: $refNode?.offset ?? 0, end: $refNode?.end ?? 0 },
            text: own,
          })),
        ],
        isSafe: false,
        changesDesign: true,
        toFillIn: ['unknown'],
      },
    ];
  });
}

/** The statement that names a type. */
function statementAround(node: ast.TypeUse): ast.Statement {
  return AstUtils.getContainerOfType(node, ast.isStatement) as ast.Statement;
}

/** Sources for figures without one, for the author to fill in. */
export function sourcesByAuthor({ rule, origin }: Finding, document: LangiumDocument): Fix[] {
  const text = document.textDocument.getText();
  const at = { ...origin, start: origin.end };
  const fix = (title: string, start: number, end: number, written: string, word: string): Fix => ({
    title,
    edits: [{ origin: { ...at, start, end }, text: written }],
    isSafe: false,
    toFillIn: [word],
  });
  if (rule === 'provenance/unsourced')
    return [
      fix('Add its source', origin.end, origin.end, '  source "document"', 'document'),
      fix('Mark it as assumed', origin.end, origin.end, '  assumed "reason"', 'reason'),
    ];
  const assumed = rule === 'provenance/assumed' ? /^\s+assumed\s+"[^"]*"/.exec(text.slice(origin.end)) : null;
  if (assumed === null) return [];
  return [
    fix('Give its source instead', origin.end, origin.end + assumed[0].length, '  source "document"', 'document'),
  ];
}

/** A property added to the declaration that lacks it, where that is in a file of the design. */
function added({ origin, property, owner }: Missing, value: string, documents: LangiumDocuments): Fix[] {
  const document = inLibrary(origin) ? undefined : documents.getDocument(URI.parse(origin.uri));
  const node =
    document === undefined ? undefined : declarationAt(document.parseResult.value as ast.FabricFile, origin.start);
  const edit = node === undefined ? undefined : propertyEdit(origin.uri, node, property, value);
  return edit === undefined
    ? []
    : [
        {
          title: `Add \`${property}\` to ${owner.startsWith('link ') ? 'these links' : nameOf(owner)}`,
          edits: [edit],
          isSafe: false,
          changesDesign: true,
        },
      ];
}

/** `Leaf` of `switch type Leaf` */
function nameOf(owner: string): string {
  return owner.slice(owner.lastIndexOf(' ') + 1);
}

/** A property of a part of the library as it is written, with its source, and the name of the part; nothing where it has no source. */
function writtenIn(part: Part, property: string): readonly (readonly [string, string])[] {
  const given = valuesOf(part).get(property);
  const text = given === undefined ? undefined : libraryTextAt(given.origin)?.replace(/^[\w-]+\s+/, '');
  if (given === undefined || text === undefined || given.provenance.kind !== 'source') return [];
  const source = ` source "${given.provenance.text}"`;
  return [[text.includes(source.trim()) ? text : `${text} ${source}`, part.name]];
}

/** Whether a part of the library agrees with another in all that this one has, and knows what it lacks. */
function areAlike(own: Part, other: Part, property: string): boolean {
  const known = valuesOf(other);
  if (!other.library || own.kind !== other.kind || !known.has(property)) return false;
  let alike = 0;
  for (const [name, { value }] of valuesOf(own)) {
    const theirs = known.get(name);
    if (theirs === undefined) continue;
    if (!isSame(value, theirs.value)) return false;
    alike++;
  }
  return alike >= leastAlike && portsOf(own) === portsOf(other);
}

function valuesOf({ values }: Part): ReadonlyMap<string, Given<unknown>> {
  return new Map(Object.entries(values as Readonly<Record<string, Given<unknown>>>));
}

/** Cages by form factor: `64 OSFP1600`. */
function portsOf({ ports }: Part): string {
  const counts = new Map<string, number>();
  for (const { cage, count } of ports) counts.set(cage.name, (counts.get(cage.name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => `${count} ${name}`)
    .sort()
    .join();
}

/** Whether two values are the same: numbers up to rounding, parts by their name. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return same(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if ('name' in a && 'name' in b) return a.name === b.name;
  const [left, right] = [a, b].map((each) => Object.entries(each).filter(([key]) => key !== 'origin'));
  return (
    left?.length === right?.length &&
    (left ?? []).every(([key, value], i) => right?.[i]?.[0] === key && isSame(value, right[i]?.[1]))
  );
}

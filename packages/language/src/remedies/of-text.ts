// Fixes of problems of the text that follow from the text around them, a function for each kind of problem.
import {
  type Dimension,
  type Edit,
  type Finding,
  type Fix,
  type Origin,
  partKinds,
  unitsOf,
  usualUnit,
} from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf } from '../parse/index.ts';
import { replacement } from '../problems/problem.ts';
import type { ProblemId } from '../problems/problem-kinds.ts';
import { factOf } from '../references/fact-names.ts';
import type { Symbols } from '../references/symbols.ts';
import { dimensionsOf } from '../syntax/index.ts';
import { statementAt } from './statement-at.ts';

/** Types that are offered where one is missing, and units that fit. */
const maxOffered = 4;

/** A problem with what is around it. */
interface Place {
  readonly origin: Origin;
  /** What is written at the place of the problem. */
  readonly written: string;
  readonly statement: ast.Statement;
  readonly text: string;
  readonly symbols: Symbols;
}

const cures: Partial<Record<ProblemId, (place: Place) => readonly Fix[]>> = {
  'value/dimension': ({ origin, written, statement }) => {
    const number = /^-?\d+(?:\.\d+)?(?=\s*[^\d.\s])/.exec(written)?.[0];
    const [dimension, ...others] = dimensionsAt(statement);
    if (number === undefined || dimension === undefined || others.length > 0) return [];
    const usual = usualUnit(dimension);
    const units = [usual, ...unitsOf(dimension).flatMap(({ name }) => (name === usual ? [] : [name]))];
    return units.slice(0, maxOffered).map((unit) => replacement([origin], `${number} ${unit}`));
  },
  'value/negative': ({ origin, written }) => (written.startsWith('-') ? [replacement([origin], written.slice(1))] : []),
  'value/share': ({ origin }) => [replacement([origin], '100 %')],
  'property/twice': (place) => [removal(place)],
  'property/installed-only': (place) => [removal(place)],
  'import/cycle': (place) => [removal(place)],
  'name/twice': ({ origin, written, statement, text, symbols }) => {
    const container = statement.$container;
    const taken = (name: string): boolean => symbols.find(container, name) !== undefined || text.includes(name);
    const stem = written.replace(/\d+$/, '');
    const first = Number(/\d+$/.exec(written)?.[0] ?? 1) + 1;
    const free = Array.from({ length: 100 }, (_, i) => `${stem}${first + i}`).find((each) => !taken(each));
    return free === undefined ? [] : [replacement([origin], free), removal({ origin, statement })];
  },
  'type/missing': ({ origin, statement, symbols }) => {
    if (statement.$type !== 'Instance') return [];
    return typesOf(statement, symbols).map((name) => ({
      title: `Add \`: ${name}\``,
      edits: [{ origin: { ...origin, start: origin.end }, text: ` : ${name}` }],
      isSafe: false,
    }));
  },
  'type/kind': ({ origin, statement, symbols }) =>
    statement.$type === 'Instance' && statement.type !== undefined && isWithin(origin, statement.type)
      ? typesOf(statement, symbols).map((name) => replacement([origin], name))
      : [],
  'type/cycle': ({ origin, statement }) => {
    if (statement.$type !== 'TypeDeclaration' || statement.base === undefined) return [];
    const at = { ...origin, start: nameExtentOf(statement).end, end: extentOf(statement.base).end };
    return [{ title: 'Remove its base', edits: [{ origin: at, text: '' }], isSafe: false }];
  },
  'template/not-one': ({ origin, statement, symbols }) => {
    const use = statement.$type === 'TemplateInstance' ? statement.type.definition?.ref : undefined;
    const type = use === undefined ? undefined : symbols.typeOf(use);
    if (type?.$type !== 'TypeDeclaration' || !(partKinds as readonly string[]).includes(type.kind)) return [];
    const start = extentOf(statement).start;
    return [
      {
        title: `Add \`${type.kind}\``,
        edits: [{ origin: { ...origin, start, end: start }, text: `${type.kind} ` }],
        isSafe: false,
      },
    ];
  },
  'template/arguments': ({ origin, text, statement }) => {
    // An argument too many: nothing but it is at the place.
    if (statement.$type !== 'TemplateInstance') return [];
    const argument = statement.type.arguments.find(
      (each) => extentOf(each).start === origin.start && extentOf(each).end === origin.end,
    );
    if (argument === undefined || argument.name !== undefined || argument !== statement.type.arguments.at(-1))
      return [];
    const before = /,?\s*$/.exec(text.slice(0, origin.start))?.[0].length ?? 0;
    return [
      { title: 'Remove it', edits: [{ origin: { ...origin, start: origin.start - before }, text: '' }], isSafe: false },
    ];
  },
};

/** A problem of the text with the fixes that its surroundings suggest, where it has none so far. */
export function withTextFixes(
  finding: Finding,
  documents: ReadonlyMap<string, LangiumDocument>,
  symbols: Symbols,
): Finding {
  const cure = Object.hasOwn(cures, finding.rule) ? cures[finding.rule as ProblemId] : undefined;
  const document = documents.get(finding.origin.uri);
  if (cure === undefined || document === undefined || finding.fixes.length > 0) return finding;
  const { origin } = finding;
  const statement = statementAt(document.parseResult.value as ast.FabricFile, origin.start);
  const text = document.textDocument.getText();
  if (statement === undefined) return finding;
  const fixes = cure({ origin, statement, text, symbols, written: text.slice(origin.start, origin.end) });
  return { ...finding, fixes };
}

/** The dimensions that a value of a statement may have: those of its property, or of the fact that it limits. */
function dimensionsAt(statement: ast.Statement): readonly Dimension[] {
  if (statement.$type === 'Property') return dimensionsOf(statement.name);
  const value = statement.$type === 'Require' ? statement.value : undefined;
  const fact = value?.$type === 'FactCall' ? factOf(value.fact) : undefined;
  return fact === undefined || fact.dimension === 'count' ? [] : [fact.dimension];
}

function removal({ origin, statement }: Pick<Place, 'origin' | 'statement'>): Fix {
  const edit: Edit = { origin: { uri: origin.uri, ...extentOf(statement) }, text: '' };
  return { title: 'Remove it', edits: [edit], isSafe: false };
}

/** The design's own types of the kind that an instance has, those of its file first. */
function typesOf(node: ast.Instance, symbols: Symbols): readonly string[] {
  const found = new Set<string>();
  for (const [name, named] of symbols.visible(node)) {
    if (named.$type !== 'TypeDeclaration' || named.kind !== node.kind) continue;
    found.add(name);
    if (found.size === maxOffered) break;
  }
  return [...found];
}

function isWithin({ start, end }: Origin, node: ast.TypeUse): boolean {
  const extent = extentOf(node);
  return extent.start <= start && end <= extent.end;
}

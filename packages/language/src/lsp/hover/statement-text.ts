// What a hover says of a statement as a whole: at its keyword, and wherever nothing in it says more.
import {
  catalogue,
  type ExplanationRow,
  figure,
  type Kind,
  moduleFlow,
  modulePower,
  type Origin,
  originWithin,
  powerBasisOf,
  printCount,
} from '@lightloom/core';
import { type AstNode, AstUtils } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import * as ast from '../../generated/ast.ts';
import { extentOf, type Leaf } from '../../parse/index.ts';
import { innerWords, keywords, partKinds, propertyOf, statementSpec } from '../../syntax/index.ts';
import { code } from '../wording/markdown.ts';
import { type DeclarationHoverServices, declarationText, figuresText } from './declaration-text.ts';

/** The innermost statement around a leaf. */
function statementAround(leaf: Leaf): ast.Statement | undefined {
  return AstUtils.getContainerOfType(leaf.astNode as AstNode, ast.isStatement);
}

/** The statement's keyword explained, a word within it, or what the statement comes to. */
export function statementText(leaf: Leaf, analysis: Analysis, services: DeclarationHoverServices): string | undefined {
  const node = statementAround(leaf);
  if (node === undefined || node.$type === 'Property' || /^[{}()[\],:=]$/.test(leaf.text)) return undefined;
  const [first = ''] = statementSpec(node.$type).keywords;
  if (leaf.offset === extentOf(node).start && keywords.has(leaf.text)) {
    const head = keywordText(node, leaf.text);
    const figures = comesTo(node, analysis, services);
    return figures === '' ? head : `${head}\n\n---\n\n${figures}`;
  }
  if (Object.hasOwn(innerWords, leaf.text)) return wordText(leaf.text as keyof typeof innerWords);
  const figures = comesTo(node, analysis, services);
  return figures === '' ? keywordText(node, first) : figures;
}

/** How a statement is written, and what it does; for a kind of thing also what that is. */
function keywordText(node: ast.Statement, keyword: string): string {
  const { form, doc } = statementSpec(node.$type);
  const kind = node.$type === 'Instance' || node.$type === 'TypeDeclaration' ? node.kind : undefined;
  const isOf = kind !== undefined && Object.hasOwn(catalogue, kind) ? `${catalogue[kind as Kind].doc} ` : '';
  const own = node.$type === 'Instance' ? instanceForm(node.kind) : form.replace(/^KIND\b/, keyword);
  return `${code(own)}\n\n${isOf}${doc}`;
}

/** What is installed with a type comes in arrays; racks have a place in the hall. */
function instanceForm(kind: string): string {
  if (!partKinds.has(kind)) return `${kind} NAME { … }`;
  return `${kind} NAME[…] : TYPE${kind === 'rack' ? ' at row ROW position POSITION' : ''} { … }`;
}

function wordText(word: keyof typeof innerWords): string {
  return `${code(word)}\n\n${innerWords[word]}`;
}

/** The figures of what a statement makes. */
function comesTo(node: ast.Statement, analysis: Analysis, services: DeclarationHoverServices): string {
  const figures = (title: string, rows: readonly ExplanationRow[]): string =>
    figuresText([{ title, rows }], analysis, services.place);
  switch (node.$type) {
    case 'Plug': {
      const rows = plugRows(node, analysis);
      return rows.length === 0 ? '' : figures(`Modules ${node.module.definition.$refText}`, rows);
    }
    case 'Place': {
      const rows = placeRows(node, analysis);
      return rows.length === 0 ? '' : figures('Placed by this statement', rows);
    }
    case 'Allow':
      return allowText(node, analysis);
    case 'View':
      return viewText(node);
    case 'For':
    case 'If':
    case 'Else':
    case 'Override':
    case 'Import':
      return '';
    default:
      return declarationText(node, analysis, services);
  }
}

/** What is about a statement, by where it says it was written. */
function within(node: ast.Statement, { placeOf }: Analysis): (each: { readonly origin: Origin }) => boolean {
  const own = placeOf(node);
  return ({ origin }) => originWithin(origin, own);
}

function plugRows(node: ast.Plug, analysis: Analysis): ExplanationRow[] {
  const { fabric, facts } = analysis;
  const plugs = fabric.plugs.filter(within(node, analysis));
  const { module } = plugs[0] ?? {};
  if (module === undefined) return [];
  const numbers = new Set(plugs.map(({ index }) => index));
  const devices = new Set<number>();
  let count = 0;
  for (let cage = 0; cage < fabric.cages.count; cage++) {
    if (!numbers.has(fabric.cages.plug[cage] ?? -1)) continue;
    count++;
    devices.add(fabric.cages.device[cage] ?? -1);
  }
  const [power, flow] = [modulePower(module, powerBasisOf(facts.basis)), moduleFlow(module)];
  return [
    { name: 'modules', fact: figure('modules', 'count', count), note: `in ${printCount(devices.size, 'device')}` },
    { name: 'power each', fact: power },
    ...(Number.isNaN(flow.value) ? [] : [{ name: 'flow each', fact: flow }]),
  ];
}

function placeRows(node: ast.Place, analysis: Analysis): ExplanationRow[] {
  return analysis.fabric.placements
    .filter(within(node, analysis))
    .flatMap(({ of, devices, racks, each, left }) => [
      { name: of === 'cdu' ? 'CDUs' : 'devices', fact: figure('placed', 'count', devices - left.length) },
      { name: 'racks', fact: figure('racks', 'count', racks), note: `${each} in each, at most` },
      ...(left.length === 0 ? [] : [{ name: 'without room', fact: figure('without room', 'count', left.length) }]),
    ]);
}

/** How many findings an allowance takes out. */
function allowText(node: ast.Allow, analysis: Analysis): string {
  const { allowed } = analysis;
  const own = within(node, analysis);
  const count = allowed.filter(({ by }) => by.some(({ statement }) => own({ origin: statement }))).length;
  return count === 0 ? 'Allows nothing: no finding is of this rule here.' : `Allows ${printCount(count, 'finding')}.`;
}

/** What a drawing shows, property by property. */
function viewText(node: ast.View): string {
  const lines = node.statements.flatMap((each) => {
    const spec = each.$type === 'Property' ? propertyOf('view', each.name) : undefined;
    return each.$type !== 'Property' || spec === undefined ? [] : [`- \`${each.name}\`: ${spec.doc}`];
  });
  return [`A drawing of the design; \`lightloom render\` writes it to a file.`, lines.join('\n')].join('\n\n').trim();
}

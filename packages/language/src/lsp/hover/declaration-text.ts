// What a hover says of a declaration: the declaration in a line, its comment, and the figures of what it installs.
import {
  type Block,
  derivedRows,
  type Explanation,
  explainBranch,
  explainDevices,
  explainFeed,
  explainFigure,
  explainHall,
  explainLoop,
  explainNetwork,
  explainPhase,
  explainRacks,
  explainSelector,
  type Origin,
  originWithin,
  type Part,
} from '@lightloom/core';
import { markdown, prose, sentence } from '@lightloom/print/shown';
import type { AstNode, CommentProvider } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import type { Symbols } from '../../references/symbols.ts';
import { headline } from '../wording/headline.ts';
import { code, derivationMarkdown, explanationMarkdown, type PlaceOf, partMarkdown } from '../wording/markdown.ts';

/** What the hover of a declaration needs. */
export interface DeclarationHoverServices {
  readonly symbols: Symbols;
  readonly comments: CommentProvider;
  /** Writes where something is: `pod.fabric:12`. */
  readonly place: PlaceOf;
  /** Gives the value of a property as it is written. */
  readonly written: (origin: Origin) => string;
}

/** Explanations as Markdown, one after the other. */
export function figuresText(explanations: readonly Explanation[], { facts }: Analysis, place: PlaceOf): string {
  return explanations.map((each) => explanationMarkdown(each, facts, place)).join('\n\n---\n\n');
}

/** The arrays of devices, racks or CDUs that a declaration installs, in all instances of templates. */
export function blocksOf(node: ast.Instance, { fabric, declarationOf }: Analysis): readonly Block[] {
  const key = declarationOf(node);
  return fabric.blocks.filter((each) => each.declaration === key);
}

/** What a name means: its declaration in a line, its comment, its figures. */
export function declarationText(
  node: ast.Statement | ast.Parameter | ast.LoopIndex,
  analysis: Analysis,
  services: DeclarationHoverServices,
): string {
  const comment = services.comments.getComment(node);
  const head = [
    code([headline(node), ...contentsOf(node, services.symbols)].join('\n')),
    comment === undefined ? undefined : prose(comment),
  ];
  const open = unjudgedText(node, analysis);
  if (node.$type === 'TypeDeclaration') {
    const key = analysis.declarationOf(node);
    const part = analysis.fabric.parts.find((each) => each.declaration === key);
    if (part !== undefined)
      return paragraphs(partMarkdown(part, services.written), partFigures(part, services.place), open);
  }
  const explanations = explanationsOf(node, analysis);
  return paragraphs(...head, figuresText(explanations, analysis, services.place), open);
}

function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((each) => each !== undefined && each !== '').join('\n\n');
}

/** Which limits of what a statement declares are not judged, a paragraph for each reason. */
export function unjudgedText(node: AstNode, { judged, placeOf }: Analysis): string {
  const own = placeOf(node);
  return judged.reasons
    .filter(({ owners, places }) =>
      [...owners.map(({ origin }) => origin), ...places].some((each) => originWithin(each, own)),
    )
    .map(
      ({ reason, limits }) =>
        markdown`*Not judged: ${sentence(`${limits.map(({ what }) => what).join(', ')}, because ${reason}`)}.*`.source,
    )
    .join('\n\n');
}

/** What a template installs, a line each. */
function contentsOf(node: ast.Statement | ast.Parameter | ast.LoopIndex, symbols: Symbols): string[] {
  if (node.$type !== 'Template' && node.$type !== 'TemplateInstance') return [];
  const template = node.$type === 'Template' ? node : symbols.typeOf(node.type?.definition.ref);
  if (template?.$type !== 'Template') return [];
  return template.statements.flatMap((each) =>
    each.$type === 'Instance' || each.$type === 'TemplateInstance' ? [`    ${headline(each)}`] : [],
  );
}

/** The figures of what a declaration makes. */
function explanationsOf(
  node: ast.Statement | ast.Parameter | ast.LoopIndex,
  analysis: Analysis,
): readonly Explanation[] {
  const { facts, fabric } = analysis;
  switch (node.$type) {
    case 'Instance':
      return instanceExplanations(node, analysis);
    case 'Network': {
      const key = analysis.declarationOf(node);
      const network = fabric.networks.find((each) => each.declaration === key);
      return network === undefined ? [] : [explainNetwork(facts, network)];
    }
    case 'Let': {
      const key = analysis.declarationOf(node);
      const figure = fabric.figures.find((each) => each.declaration === key);
      return figure === undefined ? [] : [explainFigure(facts, figure)];
    }
    case 'Phase': {
      const then = analysis.at(node.name);
      return then === undefined ? [] : [explainPhase(then.facts, node)];
    }
    case 'TemplateInstance':
      return explainSelector(facts, node.name, []) ?? [];
    default:
      return [];
  }
}

function instanceExplanations(node: ast.Instance, analysis: Analysis): readonly Explanation[] {
  const { facts, fabric } = analysis;
  const key = analysis.declarationOf(node);
  const declared = (each: { readonly declaration: number }): boolean => each.declaration === key;
  const loop = fabric.loops.find(declared);
  if (loop !== undefined) return [explainLoop(facts, loop)];
  const branch = fabric.branches.find(declared);
  if (branch !== undefined) return [explainBranch(facts, branch)];
  const feed = fabric.feeds.find(declared);
  if (feed !== undefined) return [explainFeed(facts, feed)];
  if (fabric.hall !== undefined && declared(fabric.hall)) return [explainHall(facts, fabric.hall)];
  const blocks = blocksOf(node, analysis);
  if (blocks.length === 0) return [];
  if (node.kind === 'rack') return [explainRacks(facts, blocks)];
  if (node.kind !== 'cdu') return [explainDevices(facts, blocks)];
  return explainSelector(facts, node.name, blocks) ?? [];
}

/** What follows from the values of a type alone. */
function partFigures(part: Part, place: PlaceOf): string {
  const rows = derivedRows(part);
  return rows.length === 0
    ? ''
    : derivationMarkdown(
        rows.map(({ fact }) => fact),
        place,
      );
}

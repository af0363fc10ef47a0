// Hover: what the text at the cursor means, and the figures that follow from it.

import {
  explainLinks,
  explainSelector,
  explainVerdict,
  libraryScheme,
  type Origin,
  patterns,
  verdictsOf,
} from '@lightloom/core';
import {
  type AstNode,
  AstUtils,
  Cancellation,
  type CommentProvider,
  CstUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type References,
  URI,
} from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Shown } from '../../analysis/shown.ts';
import { rulesOfPlugins } from '../../configuration/index.ts';
import type * as ast from '../../generated/ast.ts';
import { Leaf, nameExtentOf } from '../../parse/index.ts';
import { shapeText } from '../../reference/shapes.ts';
import type { Symbols } from '../../references/symbols.ts';
import { kindOfBody, propertyOf } from '../../syntax/index.ts';
import type { Imports } from '../../workspace/imports.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';
import { wordDocs } from '../wording/word-docs.ts';
import {
  blocksOf,
  type DeclarationHoverServices,
  declarationText,
  figuresText,
  unjudgedText,
} from './declaration-text.ts';
import { argumentText, rangeText } from './range-text.ts';
import { type SelectedText, selectedAt } from './selected-text.ts';
import { statementText } from './statement-text.ts';
import { factText, importText, inOtherUnits, provenanceText, ruleText } from './texts.ts';

/** What a hover needs. */
export interface HoverServices {
  readonly shown: Shown;
  readonly references: References;
  readonly symbols: Symbols;
  readonly comments: CommentProvider;
  readonly documents: LangiumDocuments;
  readonly imports: Imports;
}

export class FabricHoverProvider implements HoverProvider {
  private readonly services: HoverServices;

  constructor(services: HoverServices) {
    this.services = services;
  }

  async getHoverContent(
    document: LangiumDocument,
    params: HoverParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<Hover | undefined> {
    const analysis = await this.services.shown.atOnce(document, cancelToken);
    const offset = document.textDocument.offsetAt(params.position);
    const root = document.parseResult.value.$cstNode;
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
    if (!(leaf instanceof Leaf)) return undefined;
    const value = this.textFor(leaf, analysis);
    return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: leaf.range };
  }

  /** What texts of declarations are made with, for an analysis. */
  private declarations({ now }: Analysis): DeclarationHoverServices {
    const { documents } = this.services;
    const [place, written] = [placeIn(documents), writtenIn(documents)];
    return { ...this.services, place: (origin) => place(now(origin)), written: (origin) => written(now(origin)) };
  }

  private textFor(leaf: Leaf, analysis: Analysis): string | undefined {
    const node: AstNode = leaf.astNode;
    return (
      this.atOwnName(node as ast.Statement, leaf, analysis) ??
      this.within(leaf, analysis) ??
      rangeText(leaf, analysis) ??
      argumentText(leaf, this.services.symbols) ??
      statementText(leaf, analysis, this.declarations(analysis))
    );
  }

  /** What is named at a leaf, and what is around it that says more than its statement. */
  private within(leaf: Leaf, analysis: Analysis): string | undefined {
    const node: AstNode = leaf.astNode;
    const pattern = node.$type === 'Pattern' ? patterns.get((node as ast.Pattern).name) : undefined;
    if (pattern !== undefined) return `${code(`as ${pattern.form}`)}\n\n${pattern.doc}`;
    const target = this.services.references.findDeclarations(leaf)[0] as ast.Statement | undefined;
    const selected = selectedAt(leaf);
    const explained = selected === undefined ? undefined : this.selection(selected, target, analysis);
    if (explained !== undefined) return explained;
    if (target !== undefined) return declarationText(target, analysis, this.declarations(analysis));
    const requirement = AstUtils.getContainerOfType(node, (each): each is ast.Require => each.$type === 'Require');
    if (requirement !== undefined) return this.requirement(requirement, leaf, analysis);
    const fact = factText(leaf);
    if (fact !== undefined) return fact;
    const property = AstUtils.getContainerOfType(node, (each): each is ast.Property => each.$type === 'Property');
    if (property !== undefined) return this.property(property, leaf, analysis);
    const link = AstUtils.getContainerOfType(node, (each): each is ast.Link => each.$type === 'Link');
    if (link !== undefined && node.$type !== 'Segment') return this.links(link, analysis);
    return undefined;
  }

  /** At the name of a property, or the word that starts a statement without a name. */
  private atOwnName(node: ast.Statement, leaf: Leaf, analysis: Analysis): string | undefined {
    if (node.$type === 'Property' && nameExtentOf(node).start === leaf.offset)
      return this.property(node, leaf, analysis);
    if (node.$type === 'Import') return importText(node, this.services.imports);
    if (node.$type === 'Allow') return ruleText(node, leaf, rulesOfPlugins(analysis.plugins));
    if (node.$type === 'Network' && leaf.text === node.kind) return wordDocs[leaf.text];
    if (node.$type === 'Require') return this.requirement(node, leaf, analysis);
    if (node.$type === 'Link') return this.links(node, analysis);
    return undefined;
  }

  /** What a selector matches up to the cursor, below the declaration that its last name refers to. */
  private selection(selected: SelectedText, target: ast.Statement | undefined, analysis: Analysis): string | undefined {
    const explanations = explainSelector(analysis.facts, selected.text, installedBy(selected, target, analysis));
    if (explanations === undefined) return undefined;
    const figures = figuresText(explanations, analysis, this.declarations(analysis).place);
    return [...(target === undefined ? [] : [code(headline(target))]), figures].join('\n\n');
  }

  /** What a property means; at its value, that value in other units too. */
  private property(node: ast.Property, leaf: Leaf, analysis: Analysis): string | undefined {
    const kind = kindOfBody(node.$container);
    const spec = propertyOf(kind, node.name);
    if (kind === undefined || spec === undefined) return undefined;
    const value = inOtherUnits(leaf.text);
    const heading = `${code(node.name)}${value === undefined ? '' : `\n\n${value}`}\n\n${spec.doc}\n\n*${shapeText(spec.value)}, of a ${kind}*${provenanceText(node)}`;
    if (node.$container.$type !== 'Link') return heading;
    const budget = this.links(node.$container, analysis);
    return budget === undefined ? heading : `${heading}\n\n---\n\n${budget}`;
  }

  /** Whether a requirement holds; at the name of its fact, what that fact is. */
  private requirement(node: ast.Require, leaf: Leaf, analysis: Analysis): string | undefined {
    const key = analysis.declarationOf(node);
    const { $container: body } = node;
    const { facts } = (body.$type === 'Phase' ? analysis.at(body.name) : undefined) ?? analysis;
    const verdict = verdictsOf(facts).find(({ requirement }) => requirement.declaration === key);
    const fact = factText(leaf);
    const doc = fact === undefined ? [] : [`${fact}\n\n---\n\n`];
    const figures =
      verdict === undefined
        ? []
        : [figuresText([explainVerdict(verdict)], analysis, this.declarations(analysis).place)];
    return doc.length + figures.length === 0 ? undefined : [...doc, ...figures].join('');
  }

  /** The links of a statement, with their budget. */
  private links(node: ast.Link, analysis: Analysis): string | undefined {
    const key = analysis.declarationOf(node);
    const groups = analysis.fabric.linkGroups.filter((each) => each.declaration === key);
    if (groups.length === 0) return undefined;
    const figures = figuresText([explainLinks(analysis.facts, groups)], analysis, this.declarations(analysis).place);
    const open = unjudgedText(node, analysis);
    return open === '' ? figures : `${figures}\n\n${open}`;
  }
}

/** The arrays that the device of a selector was declared as; undefined where any may be meant. */
function installedBy({ device }: SelectedText, target: ast.Statement | undefined, analysis: Analysis) {
  const declared = device === undefined ? target : (device.named.ref as ast.Statement | undefined);
  return declared?.$type === 'Instance' ? blocksOf(declared, analysis) : undefined;
}

/** Writes where something is: `pod.fabric:12`. */
export function placeIn(documents: LangiumDocuments): (origin: Origin) => string {
  return ({ uri, start }) => {
    const parsed = URI.parse(uri);
    const document = documents.getDocument(parsed)?.textDocument;
    const name = uri.startsWith(`${libraryScheme}:`)
      ? parsed.path.replace(/^\//, '')
      : (parsed.path.split('/').at(-1) ?? '');
    return document === undefined ? name : `${name}:${document.positionAt(start).line + 1}`;
  };
}

/** Gives the value of a property as it is written. */
function writtenIn(documents: LangiumDocuments): (origin: Origin) => string {
  return ({ uri, start, end }) => {
    const text = documents.getDocument(URI.parse(uri))?.textDocument.getText().slice(start, end) ?? '';
    return text.replace(/^\S+\s+/, '').replace(/\s+/g, ' ');
  };
}

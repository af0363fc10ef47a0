// What stands at the cursor: its meaning, and the figures that follow from it.
import {
  derivedRows,
  type Explanation,
  explainBranch,
  explainDevices,
  explainFeed,
  explainHall,
  explainLinks,
  explainLoop,
  explainNetwork,
  explainRacks,
  explainSelector,
  explainVerdict,
  type Given,
  libraryScheme,
  type Origin,
  type Part,
  patterns,
  requirableFacts,
  verdictsOf,
} from '@lightloom/core';
import { type AstNode, AstUtils, CstUtils, type LangiumDocument, URI } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.ts';
import type * as ast from '../generated/ast.ts';
import { extentOf, Leaf, nameExtentOf } from '../parse/index.ts';
import type { FabricEditorServices } from '../services/services.ts';
import { kindOfBody, propertyOf } from '../syntax/index.ts';
import { headline } from './headline.ts';
import { type SelectedText, selectedAt } from './hover-selection.ts';
import { importText, inOtherUnits, provenanceText, ruleText } from './hover-texts.ts';
import { code, derivationMarkdown, explanationMarkdown, partMarkdown } from './markdown.ts';
import { shapeText } from './shapes.ts';
import { wordDocs } from './word-docs.ts';

export class FabricHoverProvider implements HoverProvider {
  private readonly services: FabricEditorServices;

  constructor(services: FabricEditorServices) {
    this.services = services;
  }

  getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
    const offset = document.textDocument.offsetAt(params.position);
    const root = document.parseResult.value.$cstNode;
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
    if (!(leaf instanceof Leaf)) return undefined;
    const analysis = this.services.workspace.Analyses.of(document);
    const value = this.textFor(leaf, analysis);
    return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: leaf.range };
  }

  private textFor(leaf: Leaf, analysis: Analysis): string | undefined {
    const node = leaf.astNode as AstNode;
    const own = this.atOwnName(node as ast.Statement, leaf, analysis);
    if (own !== undefined) return own;
    const pattern = node.$type === 'Pattern' ? patterns.get((node as ast.Pattern).name) : undefined;
    if (pattern !== undefined) return `${code(`as ${pattern.form}`)}\n\n${pattern.doc}`;
    const target = this.services.references.References.findDeclarations(leaf)[0] as ast.Statement | undefined;
    const selected = selectedAt(leaf);
    if (selected !== undefined) {
      const installed = this.installedBy(selected, target, analysis);
      const told = explainSelector(analysis.facts, selected.text, installed);
      if (told !== undefined)
        return [...(target === undefined ? [] : [code(headline(target))]), this.told(told, analysis)].join('\n\n');
    }
    if (target !== undefined) return this.declaration(target, analysis);
    const requirement = AstUtils.getContainerOfType(node, (each): each is ast.Require => each.$type === 'Require');
    if (requirement !== undefined) return this.requirement(requirement, leaf, analysis);
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
    if (node.$type === 'Import') return importText(node, this.services);
    if (node.$type === 'Allow') return ruleText(node, leaf);
    if (node.$type === 'Network' && leaf.text === node.kind) return wordDocs[leaf.text];
    if (node.$type === 'Require') return this.requirement(node, leaf, analysis);
    if (node.$type === 'Link') return this.links(node, analysis);
    return undefined;
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

  private requirement(node: ast.Require, leaf: Leaf, analysis: Analysis): string | undefined {
    const { start, end } = extentOf(node);
    const verdict = verdictsOf(analysis.facts).find(({ requirement }) =>
      this.within(requirement.origin, node, start, end),
    );
    const fact = Object.hasOwn(requirableFacts, node.fact) ? requirableFacts[node.fact] : undefined;
    const doc =
      fact !== undefined && leaf.text === node.fact
        ? `${code(`require ${node.fact}(…)`)}\n\n${fact.doc}\n\n---\n\n`
        : '';
    return verdict === undefined
      ? doc === ''
        ? undefined
        : doc
      : doc + this.told([explainVerdict(verdict)], analysis);
  }

  private links(node: ast.Link, analysis: Analysis): string | undefined {
    const { start, end } = extentOf(node);
    const groups = analysis.fabric.linkGroups.filter((each) => this.within(each.origin, node, start, end));
    return groups.length === 0 ? undefined : this.told([explainLinks(analysis.facts, groups)], analysis);
  }

  /** What a name means: its declaration in a line, its comment, its figures. */
  private declaration(node: ast.Statement | ast.Parameter | ast.LoopIndex, analysis: Analysis): string | undefined {
    const comment = this.services.documentation.CommentProvider.getComment(node);
    const doc = comment === undefined ? '' : `\n\n${comment}`;
    const line = headline(node);
    switch (node.$type) {
      case 'TypeDeclaration': {
        const part = analysis.fabric.parts.find((each) => this.declares(each.origin, node));
        return part === undefined
          ? code(line) + doc
          : partMarkdown(part, (given) => this.written(given)) + this.figuresOf(part);
      }
      case 'Instance':
        return `${code(line)}${doc}\n\n${this.instance(node, analysis)}`;
      case 'Network': {
        const network = analysis.fabric.networks.find((each) => this.declares(each.origin, node));
        return network === undefined
          ? code(line) + doc
          : `${code(line)}${doc}\n\n${this.told([explainNetwork(analysis.facts, network)], analysis)}`;
      }
      case 'TemplateInstance': {
        const told = explainSelector(analysis.facts, node.name, []);
        const figures = told === undefined ? '' : `\n\n${this.told(told, analysis)}`;
        return code([line, ...this.contents(node)].join('\n')) + doc + figures;
      }
      case 'Template':
        return code([line, ...this.contents(node)].join('\n')) + doc;
      default:
        return code(line) + doc;
    }
  }

  /** The arrays that the device of a selector was declared as; undefined where any may be meant. */
  private installedBy({ device }: SelectedText, target: ast.Statement | undefined, { fabric }: Analysis) {
    const declared = device === undefined ? target : (device.named.ref as ast.Statement | undefined);
    if (declared?.$type !== 'Instance') return undefined;
    return fabric.blocks.filter((each) => this.declares(each.origin, declared));
  }

  /** Explanations, one after the other. */
  private told(explanations: readonly Explanation[], { facts }: Analysis): string {
    return explanations.map((each) => explanationMarkdown(each, facts, this.place)).join('\n\n---\n\n');
  }

  /** `pod.fabric:12` */
  private readonly place = ({ uri, start }: Origin): string => {
    const parsed = URI.parse(uri);
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(parsed)?.textDocument;
    const name = uri.startsWith(`${libraryScheme}:`)
      ? parsed.path.replace(/^\//, '')
      : (parsed.path.split('/').at(-1) ?? '');
    return document === undefined ? name : `${name}:${document.positionAt(start).line + 1}`;
  };

  /** What a template installs, a line each. */
  private contents(node: ast.Template | ast.TemplateInstance): string[] {
    const { Symbols } = this.services.references;
    const template = node.$type === 'Template' ? node : Symbols.typeOf(node.type?.definition.ref);
    return template?.$type !== 'Template'
      ? []
      : template.statements.flatMap((each) =>
          each.$type === 'Instance' || each.$type === 'TemplateInstance' ? [`    ${headline(each)}`] : [],
        );
  }

  private instance(node: ast.Instance, analysis: Analysis): string {
    const { facts, fabric } = analysis;
    const loop = fabric.loops.find((each) => this.declares(each.origin, node));
    if (loop !== undefined) return this.told([explainLoop(facts, loop)], analysis);
    const branch = fabric.branches.find((each) => this.declares(each.origin, node));
    if (branch !== undefined) return this.told([explainBranch(facts, branch)], analysis);
    const feed = fabric.feeds.find((each) => this.declares(each.origin, node));
    if (feed !== undefined) return this.told([explainFeed(facts, feed)], analysis);
    if (fabric.hall !== undefined && this.declares(fabric.hall.origin, node))
      return this.told([explainHall(facts, fabric.hall)], analysis);
    const blocks = fabric.blocks.filter((each) => this.declares(each.origin, node));
    if (blocks.length === 0) return '';
    if (node.kind === 'rack') return this.told([explainRacks(facts, blocks)], analysis);
    if (node.kind !== 'cdu') return this.told([explainDevices(facts, blocks)], analysis);
    return this.told(explainSelector(facts, node.name, blocks) ?? [], analysis);
  }

  /** What a type comes to by itself. */
  private figuresOf(part: Part): string {
    const rows = derivedRows(part);
    return rows.length === 0
      ? ''
      : `\n\n${derivationMarkdown(
          rows.map(({ fact }) => fact),
          this.place,
        )}`;
  }

  /** A value as it was written. */
  private written(given: Given<unknown>): string {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(given.origin.uri));
    const text = document?.textDocument.getText().slice(given.origin.start, given.origin.end) ?? '';
    return text.replace(/^\S+\s+/, '').replace(/\s+/g, ' ');
  }

  /** Whether something was installed by a declaration: its origin starts at the name, or covers the whole. */
  private declares(origin: Origin, node: ast.Statement): boolean {
    if (origin.uri !== AstUtils.getDocument(node).uri.toString()) return false;
    return origin.start === nameExtentOf(node as never).start || origin.start === extentOf(node).start;
  }

  private within(origin: Origin, node: AstNode, start: number, end: number): boolean {
    return origin.uri === AstUtils.getDocument(node).uri.toString() && origin.start >= start && origin.end <= end;
  }
}

// What stands at the cursor: its meaning, and the figures that follow from it.
import {
  explainBranch,
  explainDevices,
  explainFeed,
  explainHall,
  explainLinks,
  explainLoop,
  explainNetwork,
  explainRacks,
  explainVerdict,
  type Given,
  isPart,
  type Origin,
  type Part,
  patterns,
  requirableFacts,
  switchRows,
  verdictsOf,
} from '@lightloom/core';
import { type AstNode, AstUtils, CstUtils, type LangiumDocument, URI } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { kindOfBody, propertyOf } from '../catalogue/bodies.ts';
import type * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf } from '../parse/index.ts';
import { Leaf } from '../parse/syntax-node.ts';
import type { FabricEditorServices } from '../services.ts';
import { headline } from './headline.ts';
import { importText, inOtherUnits, ruleText } from './hover-texts.ts';
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
    const target = this.services.references.References.findDeclarations(leaf)[0];
    if (target !== undefined) return this.declaration(target as ast.Statement, analysis);
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
    const heading = `${code(node.name)}${value === undefined ? '' : `\n\n${value}`}\n\n${spec.doc}\n\n*${shapeText(spec.value)}, of a ${kind}*`;
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
    return verdict === undefined ? (doc === '' ? undefined : doc) : doc + explanationMarkdown(explainVerdict(verdict));
  }

  private links(node: ast.Link, analysis: Analysis): string | undefined {
    const { start, end } = extentOf(node);
    const groups = analysis.fabric.linkGroups.filter((each) => this.within(each.origin, node, start, end));
    return groups.length === 0 ? undefined : explanationMarkdown(explainLinks(analysis.facts, groups));
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
          : partMarkdown(part, (given) => this.written(given)) + this.switchFigures(part);
      }
      case 'Instance':
        return `${code(line)}${doc}\n\n${this.instance(node, analysis)}`;
      case 'Network': {
        const network = analysis.fabric.networks.find((each) => this.declares(each.origin, node));
        return network === undefined
          ? code(line) + doc
          : `${code(line)}${doc}\n\n${explanationMarkdown(explainNetwork(analysis.facts, network))}`;
      }
      case 'Template':
      case 'TemplateInstance':
        return code([line, ...this.contents(node)].join('\n')) + doc;
      default:
        return code(line) + doc;
    }
  }

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
    if (loop !== undefined) return explanationMarkdown(explainLoop(facts, loop));
    const branch = fabric.branches.find((each) => this.declares(each.origin, node));
    if (branch !== undefined) return explanationMarkdown(explainBranch(facts, branch));
    const feed = fabric.feeds.find((each) => this.declares(each.origin, node));
    if (feed !== undefined) return explanationMarkdown(explainFeed(facts, feed));
    if (fabric.hall !== undefined && this.declares(fabric.hall.origin, node))
      return explanationMarkdown(explainHall(facts, fabric.hall));
    const blocks = fabric.blocks.filter((each) => this.declares(each.origin, node));
    if (blocks.length === 0) return '';
    if (node.kind === 'rack') return explanationMarkdown(explainRacks(facts, blocks));
    if (node.kind !== 'cdu') return explanationMarkdown(explainDevices(facts, blocks));
    const part = blocks[0]?.part;
    return part === undefined ? '' : partMarkdown(part, (given) => this.written(given));
  }

  /** What a switch type comes to by itself. */
  private switchFigures(part: Part): string {
    const rows = isPart(part, 'switch') ? switchRows(part) : [];
    return rows.length === 0 ? '' : `\n\n${derivationMarkdown(rows.map(({ fact }) => fact))}`;
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

// Signature help: what the arguments of a template, a pattern or a fact are, while they are written.
import { patterns } from '@lightloom/core';
import { prose, visible } from '@lightloom/print/shown';
import { type CommentProvider, CstUtils, type LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelpParams } from 'vscode-languageserver';
import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import { nounOf } from '../../elaborate/selection/families.ts';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import { factOf } from '../../references/fact-names.ts';
import type { Symbols } from '../../references/symbols.ts';
import { type OpenCall, openCallAt } from './open-call.ts';

/** What signature help needs. */
export interface SignatureServices {
  readonly symbols: Symbols;
  readonly comments: CommentProvider;
}

/** A signature before its label is put together. */
interface Signature {
  readonly name: string;
  readonly parameters: readonly { readonly label: string; readonly doc: string }[];
  readonly doc: string;
  /** Index of the parameter that the cursor is at. */
  readonly active: number;
}

export class FabricSignatureHelpProvider implements SignatureHelpProvider {
  readonly signatureHelpOptions = { triggerCharacters: ['(', ','], retriggerCharacters: [')'] };
  private readonly services: SignatureServices;

  constructor(services: SignatureServices) {
    this.services = services;
  }

  provideSignatureHelp(document: LangiumDocument, { position }: SignatureHelpParams): SignatureHelp | undefined {
    const offset = document.textDocument.offsetAt(position);
    const call = openCallAt(document.textDocument.getText(), offset);
    const found = call === undefined ? undefined : this.signatureOf(call, document, offset);
    return found === undefined ? undefined : toSignatureHelp(found);
  }

  private signatureOf(call: OpenCall, document: LangiumDocument, offset: number): Signature | undefined {
    if (call.of === 'pattern') return patternSignature(call);
    return call.of === 'template' ? this.templateSignature(call, document, offset) : factSignature(call);
  }

  private templateSignature(call: OpenCall, document: LangiumDocument, offset: number): Signature | undefined {
    const root = document.parseResult.value.$cstNode;
    const around = root === undefined ? undefined : CstUtils.findLeafNodeBeforeOffset(root, offset)?.astNode;
    const template = this.services.symbols.typeOf(
      this.services.symbols.find(around ?? document.parseResult.value, call.name),
    );
    if (template?.$type !== 'Template') return undefined;
    const { parameters } = template;
    const named = parameters.findIndex(({ name }) => name === call.named);
    return {
      name: call.name,
      parameters: parameters.map((each) => ({ label: textOfNode(each).replace(/\s+/g, ' '), doc: parameterDoc(each) })),
      doc: prose(this.services.comments.getComment(template) ?? ''),
      active: named >= 0 ? named : call.argument,
    };
  }
}

function parameterDoc({ default: usual }: ast.Parameter): string {
  return usual === undefined ? 'Must be given.' : `${textOfNode(usual)} when not given.`;
}

function patternSignature({ name, argument }: OpenCall): Signature | undefined {
  const pattern = patterns.get(name);
  if (pattern === undefined || pattern.takes.names.length === 0) return undefined;
  const { names, repeated } = pattern.takes;
  const last = names.length - 1;
  return {
    name,
    parameters: names.map((each, i) => ({
      label: repeated && i === last ? `${each}, …` : each,
      doc: repeated && i === last ? 'May be repeated.' : '',
    })),
    doc: `${pattern.doc}\n\nExample: \`as ${pattern.form}\``,
    active: repeated ? Math.min(argument, last) : argument,
  };
}

function factSignature({ name, argument }: OpenCall): Signature | undefined {
  const fact = factOf(name);
  if (fact === undefined) return undefined;
  const kinds = fact.subjects.map(nounOf).join(' | ');
  const points = fact.points === undefined ? '' : ` Points: ${fact.points.map((each) => `\`.${each}\``).join(', ')}.`;
  const several = fact.several === 'together' ? 'Several count together.' : 'Of several, the worst counts.';
  return {
    name,
    parameters: [{ label: `${kinds}, …`, doc: `${several}${points}` }],
    doc: fact.doc,
    active: Math.min(argument, 0),
  };
}

function toSignatureHelp({ name, parameters, doc, active }: Signature): SignatureHelp {
  const infos: ParameterInformation[] = [];
  let label = `${visible(name)}(`;
  for (const [i, parameter] of parameters.entries()) {
    if (i > 0) label += ', ';
    const shown = visible(parameter.label);
    infos.push({ label: [label.length, label.length + shown.length], documentation: parameter.doc });
    label += shown;
  }
  return {
    signatures: [{ label: `${label})`, documentation: { kind: 'markdown', value: doc }, parameters: infos }],
    activeSignature: 0,
    activeParameter: active,
  };
}

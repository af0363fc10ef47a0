// What each body holds: whose properties, and which statements.
import { type Kind, type PropertySpec, propertiesOf } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';

/** The kind whose properties a body takes; undefined when it takes none. */
export function kindOfBody(node: AstNode | undefined): Kind | undefined {
  switch (node?.$type) {
    case 'TypeDeclaration':
      return (node as ast.TypeDeclaration).kind;
    case 'Instance':
      return (node as ast.Instance).kind;
    case 'Override':
      return kindOfOverride(node as ast.Override);
    case 'Link':
      return 'link';
    case 'Ports':
      return 'ports';
    case 'View':
      return 'view';
    default:
      return undefined;
  }
}

/** The kind of what an override changes, as far as the text alone shows it. */
function kindOfOverride({ of }: ast.Override): Kind | undefined {
  const last = of[0]?.segments.at(-1);
  const named = last?.$type === 'Segment' ? last.named.ref : undefined;
  return named?.$type === 'Instance' ? named.kind : undefined;
}

/** A property of a kind by its name: one the catalogue has, whatever else an object answers to. */
export function propertyOf(kind: Kind | undefined, name: string): PropertySpec | undefined {
  const known = kind === undefined ? {} : propertiesOf(kind);
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** The properties a body takes; on a type, without those of what is installed. */
export function propertiesOfBody(node: AstNode): readonly (readonly [string, PropertySpec])[] {
  const kind = kindOfBody(node);
  const all = kind === undefined ? [] : Object.entries(propertiesOf(kind));
  return node.$type === 'TypeDeclaration' ? all.filter(([, spec]) => spec.installedOnly !== true) : all;
}

type StatementType = ast.Statement['$type'];

const design: readonly StatementType[] = [
  'Instance',
  'TemplateInstance',
  'Override',
  'Plug',
  'Link',
  'Place',
  'Require',
  'Allow',
  'Let',
];
/** What repeats others, or holds where a condition does. */
const control: readonly StatementType[] = ['For', 'If', 'Else'];
const everywhere: readonly StatementType[] = ['TypeDeclaration', 'Template', ...design, ...control];

/** Statements each body takes. */
export function statementsOf(node: AstNode): readonly StatementType[] {
  switch (node.$type) {
    case 'FabricFile':
      return ['Import', 'Network', 'View', ...everywhere];
    case 'Network':
    case 'Template':
    case 'For':
    case 'If':
    case 'Else':
      return [...design, ...control];
    case 'TypeDeclaration': {
      const { kind } = node as ast.TypeDeclaration;
      return kind === 'switch' || kind === 'host' ? ['Property', 'Ports', 'Allow'] : ['Property', 'Allow'];
    }
    case 'Instance':
      return (node as ast.Instance).kind === 'loop' ? ['Property', 'Allow', 'Instance'] : ['Property', 'Allow'];
    case 'Override':
      return ['Property', 'Allow'];
    default:
      return ['Property'];
  }
}

/** What a statement is called in messages. */
export const statementNames: Readonly<Record<StatementType, string>> = {
  Allow: 'An allowance',
  Else: 'An `else`',
  For: 'A `for`',
  If: 'An `if`',
  Import: 'An import',
  Instance: 'An instance',
  Let: 'A `let`',
  Link: 'A link',
  Network: 'A network',
  Override: 'A change of what is installed',
  Place: 'A `place`',
  Plug: 'A `plug`',
  Ports: 'A port group',
  Property: 'A property',
  Require: 'A requirement',
  Template: 'A template',
  TemplateInstance: 'An array of a template',
  TypeDeclaration: 'A type',
  View: 'A view',
};

/** What a body is called in messages. */
export function bodyName(node: AstNode): string {
  switch (node.$type) {
    case 'FabricFile':
      return 'at the top of a file';
    case 'TypeDeclaration':
      return `in a ${(node as ast.TypeDeclaration).kind} type`;
    case 'Instance':
      return `in a ${(node as ast.Instance).kind}`;
    case 'Override':
      return 'in a change of what is installed';
    case 'Link':
      return 'in the path of a link';
    case 'Ports':
      return 'in a port group';
    case 'TemplateInstance':
      return 'in an array of a template';
    case 'For':
      return 'in a loop';
    case 'If':
    case 'Else':
      return 'under a condition';
    default:
      return `in a ${node.$type.toLowerCase()}`;
  }
}

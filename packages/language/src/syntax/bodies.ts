// What each body holds: whose properties, and which statements.
import { type Kind, type PropertySpec, propertiesOf } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { type BodyKind, type StatementType, statementSpec, statementsIn } from './statements.ts';

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

/** A property of a kind by its name; undefined for a name that every JavaScript object knows, such as `constructor`. */
export function propertyOf(kind: Kind | undefined, name: string): PropertySpec | undefined {
  const known = kind === undefined ? {} : propertiesOf(kind);
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** The properties a body takes; on a type, without those of instances. */
export function propertiesOfBody(node: AstNode): readonly (readonly [string, PropertySpec])[] {
  const kind = kindOfBody(node);
  const all = kind === undefined ? [] : Object.entries(propertiesOf(kind));
  return node.$type === 'TypeDeclaration' ? all.filter(([, spec]) => spec.installedOnly !== true) : all;
}

/** The statements a body takes. */
export function statementsOf(node: AstNode): readonly StatementType[] {
  return statementsIn(bodyKindOf(node));
}

function bodyKindOf(node: AstNode): BodyKind {
  switch (node.$type) {
    case 'FabricFile':
      return 'file';
    case 'Network':
    case 'Template':
    case 'For':
    case 'If':
    case 'Else':
      return 'block';
    case 'TypeDeclaration': {
      const { kind } = node as ast.TypeDeclaration;
      return kind === 'switch' || kind === 'host' ? 'device type' : 'type';
    }
    case 'Instance':
      return (node as ast.Instance).kind === 'loop' ? 'coolant loop' : 'instance';
    case 'Override':
      return 'override';
    case 'Link':
      return 'link';
    case 'Phase':
      return 'phase';
    default:
      return 'detail';
  }
}

/** What messages call a statement, as the subject of a sentence: `A link`. */
export function statementName(type: StatementType): string {
  return statementSpec(type).subject;
}

/** What messages call a body: `in a switch type`. */
export function bodyName(node: AstNode): string {
  switch (node.$type) {
    case 'FabricFile':
      return 'at the top of a file';
    case 'TypeDeclaration':
      return `in a ${(node as ast.TypeDeclaration).kind} type`;
    case 'Instance':
      return `in a ${(node as ast.Instance).kind}`;
    default:
      return statementSpec(node.$type as StatementType).within ?? 'here';
  }
}

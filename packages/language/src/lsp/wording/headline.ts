// A declaration in one line.
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';

/** A declaration without its body, on one line. */
export function headline(node: ast.Statement | ast.Parameter | ast.LoopIndex): string {
  switch (node.$type) {
    case 'TypeDeclaration':
      return `${node.kind} type ${node.name}${node.base === undefined ? '' : ` is ${node.base.definition.$refText}`}`;
    case 'Instance':
      return `${node.kind} ${node.name}${dimensions(node)}${node.type === undefined ? '' : ` : ${text(node.type)}`}`;
    case 'TemplateInstance':
      return `${node.name}${dimensions(node)} : ${text(node.type)}`;
    case 'Template':
      return `template ${node.name}(${node.parameters.map(text).join(', ')})`;
    case 'Ports':
      return `ports ${node.name}${dimensions(node)} : ${text(node.cage)}`;
    case 'Network':
      return `network ${node.name}${node.kind === undefined ? '' : ` : ${node.kind}`}`;
    case 'View':
      return `view ${node.name}${node.title === undefined ? '' : ` "${node.title}"`}`;
    case 'Phase':
      return `phase ${node.name}${node.title === undefined ? '' : ` "${node.title}"`}${node.adds.length === 0 ? '' : ` adds ${node.adds.map(text).join(', ')}`}`;
    case 'LoopIndex':
      return `for ${text(node)}`;
    default:
      return text(node);
  }
}

function dimensions(node: { readonly dimensions: readonly ast.Dimension[] }): string {
  return node.dimensions.map(text).join('');
}

function text(node: AstNode | undefined): string {
  return node === undefined ? '' : textOfNode(node).replace(/\s+/g, ' ');
}

// What the outline says of a statement: its name, and what it is.
import type * as ast from '../../generated/ast.ts';
import { foldedLink, textOfNode, wholeText } from '../../parse/index.ts';

/** The text before the body: `for i in 1..8`. */
function headOf(statement: ast.For | ast.If | ast.Else): string {
  const text = textOfNode(statement);
  const brace = text.indexOf('{');
  return (brace < 0 ? text : text.slice(0, brace)).trim().replace(/\s+/g, ' ');
}

function linkTitle(link: ast.Link): string {
  const folded = foldedLink(link);
  const [from, to] =
    folded === undefined
      ? [link.from[0], link.to[0]].map(textOfNode)
      : [wholeText(link).slice(folded.from, folded.fromEnd), wholeText(link).slice(folded.to, folded.toEnd)];
  return [from, to].filter((each) => each !== '').join(' to ');
}

/** The name of a statement in the outline; empty for one without. A deferred link needn't be read in full. */
export function titleOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'Instance':
    case 'TemplateInstance':
    case 'Ports':
      return statement.name === '' ? '' : statement.name + statement.dimensions.map(textOfNode).join('');
    case 'Override':
      return statement.of.map(textOfNode).join(', ');
    case 'Require':
      return textOfNode(statement.value);
    case 'Link':
      return linkTitle(statement);
    case 'For':
    case 'If':
    case 'Else':
      return headOf(statement);
    default:
      return 'name' in statement ? (statement.name ?? '') : '';
  }
}

/** What the outline says behind the name. */
export function detailOf(statement: ast.Statement): string {
  switch (statement.$type) {
    case 'TypeDeclaration':
      return `${statement.kind} type${statement.base === undefined ? '' : ` is ${statement.base.definition.$refText}`}`;
    case 'Instance':
      return `${statement.kind}${statement.type === undefined ? '' : ` : ${statement.type.definition.$refText}`}`;
    case 'TemplateInstance':
      return statement.type.definition.$refText;
    case 'Network':
      return statement.kind ?? '';
    case 'Override':
      return statement.statements.map((each) => (each.$type === 'Property' ? each.name : '')).join(', ');
    case 'Ports':
      return statement.cage.definition.$refText;
    case 'Require':
      return `${statement.comparator} ${textOfNode(statement.limit)}`;
    case 'View':
    case 'Phase':
      return statement.title ?? '';
    case 'Link':
      return foldedLink(statement) === undefined ? (statement.pattern?.name ?? 'pairs') : 'pairs';
    case 'Template':
      return `template(${statement.parameters.map((each) => each.name).join(', ')})`;
    default:
      return '';
  }
}

// Bodies that are read when somebody asks what is in them: of the part library a design uses few types.
import type { AstNode } from 'langium';
import type { WithStatements } from './syntax-node.ts';

/**
 * Puts off the reading of a body.
 * @param read reads it: afterwards the node has its statements
 */
export function deferBody(node: WithStatements, read: () => void): void {
  node.hasBody = true;
  node.$unread = true;
  Object.defineProperty(node, 'statements', {
    configurable: true,
    enumerable: true,
    get(): AstNode[] {
      node.$unread = false;
      Object.defineProperty(node, 'statements', { value: [], writable: true, enumerable: true, configurable: true });
      read();
      return node.statements;
    },
  });
}

/** Where the body of a type ends that starts at a `{`, in text as the formatter leaves it; -1 where it has only one line. */
export function endOfBody(text: string, brace: number): number {
  if (text.charCodeAt(brace + 1) !== 10) return -1;
  const end = text.indexOf('\n}', brace);
  return end < 0 ? -1 : end + 2;
}

// The call whose arguments are being written: its name, what it is a call of, and which argument the cursor is in.
import { byteAt } from '@lightloom/core';
import { Kind, scan, type Tokens } from '../../parse/index.ts';

/** A call that is open at the cursor. */
export interface OpenCall {
  readonly name: string;
  /** A pattern behind `as`, a template behind a colon, and otherwise a fact. */
  readonly of: 'pattern' | 'template' | 'fact';
  /** Number of commas between the parenthesis and the cursor. */
  readonly argument: number;
  /** The name of the argument, where it is given by name: `hosts` of `(hosts = `. */
  readonly named: string | undefined;
}

/** How far a call may reach back. */
const maxLength = 4000;

/** The innermost call that is open at an offset of a text; undefined outside of parentheses. */
export function openCallAt(text: string, offset: number): OpenCall | undefined {
  const from = Math.max(0, offset - maxLength);
  const before = text.slice(from, offset);
  // The text before may begin within a comment or a string: what a line begins with is whole.
  const start = from === 0 ? 0 : before.indexOf('\n') + 1;
  const tokens = scan(before.slice(start));
  let argument = 0;
  let named: string | undefined;
  let depth = 0;
  for (let at = tokens.count - 2; at > 0; at--) {
    const kind = byteAt(tokens.kinds, at);
    if (kind === Kind.braceOpen || kind === Kind.braceClose) return undefined;
    if (kind === Kind.parenClose || kind === Kind.bracketClose) depth++;
    else if (kind === Kind.bracketOpen) depth = Math.max(0, depth - 1);
    else if (kind === Kind.comma && depth === 0) argument++;
    else if (kind === Kind.equals && depth === 0 && argument === 0) named = textAt(tokens, at - 1);
    else if (kind === Kind.parenOpen && depth-- === 0) return callBefore(tokens, at, argument, named);
  }
  return undefined;
}

/** The call of a parenthesis; undefined where it only groups. */
function callBefore(tokens: Tokens, paren: number, argument: number, named: string | undefined): OpenCall | undefined {
  if (byteAt(tokens.kinds, paren - 1) !== Kind.name) return undefined;
  let first = paren - 1;
  // `xpo.Unit(`: through an alias.
  while (first > 1 && byteAt(tokens.kinds, first - 1) === Kind.dot) first -= 2;
  const name = tokens.text.slice(tokens.starts[first], tokens.ends[paren - 1]);
  const before = first === 0 ? '' : textAt(tokens, first - 1);
  const of = before === 'as' ? 'pattern' : before === ':' ? 'template' : 'fact';
  return before === 'template' ? undefined : { name, of, argument, named };
}

function textAt({ text, starts, ends }: Tokens, at: number): string {
  return text.slice(starts[at], ends[at]);
}

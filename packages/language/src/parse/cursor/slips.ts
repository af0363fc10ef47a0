// Slips that are recognized where they are made, and reported with what was meant: ranges and numbers as others write them.
import type * as ast from '../../generated/ast.ts';
import { Kind, type SyntaxFix } from '../tokens/token.ts';
import { NumeralNode } from '../tree/frequent-nodes.ts';
import type { Node } from '../tree/syntax-node.ts';
import type { Cursor } from './cursor.ts';

/** Whether three digits follow a space after a number: `1 200 W`. */
export function isGroupHere(at: Cursor): boolean {
  if (at.kind !== Kind.quantity && at.kind !== Kind.number) return false;
  return !at.firstOnLine && /^[0-9]{3}(?![0-9])/.test(at.text);
}

/** Reports a number whose digits are in groups, and takes all of it: `1 200 W`, `1,200 W`. */
export function notGrouped(at: Cursor, start: number, end: number): void {
  at.problem({
    rule: 'syntax/separator',
    message: 'Digits have no sign and no space between them.',
    start,
    end,
    suggestion: ungrouped(at.slice(start, end)),
    isEvident: true,
  });
  while (at.kind !== Kind.end && at.start < end) at.advance();
}

/** Takes the `..` of a range, or what is written in its place, which it reports: `1...4`, `1:4`, `1 to 4`. */
export function takeDots(at: Cursor, low: ast.Expression | undefined): boolean {
  const { start } = at;
  if (at.take(Kind.dots)) {
    if (at.kind === Kind.dot && at.start === at.previousEnd) notDots(at, start, at.end);
    return true;
  }
  const isOther = at.kind === Kind.colon || at.isWord('to');
  if (!isOther || low?.$type !== 'Numeral' || at.kindAt(1) !== Kind.number) return false;
  const edits = [{ start: at.previousEnd, end: at.startAt(1), text: '..' }];
  notDots(at, start, at.end, { title: 'Change to `..`', edits });
  return true;
}

function notDots(at: Cursor, start: number, end: number, fix?: SyntaxFix): void {
  at.problem({
    rule: 'syntax/expected',
    message: `Expected \`..\` between the ends of the range, found \`${at.slice(start, end)}\`.`,
    start,
    end,
    suggestion: '..',
    // Others end a range before its last number, with `:` or with `...`.
    ...(at.isWord('to') ? { isEvident: true } : {}),
    ...(fix === undefined ? {} : { fix }),
  });
  at.advance();
}

/** The upper end of a range that is written with a hyphen, as `1-4`, which it reports. */
export function highAfterHyphen(at: Cursor, low: ast.Expression | undefined): Node<ast.Expression> | undefined {
  if (low?.$type !== 'Numeral' || at.kind !== Kind.number || !at.text.startsWith('-')) return undefined;
  if (at.start !== at.previousEnd) return undefined;
  at.problem({
    rule: 'syntax/expected',
    message: `Expected \`..\` between the ends of the range, found \`-\`.`,
    start: at.start,
    end: at.start + 1,
    help: `Did you mean \`${low.value}..${at.text.slice(1)}\`?`,
    isEvident: true,
    fix: {
      title: `Change to \`${low.value}..${at.text.slice(1)}\``,
      edits: [{ start: at.start, end: at.start + 1, text: '..' }],
    },
  });
  const node = new NumeralNode(at.start + 1, -at.number) as Node<ast.Numeral>;
  at.advance();
  return at.close(node);
}

/** A number without the signs between its groups of digits, and with a point before its decimals: `1200.5 W` of `1.200,5 W`. */
function ungrouped(written: string): string {
  const [, number = '', unit = ''] = /^([0-9][0-9.,\s]*[0-9])(.*)$/s.exec(written) ?? [];
  const point = /^[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+$/.test(number) ? ',' : '.';
  const [whole = '', ...decimals] = number.split(point);
  return `${whole.replace(/[.,\s]/g, '')}${decimals.length === 0 ? '' : `.${decimals.join('')}`}${unit}`;
}

/** Takes and reports the sign of a number as other languages have it: `+5 dBm`, `.5 dB`, and `-.5 dB` with its minus. */
export function takeSign(at: Cursor): boolean {
  const point = at.kind === Kind.minus ? 1 : 0;
  const [kind, number] = [at.kindAt(point), at.kindAt(point + 1)];
  const isSign = (kind === Kind.plus && point === 0) || kind === Kind.dot;
  const start = at.startAt(point);
  if (!isSign || (number !== Kind.number && number !== Kind.quantity) || at.startAt(point + 1) !== start + 1)
    return false;
  const [title, text] = kind === Kind.dot ? ['Write `0.`', '0.'] : ['Remove the `+`', ''];
  at.problem({
    rule: 'syntax/separator',
    message: kind === Kind.dot ? 'A number starts with a digit.' : 'A number has no `+`.',
    start,
    end: start + 1,
    help: kind === Kind.dot ? `Write \`0.${at.textAt(point + 1)}\`.` : `Write \`${at.textAt(point + 1)}\`.`,
    isEvident: true,
    fix: { title, edits: [{ start, end: start + 1, text }] },
  });
  for (let i = 0; i <= point; i++) at.advance();
  return true;
}

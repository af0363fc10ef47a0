// Words in the place of a unit that aren't one, reported with what was meant.
import { type Dimension, findUnit, suggestUnit, unitsOf } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { isPropertyName, keywords } from '../../syntax/index.ts';
import { Kind } from '../tokens/token.ts';
import { QuantityNode, SelectorNode } from '../tree/frequent-nodes.ts';
import type { Node } from '../tree/syntax-node.ts';
import { closest } from './closest.ts';
import type { Cursor } from './cursor.ts';

/** Words that may follow a number in a value and aren't units, whatever the number is of. */
const joining: ReadonlySet<string> = new Set(['x', 'low-loss', 'at', 'on', 'source', 'assumed', 'div', 'mod']);

/** A word after a number, as what was meant by it. */
interface UnitMeant {
  readonly unit?: string;
  readonly help?: string;
}

/**
 * Takes a word in the place of a unit, which it reports: `100 watts`, `5 kVA`. Stays where it is before any other word.
 * @param expected the dimensions that the number may have, asked for where the word resembles no unit
 * @returns what was meant; undefined where the word isn't meant as a unit
 */
export function takeForeignUnit(at: Cursor, expected: () => readonly Dimension[]): UnitMeant | undefined {
  if (at.kind !== Kind.name || at.firstOnLine) return undefined;
  if (at.kindAt(1) === Kind.slash && at.startAt(1) === at.end && at.kindAt(2) === Kind.name && isUnit(at.text))
    return takeCompoundUnit(at, expected());
  const suggested = suggestUnit(at.text);
  const dimensions = suggested === undefined ? expected() : [];
  if (suggested === undefined && (dimensions.length === 0 || !standsForUnit(at))) return undefined;
  const meant: UnitMeant = suggested ?? { help: helpOf(dimensions) };
  // Of units that aren't the one that was meant, but may be, the number stays unread.
  const near = suggested === undefined ? closest(at.text, unitNames(dimensions)) : undefined;
  const written = at.kindAt(-1) === Kind.number ? Number(at.textAt(-1)) : Number.NaN;
  const converted = suggested !== undefined && 'converted' in suggested ? suggested.converted?.(written) : undefined;
  at.problem({
    rule: 'syntax/unit',
    message: `\`${at.text}\` isn't a ${isMoney(dimensions) ? 'currency' : 'unit'}.`,
    start: at.start,
    end: at.end,
    ...('unit' in meant ? { suggestion: meant.unit as string, isEvident: true } : { help: meant.help }),
    ...(near === undefined ? {} : { suggestion: near }),
    ...(converted === undefined || Number.isNaN(written)
      ? {}
      : {
          fix: {
            title: `Change to \`${converted}\``,
            edits: [{ start: at.startAt(-1), end: at.end, text: converted }],
          },
        }),
  });
  at.advance();
  return meant;
}

/**
 * A number outside of a property, with the word in the place of its unit, which it reports: `let supply = 40 C`.
 * @returns the quantity that was meant, or the number where nothing follows it that is meant as a unit
 */
export function withForeignUnit(at: Cursor, number: Node<ast.Expression>): Node<ast.Expression> {
  if (number.$type !== 'Numeral' || at.kind !== Kind.name || at.firstOnLine || keywords.has(at.text)) return number;
  const meant = takeForeignUnit(at, () => []) ?? takeUnknownUnit(at);
  if (meant === undefined) return number;
  const node = meant.unit === undefined ? undefined : new QuantityNode(number.$start, `${number.value} ${meant.unit}`);
  // Without a unit to go by it has no value, which is reported here alone.
  return at.close((node ?? new SelectorNode(number.$start)) as Node<ast.Expression>);
}

/**
 * Takes a word after a number that has no unit, such as that of a row, which it reports.
 * @param what the number, as `A row`
 */
export function takeNeedlessUnit(at: Cursor, what: string): void {
  const isOther = keywords.has(at.text) || isPropertyName(at.text) || at.isWord('position');
  if (at.kind !== Kind.name || at.firstOnLine || isOther) return;
  if (!at.lastOnLine(0) && at.kindAt(1) !== Kind.braceOpen && !at.isWord('position', 1)) return;
  const message = `${what} is a number without a unit.`;
  at.problem({ rule: 'syntax/unit', message, start: at.start, end: at.end, help: `Remove \`${at.text}\`.` });
  at.advance();
}

/** Takes units of which there is no quotient, such as `ns/nm`, which it reports as one. */
function takeCompoundUnit(at: Cursor, dimensions: readonly Dimension[]): UnitMeant {
  const help = dimensions.length === 0 ? '`lightloom explain units` lists the units.' : helpOf(dimensions);
  const text = `${at.text}/${at.textAt(2)}`;
  const { start } = at;
  const end = at.startAt(2) + at.textAt(2).length;
  at.problem({ rule: 'syntax/unit', message: `\`${text}\` isn't a unit.`, start, end, help });
  for (let i = 0; i < 3; i++) at.advance();
  return { help };
}

function isUnit(word: string): boolean {
  return findUnit(word) !== undefined;
}

/** Takes a word that ends its line after a number, where nothing says which units are expected. */
function takeUnknownUnit(at: Cursor): UnitMeant | undefined {
  if (joining.has(at.text) || at.isWord('of') || at.isWord('when') || isPropertyName(at.text) || !at.lastOnLine(0))
    return undefined;
  const help = '`lightloom explain units` lists the units.';
  at.problem({ rule: 'syntax/unit', message: `\`${at.text}\` isn't a unit.`, start: at.start, end: at.end, help });
  at.advance();
  return { help };
}

/** Whether this word, where a quantity may be expected, is neither the next property nor a word that joins it to the rest. */
function standsForUnit(at: Cursor): boolean {
  if (joining.has(at.text) || isPropertyName(at.text)) return false;
  const next = at.kindAt(1);
  const goesOn = next === Kind.name && mayFollow(at.textAt(1));
  return goesOn || at.lastOnLine(0) || next === Kind.comma || next === Kind.dots;
}

/** Whether a word may come after a value: the next property or statement, or what joins the value to the rest. */
function mayFollow(word: string): boolean {
  return isPropertyName(word) || keywords.has(word) || joining.has(word);
}

/** Whether only an amount of money may be here. */
function isMoney(dimensions: readonly Dimension[]): boolean {
  return dimensions.length > 0 && dimensions.every((each) => each.startsWith('money'));
}

function unitNames(dimensions: readonly Dimension[]): readonly string[] {
  return [...new Set(dimensions.flatMap((each) => unitsOf(each).map(({ name }) => name)))];
}

function helpOf(dimensions: readonly Dimension[]): string {
  return `Use one of ${unitNames(dimensions)
    .map((each) => `\`${each}\``)
    .join(', ')}.`;
}

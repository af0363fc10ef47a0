// Words and texts of properties.
import type { CountedWord, TextSpec, WordSpec, WordsSpec } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest, textOfNode } from '../../parse/index.ts';
import { replacement } from '../../problems/problem.ts';
import { codeList } from '../../problems/wording.ts';
import { describe } from '../scope/value.ts';
import { evaluate } from '../values/evaluate.ts';
import { areTooMany, countOf, onlyItem, type Read, type Reading } from './reading.ts';

/** Words that are offered one by one where none of them resembles what was written. */
const maxOffered = 6;

/** One of the words that a property takes. */
export function readWord(reading: Reading, spec: WordSpec): Read {
  const item = onlyItem(reading);
  const value = item === undefined ? undefined : wordIn(reading, spec, item, item.value);
  return value === undefined ? undefined : { value };
}

/** Words that a property takes, each with a count. */
export function readWords(reading: Reading, spec: WordsSpec): Read {
  const found: CountedWord[] = [];
  for (const item of reading.property.items) {
    const word = wordIn(reading, spec, item, item.counted ?? item.value);
    const count = item.counted === undefined ? 1 : countOf(reading, item.value);
    if (word === undefined || count === undefined) return undefined;
    found.push({ count, word, origin: reading.context.origin(item) });
  }
  return areTooMany(reading, found) ? undefined : { value: found };
}

/** The word that an expression is; undefined when the property doesn't take it, which is reported. */
function wordIn(
  reading: Reading,
  spec: WordSpec | WordsSpec,
  item: ast.Item,
  expression: ast.Expression | undefined,
): string | undefined {
  const text = wordsOf(expression);
  const found = spec.words.find((each) => each === text || each.replace(/\s/g, '') === text?.replace(/\s/g, ''));
  if (found !== undefined) return found;
  const origin = reading.context.origin(item);
  const suggestion = text === undefined ? undefined : (closest(text, spec.words) ?? withPart(text, spec.words));
  const isOther = suggestion === undefined && item.counted === undefined && spec.words.length <= maxOffered;
  reading.context.problem(
    'value/word',
    origin,
    `\`${reading.property.name}\` must be one of ${codeList(spec.words)}.`,
    { suggestion, fixes: isOther ? spec.words.map((each) => replacement([origin], asWritten(each))) : [] },
  );
  return undefined;
}

/** The first word that has what was written between its hyphens: `type-B` of `B`. */
function withPart(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => word.toLowerCase().split('-').includes(text.toLowerCase()));
}

/** A word as a design has it: in quotes where it holds spaces. */
function asWritten(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}

/** A word as written: a name, or a text where the word holds spaces. */
function wordsOf(expression: ast.Expression | undefined): string | undefined {
  if (expression?.$type === 'Text') return expression.value;
  return expression === undefined ? undefined : textOfNode(expression);
}

/** A text in quotes. */
export function readText(reading: Reading, _spec: TextSpec): Read {
  const item = onlyItem(reading);
  const value = evaluate(reading.context, reading.scope, item?.value);
  if (item === undefined || value === undefined) return undefined;
  if (value.kind === 'text') return { value: value.value };
  reading.context.problem(
    'value/kind',
    reading.context.origin(item),
    `\`${reading.property.name}\` must be a text in quotes, not ${describe(value)}.`,
  );
  return undefined;
}

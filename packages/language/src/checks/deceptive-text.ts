// Characters that make a text look like something it isn't: marks that turn its direction, characters without a shape, and letters of
// one script within a word of another.
import type { Finding, Origin } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import { codePointName, hasLookalike, isPlainText, lookalikeOf, syntaxProblemsOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';

/** Maximum of findings of each kind in a file: one with more is something else. */
const maxFindings = 50;

/** Embeddings, overrides and isolates, which change the order in which a line is shown. */
const direction = /[\u202A-\u202E\u2066-\u2069]/;
/** Control characters, and characters without a shape; not the joiners that scripts and emoji need. */
const unseen =
  /(?![\t\n\r])[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2060-\u206F\u3164\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|(?<!^)\uFEFF/u;
/** A word with a letter of ASCII, in which others may be mixed. */
const words = /[\p{L}\p{N}_]+/gu;

/** Each line of a file with such a character, unless one on it is reported as not part of the language. */
export function deceptiveText(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  if (isPlainText(document.parseResult.value)) return [];
  const text = document.textDocument.getText();
  const problems = syntaxProblemsOf(document);
  if (problems.some(({ rule }) => rule === 'syntax/not-text')) return [];
  const lineOf = (offset: number): number => document.textDocument.positionAt(offset).line;
  const lines = new Set(problems.flatMap(({ rule, start }) => (rule === 'syntax/character' ? [lineOf(start)] : [])));
  const found: Finding[] = [];
  for (const characters of [direction, unseen]) {
    const before = found.length;
    for (const { index, 0: character } of firstOnLines(text, characters)) {
      const line = lineOf(index);
      if (lines.has(line)) continue;
      lines.add(line);
      found.push(unseenCharacter(character, { uri, start: index, end: index + character.length }));
      if (found.length - before === maxFindings) break;
    }
  }
  if (!hasLookalike(text)) return found;
  let lookalikes = 0;
  for (const { index, 0: word } of text.matchAll(words)) {
    const mixed = mixedIn(word);
    if (mixed === undefined || lines.has(lineOf(index))) continue;
    const { character, like } = mixed;
    const message = `\`${character}\` in \`${word}\` is ${codePointName(character)}; it only looks like \`${like}\`.`;
    found.push(
      problem('text/lookalike', { uri, start: index, end: index + word.length }, message, {
        help: `Type \`${like}\` instead, or write the whole word in one script.`,
      }),
    );
    if (++lookalikes === maxFindings) break;
  }
  return found;
}

/** The first match on each line. */
function* firstOnLines(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  const each = new RegExp(pattern, `${pattern.flags}g`);
  for (let found = each.exec(text); found !== null; found = each.exec(text)) {
    yield found;
    const end = text.indexOf('\n', found.index);
    if (end < 0) return;
    each.lastIndex = end;
  }
}

function unseenCharacter(character: string, origin: Origin): Finding {
  const name = codePointName(character);
  return direction.test(character)
    ? problem('text/direction', origin, `${name} changes the order in which this line is shown.`, {
        help: 'Remove it: letters of any script are shown in their own direction without it.',
      })
    : problem('text/invisible', origin, `This line has ${name}, which isn't visible.`, { help: 'Remove it.' });
}

/** The first letter of a word that only looks like one of ASCII, where others are of ASCII. */
function mixedIn(word: string) {
  if (!/[A-Za-z]/.test(word) || !hasLookalike(word)) return undefined;
  for (const character of word) {
    const like = lookalikeOf(character);
    if (like !== undefined) return { character, like };
  }
  return undefined;
}

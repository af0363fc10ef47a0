// Characters that make a text look like something it isn't: marks that turn its direction, characters without a shape, and letters of
// one script within a word of another.
import type { Finding, Origin } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import { codePointName, hasLookalike, lookalikeOf, syntaxProblemsOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';

/** Maximum of findings of each kind in a file: one with more is something else. */
const maxFindings = 50;

/** What a text without such characters has none of. */
const beyondAscii = /[^\t\n\r -~]/;
/** Embeddings, overrides and isolates: they change the order in which a line is shown. */
const direction = /[\u202A-\u202E\u2066-\u2069]/;
/** Control characters, and characters without a shape; not the joiners that scripts and emoji need. */
const unseen =
  /(?![\t\n\r])[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|(?<!^)\uFEFF/gu;
/** A word with a letter of ASCII, in which others may be mixed. */
const words = /[\p{L}\p{N}_]+/gu;

/** Each line of a file with such a character, unless its character is reported as not part of the language. */
export function deceptiveText(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const text = document.textDocument.getText();
  if (!beyondAscii.test(text)) return [];
  const reported = syntaxProblemsOf(document);
  const isReported = (at: number): boolean => reported.some(({ start, end }) => start <= at && at < end);
  const onLine = new Map<number, Finding>();
  for (const { index, 0: character } of text.matchAll(unseen)) {
    if (isReported(index)) continue;
    const { line } = document.textDocument.positionAt(index);
    const known = onLine.get(line)?.rule;
    if (known === 'text/direction' || (known !== undefined && !direction.test(character))) continue;
    if (known === undefined && onLine.size === maxFindings) break;
    onLine.set(line, unseenCharacter(character, { uri, start: index, end: index + character.length }));
  }
  const found = [...onLine.values()];
  if (!hasLookalike(text)) return found;
  for (const { index, 0: word } of text.matchAll(words)) {
    const mixed = mixedIn(word);
    if (mixed === undefined || isReported(index + mixed.at)) continue;
    const { character, like } = mixed;
    const message = `\`${character}\` in \`${word}\` is ${codePointName(character)}; it only looks like \`${like}\`.`;
    found.push(
      problem('text/lookalike', { uri, start: index, end: index + word.length }, message, {
        help: `Type \`${like}\` instead, or write the whole word in one script.`,
      }),
    );
    if (found.length >= 2 * maxFindings) break;
  }
  return found;
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
  let at = 0;
  for (const character of word) {
    const like = lookalikeOf(character);
    if (like !== undefined) return { character, like, at };
    at += character.length;
  }
  return undefined;
}

// Wording that messages share: articles, lists of names, lists of alternatives.

/** `a` or `an`, by the letter a word starts with. */
function article(word: string): 'a' | 'an' {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** `a power`, `an energy` */
export function withArticle(word: string): string {
  return `${article(word)} ${word}`;
}

/** Names as code: `` `a`, `b`, `c` ``. */
export function codeList(names: Iterable<string>): string {
  return [...names].map((each) => `\`${each}\``).join(', ');
}

/** `a`, `a or b`, `a, b or c` */
export function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The same text with a capital at its start. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Wording that messages share: articles, lists of names, lists of alternatives.

/** `a` or `an`, by the letter a word starts with. */
function article(word: string): 'a' | 'an' {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** `a power`, `an energy`, `an amount of money` */
export function withArticle(word: string): string {
  return word.startsWith('money') ? `an amount of ${word}` : `${article(word)} ${word}`;
}

/** Names that a list shows. */
const maxListed = 100;

/** Names as code: `` `a`, `b`, `c` ``. */
export function codeList(names: Iterable<string>): string {
  const all = [...names];
  const shown = all.slice(0, maxListed).map((each) => `\`${each}\``);
  return all.length > maxListed ? `${shown.join(', ')} and ${all.length - maxListed} more` : shown.join(', ');
}

/** `a`, `a or b`, `a, b or c` */
export function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The same text with a capital at its start. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Letters that look like letters of ASCII and are others: those of the confusables of Unicode (UTS 39) that are drawn alike in
// nearly every font. Greek letters that name quantities (α, ν, ρ) aren't among them.

/** Pairs: the letter, and the one of ASCII that it looks like. Cyrillic, Greek, Armenian. */
const pairs = 'аaсcеeһhіiјjоoрpԛqѕsԝwхxуyԁdАAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoօoոn';

const byLetter = new Map<string, string>();
for (let i = 0; i < pairs.length; i += 2) byLetter.set(pairs.charAt(i), pairs.charAt(i + 1));

/** Fullwidth forms of ASCII, and letters and digits of mathematics. */
const wide = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u;
const any = new RegExp(`[${[...byLetter.keys()].join('')}\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]`, 'u');

/** The character of ASCII that a character looks like; undefined where it looks like none, or is one. */
export function lookalikeOf(character: string): string | undefined {
  if (!wide.test(character)) return byLetter.get(character);
  const plain = character.normalize('NFKC');
  return /^[!-~]$/.test(plain) ? plain : undefined;
}

/** Whether a text has a character that looks like one of ASCII. */
export function hasLookalike(text: string): boolean {
  return any.test(text);
}

/** A character by its number: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What to type instead of the first of some characters that only looks like one of the language; nothing where none does. */
export function lookalikeHelp(characters: readonly string[]): { readonly help?: string } {
  const other = characters.find((each) => lookalikeOf(each) !== undefined);
  if (other === undefined) return {};
  return { help: `Type \`${lookalikeOf(other)}\`: this is ${codePointName(other)}, which only looks like it.` };
}

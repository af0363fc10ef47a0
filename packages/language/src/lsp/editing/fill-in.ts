// An edit with places to fill in, as a snippet: words in place of a figure, a source or a reason are selected one after another.
import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';

/** An edit whose words to fill in are placeholders: `power ${1:unknown}`. */
export function withPlaceholders({ range, newText }: TextEdit, words: readonly string[]): SnippetTextEdit {
  const escaped = newText.replace(/[\\$]/g, '\\$&');
  let count = 0;
  const value = words.reduce((text, word) => text.replaceAll(wholeWord(word), () => `\${${++count}:${word}}`), escaped);
  return { range, snippet: { kind: 'snippet', value } };
}

function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![\\w-])${text.replace(/[^\w ]/g, '\\$&')}(?![\\w-])`, 'g');
}

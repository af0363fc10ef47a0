// Whether a text is of ASCII alone, which most are: then nothing in it can look like something it isn't.
import type { AstNode } from 'langium';
import { RootNode } from './syntax-node.ts';

/** What a plain text has none of. */
const beyondAscii = /[^\t\n\r -~]/;

/** Whether the text of a file holds only printable characters of ASCII, tabs and line breaks. */
export function isPlainText(file: AstNode): boolean {
  if (!(file instanceof RootNode)) return false;
  file.$isPlain ??= !beyondAscii.test(file.$text);
  return file.$isPlain;
}

/** The same for the next state of a text, as far as it is known from the state before. @param change what the next state has in place of something */
export function isPlainAfter({ $isPlain: isPlain }: RootNode, change: string): boolean | undefined {
  return isPlain === true ? !beyondAscii.test(change) : undefined;
}

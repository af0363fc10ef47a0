// One line of text out of any text.
import { plain } from '../svg/xml.ts';

/** The text without line breaks and without what no document should hold. */
export const lineOf = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

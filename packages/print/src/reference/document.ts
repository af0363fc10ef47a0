// The document of a word of the language.
import { defineDocument } from '../format/format.ts';

/** A word or a subject of the language, with each of its meanings. */
export interface ReferenceTopic {
  readonly word: string;
  readonly meanings: readonly {
    /** What the word is: `a property of a link`. */
    readonly is: string;
    readonly doc: string;
    /** How it is written, or what it takes. */
    readonly form?: string;
    /** What belongs to it, each with a line about it. */
    readonly entries?: readonly { readonly name: string; readonly doc: string }[];
  }[];
}

export const referenceDocument = defineDocument<ReferenceTopic>({ name: 'word', defaultFormat: 'pretty' });

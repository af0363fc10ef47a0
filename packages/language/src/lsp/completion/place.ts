// The kinds of place a cursor can be in, by what can be written there.
import type { AstNode } from 'langium';

/** What can be written at the cursor. */
export type Place =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'statement'; readonly body: AstNode }
  | { readonly kind: 'import'; readonly path: string }
  /** @property continues whether a list of it continues, behind a comma */
  | {
      readonly kind: 'value';
      readonly body: AstNode;
      readonly property: string;
      readonly number: string | undefined;
      readonly continues?: true;
    }
  | { readonly kind: 'end of value'; readonly body: AstNode; readonly property: string }
  /** @property fits what it goes with, in whose statement it is */
  | {
      readonly kind: 'part';
      readonly part: string;
      readonly or?: string;
      readonly path?: readonly string[];
      readonly fits?: Fits;
    }
  /** The word `type` after a kind of part. */
  | { readonly kind: 'type'; readonly part: string }
  | { readonly kind: 'template'; readonly path?: readonly string[] }
  | { readonly kind: 'arguments'; readonly template: string }
  /**
   * @property numbers whether the value is a number, so that names of types don't fit
   * @property template the one whose argument it is
   */
  | { readonly kind: 'expression'; readonly numbers?: boolean; readonly template?: string }
  /** An index of something that is installed, `leaf[`. */
  | { readonly kind: 'index'; readonly path: readonly string[]; readonly ofPorts: boolean }
  | { readonly kind: 'network kind' }
  /** @property far the names that lead to the other side of a link, where that is written already */
  | {
      readonly kind: 'things';
      readonly wanted: Wanted;
      readonly fact?: string;
      readonly path?: readonly string[];
      readonly far?: readonly (readonly string[])[];
    }
  /** Patterns between two sides, or among the devices of one. */
  | { readonly kind: 'pattern'; readonly sides: 1 | 2 }
  /** A fact, or what is computed from facts. */
  | { readonly kind: 'figure' }
  /** @property fact the only one before the comparison; undefined where something is computed */
  | { readonly kind: 'limit'; readonly fact: string | undefined; readonly number: string | undefined }
  | { readonly kind: 'rule'; readonly family: string | undefined }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly orStatement?: AstNode };

/** What a part goes with: the optics at both ends of a link, by the names that lead to them; the cages that a module is plugged into. */
export type Fits =
  | { readonly kind: 'optics'; readonly ends: readonly (readonly string[])[] }
  | { readonly kind: 'cages' };

/** What a selector selects: something with ports, devices, racks, the subject of a fact, what may fail, what a phase adds, anything. */
export type Wanted = 'ports' | 'devices' | 'racks' | 'subject' | 'failing' | 'allowed' | 'growing' | 'drawn';

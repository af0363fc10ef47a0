// What rendering gives.
import type { Borrowed } from './fonts/drawing-fonts.ts';
import type { Paper } from './paper.ts';

/** The paper of a drawing, and how well it is read there. */
export interface PrintedOn {
  /** Name of the drawing. */
  readonly name: string;
  readonly paper: Paper;
  /** Height of its smallest capitals where all of it is on one sheet, in millimeters. */
  readonly capitals: number;
  /** The same on A4. */
  readonly onA4: number;
  /** The smallest paper that shows all of it with capitals of at least 1.8 mm; undefined where A0 is too small. */
  readonly enough: Paper | undefined;
  /** Further sheets with pieces of it. */
  readonly pieces: number;
}

/** A picture, or why there is none. */
export type Picture =
  | {
      readonly bytes: Uint8Array;
      /** Of a PDF: what each drawing is on. */
      readonly papers?: readonly PrintedOn[];
      /** Characters of the drawing that no font has, in order; they are drawn as `�`. */
      readonly missing: readonly string[];
      /** What fonts of this machine have drawn: other machines may not have them. */
      readonly borrowed: readonly Borrowed[];
    }
  | { readonly problem: string };

/** The picture, or the problem, of something that may throw. */
export async function pictureOf(render: () => Promise<Picture>): Promise<Picture> {
  try {
    return await render();
  } catch (error) {
    return { problem: `Rendering failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Characters in the order of their code points. */
export const inOrder = (characters: ReadonlySet<string>): readonly string[] =>
  [...characters].sort((a, b) => (a.codePointAt(0) as number) - (b.codePointAt(0) as number));

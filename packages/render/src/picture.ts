// What rendering gives.

/** A picture, or why there is none. */
export type Picture =
  | {
      readonly bytes: Uint8Array;
      /** Characters of the drawing that the font doesn't have, in order; they are drawn as `�`. */
      readonly missing: readonly string[];
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

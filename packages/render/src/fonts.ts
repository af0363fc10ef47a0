// The fonts of pictures. A drawing is measured in DejaVu Sans, so its texts fit their boxes exactly; and with no font but this
// one a picture is the same on every machine.

/** Files of the package `dejavu-fonts-ttf`, in its folder `ttf`: regular and bold. */
export const fontNames = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'] as const;

/** Name of the font inside the files. */
export const fontFamily = 'DejaVu Sans';

/** A file of a font. */
export interface Face {
  readonly path: string;
  has(codePoint: number): boolean;
}

/** Opens the files of a font. */
export async function facesAt(paths: readonly string[]): Promise<readonly Face[]> {
  const { open } = await import('fontkit');
  return Promise.all(
    paths.map(async (path) => {
      const font = await open(path);
      if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} holds several fonts`);
      return { path, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
    }),
  );
}

/** Part of a text, in a face that has its characters. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** What is drawn for a character that no face has. */
export const replacement = '\ufffd';

/** Joiners, variation selectors and the like: nothing is drawn for them. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/**
 * Splits a text by the faces that have its characters. One that no face has becomes the replacement character, or a
 * blank where it is one.
 * @param preferred the face of each character that it has
 * @param missing takes the characters that no face has
 */
export function runsOf(text: string, preferred: Face, faces: readonly Face[], missing: Set<string>): readonly Run[] {
  const runs: { text: string; face: Face }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const has = (face: Face): boolean => face.has(codePoint);
    const face = has(preferred) ? preferred : faces.find(has);
    if (face === undefined && invisible.test(character)) continue;
    const isBlank = /^\s$/.test(character);
    if (face === undefined && !isBlank) missing.add(character);
    const drawn = face !== undefined ? character : isBlank ? ' ' : replacement;
    const last = runs.at(-1);
    if (last !== undefined && last.face === (face ?? preferred)) last.text += drawn;
    else runs.push({ text: drawn, face: face ?? preferred });
  }
  return runs;
}

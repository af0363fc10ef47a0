// The fonts of pictures. A drawing is measured in DejaVu Sans, so its texts fit their boxes exactly; and with no font but this
// one a picture is the same on every machine.
import type { Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes a font that fontkit has opened, which its published types don't say. */
      registerFont(name: string, font: Font): this;
    }
  }
}

/** Files of the package `dejavu-fonts-ttf`, in its folder `ttf`: regular and bold. */
export const fontNames = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'] as const;

/** Name of the font inside the files. */
export const fontFamily = 'DejaVu Sans';

/** A file of a font. */
export interface Face {
  readonly path: string;
  /** The open file, for what draws with it. */
  readonly font: Font;
  has(codePoint: number): boolean;
}

/** Faces by path. To open one and decode its tables takes longer than most drawings, and fonts don't change while we run. */
const opened = new Map<string, Face>();

/** Opens the files of a font, each once. */
export function facesAt(paths: readonly string[]): Promise<readonly Face[]> {
  return Promise.all(paths.map(async (path) => opened.get(path) ?? (await faceAt(path))));
}

async function faceAt(path: string): Promise<Face> {
  const { open } = await import('fontkit');
  const font = await open(path);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} holds several fonts`);
  const face = { path, font, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
  opened.set(path, face);
  return face;
}

/** Part of a text, in a face that has its characters. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  /** The text it is drawn for, where no face has its characters. */
  readonly lacking?: string;
}

/** Drawn for a character that no face has. */
const replacement = '\ufffd';

/** Joiners, variation selectors and the like: nothing is drawn for them. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/**
 * Splits a text by the faces that have its characters. One that no face has becomes the replacement character, or a
 * space where it is white.
 * @param preferred the face of each character that it has
 */
export function runsOf(text: string, preferred: Face, faces: readonly Face[]): readonly Run[] {
  const runs: Run[] = [];
  const append = (run: Run): void => {
    const last = runs.at(-1);
    if (last === undefined || last.face !== run.face || (last.lacking === undefined) !== (run.lacking === undefined))
      runs.push(run);
    else {
      const lacking = run.lacking === undefined ? {} : { lacking: `${last.lacking}${run.lacking}` };
      runs[runs.length - 1] = { text: last.text + run.text, face: run.face, ...lacking };
    }
  };
  for (const character of text) {
    const has = (face: Face): boolean => face.has(character.codePointAt(0) as number);
    const face = has(preferred) ? preferred : faces.find(has);
    if (face !== undefined) append({ text: character, face });
    else if (/^\s$/.test(character)) append({ text: ' ', face: preferred });
    else if (!invisible.test(character)) append({ text: replacement, face: preferred, lacking: character });
  }
  return runs;
}

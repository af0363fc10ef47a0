// The fonts of pictures. A drawing is measured in DejaVu Sans, so its texts fit their boxes exactly; and with no font but this
// one a picture is the same on every machine.
import type { Font } from 'fontkit';

declare module 'fontkit' {
  interface Font {
    /** The tables of the file, which its published types don't say. */
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  }
}

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

/** A font of a file. */
export interface Face {
  /** The file; of one that holds several fonts, also which of them. */
  readonly path: string;
  readonly isBold: boolean;
  /** The open file, for what draws with it. */
  readonly font: Font;
  has(codePoint: number): boolean;
}

/** Faces by path. To open one and decode its tables takes longer than most drawings, and fonts don't change while we run. */
const opened = new Map<string, readonly Face[]>();

/** Opens the files of a font, each once. */
export async function facesAt(paths: readonly string[]): Promise<readonly Face[]> {
  return (
    await Promise.all(
      paths.map(async (path) => {
        const faces = opened.get(path) ?? (await facesIn(path));
        opened.set(path, faces);
        return faces;
      }),
    )
  ).flat();
}

/** Opens a file of one or more fonts. @throws where it isn't one, with what the reader of fonts says */
export async function facesIn(path: string): Promise<readonly Face[]> {
  const { open } = await import('fontkit');
  const file = await open(path);
  if (!('fonts' in file)) return [faceOf(file, path)];
  return file.fonts.map((font) => faceOf(font, `${path}#${font.postscriptName}`));
}

/** Weights from this on are bold: between 400, regular, and 700. */
const leastBold = 600;

const faceOf = (font: Font, path: string): Face => ({
  path,
  isBold: font['OS/2'].usWeightClass >= leastBold,
  font,
  has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
});

/**
 * Whether the characters of a font are plain shapes: not pictures in colors, and not variable. A variable font is thin as it comes, and
 * fontkit can't put another weight of it into a PDF.
 */
export function hasOutlines({ font }: Face): boolean {
  const { tables } = font.directory;
  return !('fvar' in tables) && ('glyf' in tables || 'CFF ' in tables);
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
    const face = has(preferred)
      ? preferred
      : (faces.find((each) => has(each) && each.isBold === preferred.isBold) ?? faces.find(has));
    if (face !== undefined) append({ text: character, face });
    else if (/^\s$/.test(character)) append({ text: ' ', face: preferred });
    else if (!invisible.test(character)) append({ text: replacement, face: preferred, lacking: character });
  }
  return runs;
}

// The fonts of a drawing: those that ship, those that somebody names, and where characters are still missing, those of this machine.
import { type Face, facesAt, hasOutlines } from './faces.ts';
import { installedFaces } from './installed-fonts.ts';

/** Where fonts are taken from. */
export interface FontSources {
  /** Paths of the font files, regular and bold; see `fontNames`. Without fonts a picture has no text. */
  readonly fonts: readonly string[];
  /** Paths of further files, for what these lack: the same picture wherever the same files are. */
  readonly further?: readonly string[];
  /** Folders to search for what is lacking still; see `fontFolders`. */
  readonly installed?: readonly string[];
}

/** Characters that a font of this machine has drawn. */
export interface Borrowed {
  /** Name of the font. */
  readonly font: string;
  readonly characters: readonly string[];
}

/** The fonts that have the characters of a drawing, as far as there are any. */
export interface DrawingFonts {
  readonly regular: Face;
  readonly bold: Face;
  /** All of them, also those of this machine. */
  readonly faces: readonly Face[];
  readonly borrowed: readonly Borrowed[];
}

/** Joiners, variation selectors and the like, for which nothing is drawn, and what is white. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\s]$/u;

/** The fonts for texts; undefined where there is none, or why one that was named can't be used, in a sentence. */
export async function fontsFor(
  texts: Iterable<string>,
  { fonts, further = [], installed = [] }: FontSources,
): Promise<DrawingFonts | { readonly problem: string } | undefined> {
  const own = await facesAt(fonts);
  const [regular, bold = regular] = own;
  if (regular === undefined || bold === undefined) return undefined;
  const given: Face[] = [];
  for (const path of further) {
    try {
      given.push(...(await facesAt([path])));
    } catch (error) {
      return { problem: `The font ${path} ${whyUnread(error)}` };
    }
    if (!given.every(hasOutlines))
      return { problem: `The font ${path} is variable or in colors; use a file that has one weight, in outlines` };
  }
  const faces = [...own, ...given];
  const missing = new Set<string>();
  const all = [...texts].join('\n');
  for (const character of new Set(all)) {
    const code = character.codePointAt(0) as number;
    if (!faces.some((each) => each.has(code)) && !unseen.test(character)) missing.add(character);
  }
  if (missing.size === 0 || installed.length === 0) return { regular, bold, faces, borrowed: [] };
  const found = await installedFaces(installed, missing, all);
  return { regular, bold, faces: [...faces, ...found], borrowed: borrowedBy(found, missing) };
}

function whyUnread(error: unknown): string {
  if (!(error instanceof Error)) return `can't be read: ${error}`;
  return 'code' in error && error.code === 'ENOENT' ? "isn't there" : `can't be read: ${error.message}`;
}

/** Which font has which of the missing characters: the first that has it, as when it is drawn. */
function borrowedBy(found: readonly Face[], missing: ReadonlySet<string>): readonly Borrowed[] {
  const by = new Map<string, string[]>();
  for (const character of missing) {
    const face = found.find((each) => each.has(character.codePointAt(0) as number));
    if (face === undefined) continue;
    const { familyName } = face.font;
    by.set(familyName, [...(by.get(familyName) ?? []), character]);
  }
  return [...by].map(([font, characters]) => ({ font, characters }));
}

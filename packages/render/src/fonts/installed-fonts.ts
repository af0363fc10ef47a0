// Fonts of this machine, for characters that the fonts of drawings don't have: those of Asia would take twenty times what else ships.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Face, facesIn, hasOutlines } from './faces.ts';

/** Folders in which a system keeps fonts; some may not be there. */
export function fontFolders(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const { HOME, WINDIR = 'C:\\Windows', LOCALAPPDATA } = env;
  const within = (folder: string | undefined, ...names: readonly string[]): string[] =>
    folder === undefined ? [] : names.map((each) => join(folder, each));
  if (platform === 'win32') return [...within(WINDIR, 'Fonts'), ...within(LOCALAPPDATA, 'Microsoft/Windows/Fonts')];
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', ...within(HOME, 'Library/Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', ...within(HOME, '.local/share/fonts', '.fonts')];
}

/** Scripts that share characters and draw them differently, as the names of fonts say it. */
type Script = 'JP' | 'KR' | 'TC' | 'SC';

/** The script of texts: by characters that only one has; else simplified Chinese, which most fonts with Chinese characters have. */
function scriptOf(texts: string): Script {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(texts)) return 'JP';
  if (/\p{Script=Hangul}/u.test(texts)) return 'KR';
  return /\p{Script=Bopomofo}/u.test(texts) ? 'TC' : 'SC';
}

/** Files of plain fonts without serifs that come with systems, the best first. */
const preferred: Readonly<Record<Script, readonly RegExp[]>> = {
  JP: [
    /^(?:NotoSans|SourceHanSans)(?:CJK|JP)/,
    /^YuGothR/,
    /^meiryo\./i,
    /^ヒラギノ角ゴシック W3/,
    /^msgothic/,
    /^ipag/,
  ],
  KR: [/^(?:NotoSans|SourceHanSans)(?:CJK|KR)/, /^malgun\./, /^AppleSDGothicNeo/, /^NanumGothic\./],
  TC: [/^(?:NotoSans|SourceHanSans)(?:CJK|TC)/, /^msjh\./, /^PingFang/, /^STHeiti Light/],
  SC: [/^(?:NotoSans|SourceHanSans)(?:CJK|SC)/, /^msyh\./, /^PingFang/, /^STHeiti Light/, /^wqy-microhei/, /^simhei/],
};
/** For any script. */
const general = [/^NotoSans/, /^Arial Unicode/, /^DroidSansFallback/];
/** For want of anything better. */
const last = /serif|mono|emoji|symbol|mincho|ming|song|bold|italic|oblique|black|thin|light|medium/i;

/** Fonts of these folders, those first that suit the texts best: an order by names, so it is the same each time. */
async function filesIn(folders: readonly string[], script: Script): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return found.filter(({ name }) => /\.(?:ttf|otf|ttc|otc)$/i.test(name));
    }),
  );
  const order = [...preferred[script], ...general];
  const rankOf = (name: string): number => {
    const at = order.findIndex((each) => each.test(name.normalize('NFC')));
    return (at < 0 ? order.length : at) + (last.test(name) ? order.length + 1 : 0);
  };
  return lists
    .flat()
    .map(({ name, parentPath }) => ({ rank: rankOf(name), name, path: join(parentPath, name) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/**
 * Fonts of some folders that have characters which are missing, as few as it takes, each with its bold one where that is beside it.
 * @param missing the characters
 * @param texts all that is drawn: characters that Japan, Korea and China share are drawn as the others say
 */
export async function installedFaces(
  folders: readonly string[],
  missing: ReadonlySet<string>,
  texts: string,
): Promise<readonly Face[]> {
  const script = scriptOf(texts);
  const faces: Face[] = [];
  const left = new Set([...missing].map((each) => each.codePointAt(0) as number));
  const files = await filesIn(folders, script);
  for (const path of files) {
    if (left.size === 0) break;
    const found = await facesFor(path, left, script);
    if (found.length === 0) continue;
    faces.push(...found);
    const bold = found.some(({ isBold }) => isBold) ? undefined : files.find((each) => boldOf(path).includes(each));
    if (bold !== undefined) faces.push(...(await facesFor(bold, left, script)));
    for (const each of left) if (found.some((face) => face.has(each))) left.delete(each);
  }
  return faces;
}

/** What the bold font of a regular one may be called. */
const boldOf = (path: string): readonly string[] =>
  [
    path.replace(/Regular(?=\.\w+$)/, 'Bold'),
    path.replace(/R(?=\.ttc$)/, 'B'),
    path.replace(/(?=\.\w+$)/, 'bd'),
    path.replace(/W3(?=\.ttc$)/, 'W6'),
  ].filter((each) => each !== path);

/** The faces of a file that have one of some characters, as outlines that a drawing can hold: of several fonts, those of one. */
async function facesFor(path: string, wanted: ReadonlySet<number>, script: Script): Promise<readonly Face[]> {
  // A system may hold files that are broken or not fonts: the next one will do.
  const faces = await facesIn(path).catch(() => []);
  const [first] = faces;
  if (first === undefined || ![...wanted].some((each) => first.has(each)) || !hasOutlines(first)) return [];
  const { familyName } = faces.find(({ font }) => font.familyName.endsWith(` ${script}`))?.font ?? first.font;
  return faces.filter(({ font }) => font.familyName === familyName);
}

// Messages, comments and docs speak the field's plain English: a short list of words and phrases that do not, with what to
// write instead.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

/** A phrase to avoid, and what says the same plainly. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\bthere )\b(is|are) no\b(?! (longer|more|less|fewer|better|later|earlier|other|larger|smaller)\b)/i,
    '"isn’t a", "has no", "unknown …"',
  ],
  [/\b(is|are|was|were) not said\b/i, '"has no `property`", "isn’t given"'],
  [/\btold\b/i, '"reported", "shown"'],
  [/\btells? (of|how|what|that|why|where|which|whether)\b/i, '"reports", "shows"'],
  [
    /\bstand(s|ing)? (in|on|at|for|before|behind|beside|between|below|above|alone|open)\b/i,
    '"is in", "is written before", …',
  ],
  [/\bstands? although\b/i, '"still applies"'],
  [/\bhang(s|ing)? (on|from|at)\b/i, '"is connected to"'],
  [/\bbears?\b/i, '"tolerates", "carries"'],
  [/\bless than nothing\b/i, '"negative"'],
  [/\bmost of it\b/i, '"mainly"'],
  [/\bmended?s?\b|\bmending\b/i, '"fixed"'],
  [/\bdefects?\b/i, '"bug in Lightloom"'],
  [/\bsorts? of\b/i, '"kind of"'],
  [/\bexcus(e|es|ed|ing)\b/i, '"allow", "suppress"'],
  [/\bworst way\b|\bfiber ways?\b|\bways? of a fiber\b/i, '"path"'],
  [/\bturns? of (a|the|its|this) loop\b/i, '"iteration"'],
  [/\bhow warm\b|\bwarmth\b/i, '"temperature"'],
  [/\bNothing here is\b/, '"`x` is not defined"'],
  [/\bwhat is left of\b|\bare left give\b|\bleft give\b/i, '"remaining"'],
  [/\bis (to be|made) of\b/i, '"consists of", "uses"'],
  [/\ban? other\b/i, '"another"'],
  [/\breckon(s|ed|ing)?\b/i, '"compute"'],
  [/\bhave come to\b|\bcomes? to the same\b/i, '"is", "has the same result"'],
  [/\bleads? nowhere\b/i, '"doesn’t exist"'],
  [/\bwhat makes no sense\b|\bbroken designs?\b/i, '"an invalid …", "a design with errors"'],
  [/\b(lives?|living) with\b/i, '"tolerates"'],
  [/\bnobody (knows|said|says)\b/i, '"isn’t published", "isn’t given"'],
];

/** Comments and quoted texts of a source file, each with its line. */
function wordsOfSource(text: string): (readonly [number, string])[] {
  const pieces = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return [...text.matchAll(pieces)].flatMap((match) => {
    const first = text.slice(0, match.index).split('\n').length;
    return match[0].split('\n').map((line, i) => [first + i, line] as const);
  });
}

function wordsOfText(text: string): (readonly [number, string])[] {
  return text.split('\n').map((line, i) => [i + 1, line] as const);
}

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path) && !/\/(node_modules|dist|generated|goldens)\//.test(path))
    .sort();
}

function found(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const lines = path.endsWith('.ts') ? wordsOfSource(text) : wordsOfText(text);
    return lines.flatMap(([number, line]) =>
      phrases
        .filter(([phrase]) => phrase.test(line))
        .map(([phrase, better]) => `${path}:${number}: ${phrase.exec(line)?.[0]}: write ${better}`),
    );
  });
}

describe('plain English', () => {
  const rooms = readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(root, 'packages', name, 'src'), { withFileTypes: true })
        .filter((each) => each.isDirectory() && each.name !== 'generated')
        .map((each) => `packages/${name}/src/${each.name}`),
    );

  it.each(rooms)('%s', (room) => {
    expect(found(filesBelow(room, /\.ts$/))).toEqual([]);
  });

  it('files beside the rooms', () => {
    const inRooms = (path: string): boolean => rooms.some((room) => path.startsWith(`${room}/`));
    const beside = filesBelow('packages', /\/src\/.*\.ts$/).filter((path) => !inRooms(path));
    expect(found(beside)).toEqual([]);
  });

  it('the part library', () => {
    expect(found(filesBelow('packages/language/library', /\.(fabric|ts)$/))).toEqual([]);
  });

  it('docs and examples', () => {
    const top = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'packages/cli/README.md'];
    const extension = ['package.json', 'README.md', 'CHANGELOG.md'].map((name) => `packages/extension/${name}`);
    expect(
      found([...top, ...extension, ...filesBelow('docs', /\.md$/), ...filesBelow('examples', /\.(?:fabric|md)$/)]),
    ).toEqual([]);
  });

  it('finds a phrase in a comment and in a message, and none in code', () => {
    const text = '// it is told here\nconst told = `It bears ${x} dB.`;\n';
    expect(wordsOfSource(text).filter(([, line]) => phrases.some(([phrase]) => phrase.test(line)))).toEqual([
      [1, '// it is told here'],
      [2, '`It bears ${x} dB.`'],
    ]);
  });
});

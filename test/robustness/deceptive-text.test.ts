// Characters that make a text look like something it isn't are reported wherever they are; letters of other scripts are not.
import { describe, expect, it } from 'vitest';
import { briefly, findingsOf } from '../kit/design.ts';

const told = async (text: string) => briefly(await findingsOf(text));

describe('a character that nobody sees', () => {
  // Trojan Source (CVE-2021-42574): what is shown as code is a comment, or the other way around.
  it.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
    '%j in a comment or a text is an error',
    async (mark) => {
      const name = `U+${mark.charCodeAt(0).toString(16).toUpperCase()}`;
      // The control character before it doesn't hide it.
      expect(await told(`let a = "\u001b${mark}"\n`)).toEqual([
        `text/direction: ${name} changes the order in which this line is shown.`,
      ]);
      const error = `text/direction: ${name} changes the order in which this line is shown.`;
      expect(await told(`let a = 1 // ${mark}one${mark}\n/* ${mark} */ let b = "x${mark}"\n`)).toEqual([error, error]);
    },
  );

  it.each(['\u200b', '\u00ad', '\u2060', '\u{e0041}', '\u3164', '\u001b', '\u009b', '\u007f', '\u0000'])(
    '%j is a warning',
    async (character) => {
      const found = await findingsOf(`let a = "x${character}"\n`);
      expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['text/invisible', 'warning']]);
    },
  );

  it('is reported once where it is not part of the language', async () => {
    expect(await told('let \u202ea = 1\n')).toEqual(["syntax/character: `U+202E` isn't part of the language."]);
  });
});

describe('a letter that looks like another', () => {
  it('in a name is named with the one it looks like', async () => {
    const [found] = await findingsOf('rack r\u0430ck : R\n');
    expect(found?.message).toBe("`\u0430` isn't part of the language.");
    expect(found?.help).toBe('Type `a`: this is U+0430, which only looks like it.');
  });

  it.each([
    ['Cyrillic', 'sp\u0456ne', 'i'],
    ['Greek', '\u039fS2', 'O'],
    ['fullwidth', 'O\uff332', 'S'],
    ['of mathematics', '\u{1d41e}nd', 'e'],
  ])('%s, in a word of a text or a comment, is a warning', async (_, word, like) => {
    for (const text of [`let a = "of ${word} x"\n`, `// ${word}\nlet a = 1\n`, `/* ${word} */ let a = 1\n`]) {
      const [found, ...more] = await findingsOf(text);
      expect(more).toEqual([]);
      expect([found?.rule, found?.severity, found?.at]).toEqual(['text/lookalike', 'warning', word]);
      expect(found?.message).toMatch(new RegExp(`it only looks like \`${like}\`\\.$`));
    }
  });
});

it.each(['ряд стоек', 'ラック列 A', 'שורה 3', 'الصف', 'Größe Ω µm λ1 Δp ρcp m² ½ °C', '👩‍💻 ✈️ 🇩🇪', 'naïve façade'])(
  'a text in any script is as it is: %s',
  async (text) => {
    expect(await told(`let a = "${text}" // ${text}\n/* ${text} */\n`)).toEqual([]);
  },
);

it('a file of thousands is reported in a few findings', async () => {
  expect((await findingsOf('// \u200b\n'.repeat(100_000))).length).toBe(50);
});

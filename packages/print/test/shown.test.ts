// Text of strangers in each format: it is shown, and does nothing.
import { describe, expect, it } from 'vitest';
import {
  cell,
  code,
  codeBlock,
  csvCell,
  markdownText,
  prose,
  sentence,
  visible,
  visibleJson,
  visibleLines,
} from '../src/shown/index.ts';

const names = 'leaf[3].up[1..2], 800GBASE-DR4 over OS2, a_b, >= 1 dB, < 3 m, 60 m of 500 m, 3 : 1 (100 %), – typical';

describe('in Markdown', () => {
  it.each([names, 'pod.fabric', 'std/xpo.fabric:12', 'unknown, at least 4 kW', 'Broadcom, "Tomahawk 6", 2025 & later'])(
    '%s is read as it is',
    (text) => {
      expect(markdownText(text)).toBe(text);
    },
  );

  it.each([
    ['Each device of spine[*].down needs 256 ports.', 'Each device of `spine[*].down` needs 256 ports.'],
    ['`let` of su[*].leaf[1..2], and a[*].', '`let` of `su[*].leaf[1..2]`, and `a[*]`.'],
    ['spine[*] of **bold**', '`spine[*] of **bold**`'],
  ])('a sentence with a name of several things has it as code: %s', (text, shown) => {
    expect(sentence(text).source).toBe(shown);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '![](https://evil.example/pixel.png)',
    '[click](https://evil.example)',
    'see https://evil.example',
    'www.evil.example',
    '**bold**',
    '_emphasis_',
    '~~gone~~',
    '@everyone',
    'someone@evil.example',
    'fixes #1',
    '&lt;b&gt;',
    '$x$',
    'a\\b',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '---',
    '[x]: https://evil.example',
  ])('%s is code', (text) => {
    expect(markdownText(text)).toBe(`\`${text}\``);
  });

  it('code ends where it should, whatever is in it', () => {
    expect(code('a`b').source).toBe('`` a`b ``');
    expect(code('a `` b ``` c').source).toBe('```` a `` b ``` c ````');
    expect(code(' \n ').source).toBe('');
    expect(codeBlock('```\n![](https://evil.example)', 'fabric')).toBe(
      '````fabric\n```\n![](https://evil.example)\n````',
    );
  });

  it('takes time in proportion, however long a text is', () => {
    const blanks = ' '.repeat(1_000_000);
    expect(markdownText(`a${blanks}b`).length).toBe(1_000_002);
    expect(code('a ` b '.repeat(300_000)).source.startsWith('`` a ` b')).toBe(true);
    expect(csvCell(`;${blanks}a`).length).toBe(1_000_004);
  });

  it('a cell ends where it should, whatever is in it', () => {
    expect(cell('a|b')).toBe('`a\\|b`');
    // Some readers end the cell at a bar after two backslashes.
    expect(cell('a\\|<b>')).toBe('`a\\ \\|<b>`');
    expect(cell('a\nb')).toBe('a b');
  });

  it('a sentence of ours keeps its code; what a stranger wrote in it makes all of it code', () => {
    expect(sentence('Box has no `typical-power`').source).toBe('Box has no `typical-power`');
    expect(sentence('Box has no `x`<b>').source).toBe('`` Box has no `x`<b> ``');
  });

  it('a comment is paragraphs, with code between backticks', () => {
    expect(prose('Set `liquid` here.\n\n![x](https://evil.example) <b>\n1. one')).toBe(
      'Set `liquid` here\\.\n\n\\!\\[x\\]\\(https\\:\\/\\/evil\\.example\\) \\<b\\>\n1\\. one',
    );
    // Four blanks would make it code.
    expect(prose('a\n\n    b')).toBe('a\n\nb');
  });
});

describe('in CSV', () => {
  it.each(['=1+1', ' =1+1', '\u00a0=1', '＝1+1', '+1', '-1', '@SUM(A1)', '＠x', '－2', '﹢3'])(
    '%j is a text',
    (text) => {
      expect(csvCell(text)).toBe(`'${text}`);
    },
  );

  it('a line break, a tab or a control character starts no formula', () => {
    for (const text of ['\t=1', '\r=1', '\n=1', '\u0000=1']) expect(csvCell(text)).toMatch(/^[␀-␟]=1$/);
  });

  it('what follows a semicolon is a text too: some spreadsheets start a cell there', () => {
    expect(csvCell('a; =1')).toBe('"a;\' =1"');
  });

  it('numbers are numbers, and other texts are as they are', () => {
    expect([csvCell(-5), csvCell(1200), csvCell(''), csvCell('leaf[1].up[2]/3'), csvCell('MPO16 1 of 8')]).toEqual([
      '-5',
      '1200',
      '',
      'leaf[1].up[2]/3',
      'MPO16 1 of 8',
    ]);
    expect([csvCell('a;b'), csvCell('a,b'), csvCell('a"b')]).toEqual(['"a;b"', '"a,b"', '"a""b"']);
    expect([csvCell('2 × 1.5 kW'), csvCell('a-b=c')]).toEqual(['2 × 1.5 kW', 'a-b=c']);
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
  });
});

describe('on a terminal', () => {
  // Operating system commands, eight-bit control sequences, overrides of the direction, tags, fillers.
  const hostile = [
    '\u001b]0;title\u0007',
    '\u009b31m',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\u{e0041}',
    '\u3164',
    '\u007f',
  ];

  it.each(hostile)('%j is visible', (text) => {
    expect(visible(text)).not.toMatch(/[\p{Cc}\u00ad\u200b\u202a-\u202e\u2066-\u2069\u3164\u{e0000}-\u{e0fff}]/u);
    expect(JSON.parse(visibleJson(JSON.stringify(text)))).toBe(text);
    expect(visibleJson(JSON.stringify(text))).toMatch(/^[\x20-\x7e]*$/);
  });

  it('lines stay lines, and letters of any script with their joiners stay letters', () => {
    expect(visibleLines('a\tb\n\u001bc')).toBe('a\tb\n␛c');
    expect(visible('漢字 👩‍💻 שלום µm')).toBe('漢字 👩‍💻 שלום µm');
  });
});

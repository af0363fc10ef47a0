// The problem matcher of the extension, on what `lightloom check --format compact` prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allTopics } from '../../src/input/topics.ts';
import { folder, lightloom, podWith } from '../lightloom.ts';

interface Pattern {
  readonly name: string;
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

const { problemPatterns, problemMatchers } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../extension/package.json'), 'utf8'),
).contributes as {
  readonly problemPatterns: readonly [Pattern];
  readonly problemMatchers: readonly [{ readonly pattern: string; readonly fileLocation: readonly string[] }];
};
const [pattern] = problemPatterns;

/** What VS Code reads of a line: file, line, column, severity, message, code. */
function read(line: string): readonly (string | undefined)[] | undefined {
  const groups = new RegExp(pattern.regexp).exec(line);
  const { file, line: row, column, severity, message, code } = pattern;
  return groups === null ? undefined : [file, row, column, severity, message, code].map((each) => groups[each]);
}

/** Designs with findings of each severity, in files with names that a pattern may fall over. */
const files = {
  'hall 2 (old)/pod [a].fabric': podWith('128 W ', '420 W '),
  'a:b.fabric': 'switch type Box { height 1 RU }\nswitch a : Bxo\n',
  '12:5.fabric': 'switch b : Bxo\n',
  'warned.fabric': `let spare = 1
switch type Box { height 1 RU  power 1 kW }
switch a : Box
allow optics/reach because "see [1], a.fabric:3:4: error: no [x/y]"
`,
};

it('reads each finding as the format for programs has it', async () => {
  const cwd = folder({
    ...files,
    'hall 2 (old)/site.fabric': readFileSync(join(import.meta.dirname, '../../../../examples/site.fabric'), 'utf8'),
  });
  const { out } = await lightloom(['check', '-f', 'compact'], { cwd });
  const json = JSON.parse((await lightloom(['check', '-f', 'json'], { cwd })).out) as {
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly consequenceOf: unknown;
      readonly concerns: readonly { readonly name: string; readonly count: number; readonly all: number }[];
      readonly location: { readonly path: string; readonly start: { readonly line: number; readonly column: number } };
    }[];
  };
  const wanted = json.findings
    .filter(({ consequenceOf }) => consequenceOf === null)
    .map(({ rule, severity, message, concerns, location: { path, start } }) => [
      path,
      String(start.line),
      String(start.column),
      severity,
      [message, ...(concerns.length === 0 ? [] : [`Concerns ${concerns.map(concernText).join(', ')}.`])].join(' '),
      rule,
    ]);
  const lines = out.trimEnd().split('\n');
  expect(lines.slice(0, -1).map(read)).toEqual(wanted);
  expect(lines.at(-1)).toMatch(/^\d+ files checked, /);
  expect(new Set(wanted.map(([, , , severity]) => severity))).toEqual(new Set(['error', 'warning', 'note']));
  const named = new Set(wanted.map(([path]) => path?.replace(/^\.\//, '')));
  expect(Object.keys(files).filter((each) => !named.has(each))).toEqual([]);
});

describe('a line', () => {
  it.each([
    ['a.fabric:3:4: note: A is unused. [unused/let]', ['a.fabric', '3', '4', 'note', 'A is unused.', 'unused/let']],
    [
      'D:/hall 2 (old)/a.fabric:12:5: error: X draws 420 W; its XPO cage delivers 400 W. [power/module-over-cage]',
      [
        'D:/hall 2 (old)/a.fabric',
        '12',
        '5',
        'error',
        'X draws 420 W; its XPO cage delivers 400 W.',
        'power/module-over-cage',
      ],
    ],
    [
      'C:\\hall 2\\a.fabric:1:1: warning: A. [text/invisible]',
      ['C:\\hall 2\\a.fabric', '1', '1', 'warning', 'A.', 'text/invisible'],
    ],
    [
      '//server/share/a.fabric:1:1: error: A. [name/unknown]',
      ['//server/share/a.fabric', '1', '1', 'error', 'A.', 'name/unknown'],
    ],
    [
      'lightloom.json:1:14: error: `x:1:2: note: y` is no rule [a/b]. [config/content]',
      ['lightloom.json', '1', '14', 'error', '`x:1:2: note: y` is no rule [a/b].', 'config/content'],
    ],
  ])('%s', (line, parts) => {
    expect(read(line)).toEqual(parts);
  });

  it.each([
    '4 files checked, 2 errors, 1 warning, 9 notes; 40 limits judged',
    "error: nope.json can't be read: it does not exist (ENOENT).",
    'note: 11 findings are accepted by lightloom-baseline.json.',
    ' --> lightloom.json:1:14',
    'error[config/content]: `optics/reech` is neither a rule nor a family of rules.',
  ])('is none: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });
});

it('reads the name of every rule and problem', () => {
  for (const { id } of allTopics()) expect(read(`a.fabric:1:2: error: A. [${id}]`)?.at(-1)).toBe(id);
});

it('is used by the matcher, which takes relative paths and those of another drive', () => {
  const [matcher] = problemMatchers;
  expect(matcher.pattern).toBe(`$${pattern.name}`);
  expect(matcher.fileLocation).toEqual(['autoDetect', '${workspaceFolder}']);
});

function concernText({
  name,
  count,
  all,
}: {
  readonly name: string;
  readonly count: number;
  readonly all: number;
}): string {
  return `${count} of ${all} ${name}`;
}

// Text of strangers: a design with names, texts, comments and a file name that would steer a terminal or a reader of Markdown, through
// every command and every format.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { formatsOf } from '@lightloom/print';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/all-commands.ts';
import { folder, lightloom } from './lightloom.ts';

const text =
  '\u001b]0;owned\u0007 \u009b31m \u202e \u2066 \u200b <img src=x> ![](https://evil.example/p.png) @all `` ` |';
const design = `import "std/osfp"
import "std/racks"
/** ${text} */
switch type Evil { height 2 RU source "${text}"  power 1 kW assumed "${text}"  reference "=1${text}"  liquid 0 %  ports p[1..2] : OSFP }
switch __evil__[1..2] : Evil
plug Osfp800Dr8 into __evil__.p
link __evil__[1].p to __evil__[2].p over OS2 { length 30 m /* ${text} */  connectors 2 x MPO16 }
rack _r_ : OpenRackV3
place __evil__ in _r_
require power(_r_) <= /* ${text} */ 1 kW
allow density/faceplate because "${text}"
view tree "${text}"
`;
const name = '\u001b[31m![x](y)<b>.fabric';

/** Command lines by command; those without formats once, the others once in each. */
const lines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  completion: [['bash']],
  init: [[text], ['--template', text]],
  check: [[name], [name, '--explain'], ['.'], [`${name}x`]],
  diff: [
    [name, name],
    [name, '-'],
    [`${text}:${name}`, name],
  ],
  explain: [[name, '__evil__'], [name, 'Evil'], [name, '_r_'], [name, text], [name, `power(${text})`], [text]],
  export: [
    ['bom', name],
    ['cables', name],
  ],
  fail: [[name]],
  fmt: [['--check', '.'], ['--check', '-'], ['-'], ['.']],
  lsp: [],
  mcp: [[text], [name]],
  parts: [[text], ['QM9700'], ['switch']],
  plan: [
    [name],
    ['--hosts', '3', '--rate', '800G', '--switch', text],
    ['--hosts', '3', '--rate', '800G', '--switch', 'SN5600', '--import', `./${text}`],
    ['--hosts', '3', '--rate', '800G', '--switch', 'Evil', '--import', `./${name}`],
  ],
  render: [[name], [name, '--list'], [name, '--view', text]],
  report: [[name], [name, '--brief'], [name, '--set', `x=${text}`]],
};

/** Characters that steer a terminal or turn the direction of a text; a line break and a tab are none. */
const unseen = /(?![\r\n\t])[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u;

describe.each(commands.map((each) => [each.name, each] as const))('%s', (command, { prints }) => {
  const formats = prints.flatMap((kind) => formatsOf<never>(kind).map(({ name: format }) => format));
  const runs = (lines[command] ?? []).flatMap((line) =>
    [undefined, ...new Set(formats)].map((format) => [
      command,
      ...line,
      ...(format === undefined ? [] : ['-f', format]),
    ]),
  );

  it('has command lines here', () => {
    expect(lines).toHaveProperty(command);
  });

  it.each(runs.map((args) => [JSON.stringify(args), args] as const))('%s', async (_, args) => {
    const cwd = folder({ [name]: design });
    const { code, out, err } = await lightloom(args, { cwd, stdin: design, isTerminal: true, env: { NO_COLOR: '1' } });
    expect(code).not.toBe(3);
    expect(out + err).toMatch(/\S/);
    expect(out).not.toMatch(unseen);
    expect(err).not.toMatch(unseen);
  });
});

it('a file gets the formatted text as it is', async () => {
  const { out } = await lightloom(['fmt', '-'], { stdin: design });
  expect(out).toContain(text);
});

describe('a link in a folder', () => {
  it('is followed to a .fabric file, and to any other file within the folder only', async () => {
    const elsewhere = folder({ 'secret.txt': 'the secret\n', 'more.fabric': 'let a = 1\n' });
    const cwd = folder({ 'notes.txt': 'let b = 2\n' });
    symlinkSync(join(elsewhere, 'secret.txt'), join(cwd, 'secret.fabric'));
    symlinkSync(join(elsewhere, 'more.fabric'), join(cwd, 'more.fabric'));
    symlinkSync('notes.txt', join(cwd, 'notes.fabric'));
    const { code, out, err } = await lightloom(['check', '.'], { cwd });
    expect(code).toBe(2);
    expect(out).toMatch(/^2 files checked, 1 unreadable/m);
    expect(err).toBe(
      "error: secret.fabric can't be read: it leads out of this folder, to a file that is not a .fabric file.\n",
    );
    expect(out + err).not.toContain('the secret');
  });
});

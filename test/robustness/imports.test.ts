// Imports: read as designs are, within the workspace, and in time that grows with their number.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryFiles, openSession } from '@lightloom/language';
import { addressOfFile, openNodeSession } from '@lightloom/language/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { Imports } from '../../packages/language/src/workspace/imports.ts';
import { briefly, seriousIn } from '../kit/design.ts';
import { Editor } from '../lsp/editor.ts';

const folder = mkdtempSync(join(tmpdir(), 'lightloom-imports-'));
const parts = 'rack type Rack { height 40 OU }\n';
/** What no message may show. */
const secret = 'rack type Secret { height 40 OU }\n';

/** Writes a file below the folder. */
function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
}

beforeAll(() => {
  write('hall/parts.fabric', parts);
  write('hall/bytes.fabric', new Uint8Array([0x72, 0x0a, 0xff, 0xfe, 0x0a]));
  write('hall/wide.fabric', new Uint8Array([0xff, 0xfe, 0x72, 0x00]));
  write('hall/binary.fabric', new Uint8Array([0x72, 0x00, 0x72]));
  write('hall/huge.fabric', new Uint8Array(32 * 2 ** 20 + 1).fill(0x20));
  mkdirSync(join(folder, 'hall/folder.fabric'));
  write('secret.fabric', secret);
  write('elsewhere/secret.fabric', secret);
  symlinkSync(join(folder, 'secret.fabric'), join(folder, 'hall/link.fabric'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'hall/linked'));
  symlinkSync('parts.fabric', join(folder, 'hall/inside.fabric'));
  symlinkSync('.', join(folder, 'hall/within'));
  symlinkSync('circle.fabric', join(folder, 'hall/circle.fabric'));
  symlinkSync('gone.fabric', join(folder, 'hall/dangling.fabric'));
  symlinkSync('/dev/zero', join(folder, 'hall/endless.fabric'));
  execFileSync('mkfifo', [join(folder, 'hall/pipe.fabric')]);
  write('repository/.git/config', '');
  write('repository/designs/a/hall.fabric', '');
  write('repository/parts.fabric', parts);
  write('project/lightloom.json', '{}');
  write('project/designs/lightloom.json', '{}');
  write('project/designs/a/hall.fabric', '');
  write('project/parts.fabric', parts);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found where a design imports a path. */
async function found(path: string, design = 'hall/design.fabric', folders: readonly string[] = []) {
  const session = openNodeSession({ folders: folders.map((each) => join(folder, each)) });
  const { findings } = await session.open(addressOfFile(join(folder, design)), `import "${path}"\nrack r : Rack\n`);
  return seriousIn({ findings });
}

describe('an import', () => {
  it.each([
    ['./pipe', 'import/unreadable: `./pipe` is not a file.'],
    ['./folder', 'import/unreadable: `./folder` is a folder; name a file in it.'],
    ['./huge', 'import/unreadable: `./huge` is larger than 32 MiB, the maximum.'],
    ['./bytes', "import/unreadable: `./bytes` isn't valid UTF-8 at line 2; save it as UTF-8."],
    ['./wide', 'import/unreadable: `./wide` is encoded in UTF-16; save it as UTF-8.'],
    ['./binary', 'import/unreadable: `./binary` is not a text file.'],
    ['./circle', "import/unreadable: `./circle` can't be read: its symbolic links form a circle (ELOOP)."],
    ['./dangling', "import/not-found: The file `./dangling` doesn't exist."],
    ['./none', "import/not-found: The file `./none` doesn't exist."],
    ['./endless', "import/outside: `./endless` leads out of the workspace, so it isn't read."],
    ['./link', "import/outside: `./link` leads out of the workspace, so it isn't read."],
    ['./linked/secret', "import/outside: `./linked/secret` leads out of the workspace, so it isn't read."],
    ['../secret', "import/outside: `../secret` leads out of the workspace, so it isn't read."],
    ['../hall/../secret', "import/outside: `../hall/../secret` leads out of the workspace, so it isn't read."],
  ])('of %s is refused in one message', async (path, message) => {
    expect(briefly(await found(path))).toEqual([message]);
  });

  it.each([
    ['beside the design', './parts', 'hall/design.fabric', []],
    ['through a link that stays inside', './inside', 'hall/design.fabric', []],
    ['in the same repository', '../../parts', 'repository/designs/a/hall.fabric', []],
    ['in the same project', '../../parts', 'project/designs/a/hall.fabric', []],
    ['in a folder of the workspace', '../project/parts', 'hall/design.fabric', ['project']],
    ['in a workspace around it', '../project/parts', 'hall/design.fabric', ['.']],
  ])('%s is read', async (_, path, design, folders) => {
    expect(await found(path, design, folders)).toEqual([]);
  });

  it('through links and by name is of one file, reported once', async () => {
    const session = openNodeSession();
    const text = 'import "./parts"\nimport "./inside"\nimport "./within/parts"\nrack r : Rack\n';
    const { findings, uris } = await session.open(addressOfFile(join(folder, 'hall/design.fabric')), text);
    expect(findings.map(({ rule }) => rule)).toEqual([]);
    expect(uris.map((each) => each.slice(each.lastIndexOf('/hall/')))).toEqual([
      '/hall/parts.fabric',
      '/hall/design.fabric',
    ]);
  });

  it('that is allowed for one file is not for another', async () => {
    const session = openNodeSession();
    const open = (design: string, text: string) => session.open(addressOfFile(join(folder, design)), text);
    await open('secret-user.fabric', 'import "./secret"\n');
    const { findings, uris } = await open('hall/design.fabric', 'import "../secret"\nrack r : Secret\n');
    expect(findings.map(({ rule }) => rule)).toEqual(['import/outside']);
    expect(uris).toHaveLength(1);
  });
});

describe('a server', () => {
  it('starts on a folder with a pipe, an endless device and links that lead out, and shows nothing of them', async () => {
    const editor = new Editor();
    execFileSync('mkfifo', [join(editor.folder, 'pipe.fabric')]);
    symlinkSync('/dev/zero', join(editor.folder, 'endless.fabric'));
    symlinkSync(join(folder, 'elsewhere', 'secret.fabric'), join(editor.folder, 'link.fabric'));
    symlinkSync('parts.fabric', join(editor.folder, 'inside.fabric'));
    writeFileSync(join(editor.folder, 'parts.fabric'), 'rack r : Unheard\n');
    await editor.start();
    const text = 'import "./pipe"\nimport "./endless"\nimport "./link"\nimport "./inside"\n';
    const shown = await editor.open('hall.fabric', text);
    expect(shown.map(({ code }) => code)).toEqual(['import/unreadable', 'import/outside', 'import/outside']);
    const codesOf = (name: string) => (editor.diagnostics.get(editor.uri(name)) ?? []).map(({ code }) => code);
    await expect.poll(() => codesOf('parts.fabric'), { timeout: 20_000 }).toEqual(['name/unknown']);
    // It is the same file, and has one name.
    expect(codesOf('inside.fabric')).toEqual([]);
    expect(codesOf('link.fabric')).toEqual([]);
    await editor.stop();
  });

  it('knows a file by one name, whatever links lead to it, and sees what is typed in it', async () => {
    const editor = new Editor(
      { 'design.fabric': 'import "./named/rack"\nimport "./linked/more"\nrack r : More\n' },
      [],
    );
    mkdirSync(join(editor.folder, 'named'));
    symlinkSync('named', join(editor.folder, 'linked'));
    symlinkSync('named/rack.fabric', join(editor.folder, 'rack.fabric'));
    writeFileSync(join(editor.folder, 'named/rack.fabric'), 'rack type Rack { height 40 OX }\n');
    writeFileSync(join(editor.folder, 'named/more.fabric'), 'import "./rack"\nrack type More is Rack\n');
    await editor.start();
    const withFindings = () => [...editor.diagnostics].filter(([, all]) => all.length > 0).map(([uri]) => uri);
    expect(await editor.open('design.fabric')).toEqual([]);
    await expect.poll(withFindings, { timeout: 20_000 }).toEqual([editor.uri('named/rack.fabric')]);
    const more = editor.at('design.fabric', 'linked/more');
    const [to] = await editor.ask<LocationLink[]>('textDocument/definition', 'design.fabric', more);
    expect(to?.targetUri).toBe(editor.uri('named/more.fabric'));
    for (const name of ['named/rack.fabric', 'named/more.fabric']) await editor.open(name);
    await editor.replace('named/rack.fabric', '40 OX', '40 OU');
    await editor.replace('named/more.fabric', 'type More', 'type Less');
    await editor.settled('design.fabric');
    await expect
      .poll(() => editor.diagnostics.get(editor.uri('design.fabric'))?.map(({ code }) => code), { timeout: 20_000 })
      .toEqual(['name/unknown']);
    const renames = [{ oldUri: editor.uri('named/more.fabric'), newUri: editor.uri('named/less.fabric') }];
    const edit = await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files: renames });
    expect(edit.changes?.[editor.uri('design.fabric')]?.map(({ newText }) => newText)).toEqual(['./named/less']);
    await editor.stop();
  });
});

describe('imports of imports', () => {
  const chain = (count: number, last: (i: number) => string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const next = i + 1 < count ? `import "./f${i + 1}"` : last(i);
        return [`file:///f${i}.fabric`, `${next}\nlet v${i} = ${i}\n`];
      }),
    );
  const open = async (files: Record<string, string>, text = 'import "./f0"\nrack r : Rack\n') =>
    openSession({ files: memoryFiles(files) }).open('file:///design.fabric', text);

  it('of five thousand files are read', async () => {
    const { findings, uris } = await open(chain(5000, () => parts));
    expect(findings).toEqual([]);
    expect(uris).toHaveLength(5001);
    // The innermost first, the design last.
    expect(uris.at(0)).toBe('file:///f4999.fabric');
    expect(uris.at(-1)).toBe('file:///design.fabric');
  });

  it('are a circle only where they lead back', async () => {
    const ring = chain(2000, () => 'import "./f1000"');
    const { findings } = await open(ring, 'import "./f0"\n');
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['import/cycle']));
    // f1000 to f1999 import each other, which is one mistake; f0 to f999 lead there and not back.
    expect(findings.map(({ origin }) => Number(/\d+/.exec(origin.uri)?.[0]))).toEqual([1000]);
  });

  it('with a name that every file declares tell of it once a file', async () => {
    const same = Object.fromEntries(
      Object.entries(chain(500, () => parts)).map(([uri, text]) => [uri, `${text}let same = 1\n`]),
    );
    const { findings } = await open(same);
    expect(findings).toHaveLength(499);
    expect(findings.every(({ related }) => related.length === 1)).toBe(true);
  });
});

describe('a folder of designs', () => {
  it('in a ring is checked', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`file:///f${i}.fabric`, `import "./f${(i + 1) % 300}"\nlet v${i} = 1\n`]),
    );
    const session = openSession({ files: memoryFiles(files) });
    for (const uri of Object.keys(files)) expect((await session.open(uri)).findings).toHaveLength(1);
  });

  const ring = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `file:///f${i}.fabric`,
        `import "./f${(i + 1) % count}"\nrack type R${i} { height 2 OU assumed "x" }\nrack r${i} : R${i}\n`,
      ]),
    );

  it('in a ring is elaborated and judged once: each design is the same files', async () => {
    const session = openSession({ files: memoryFiles(ring(20)) });
    const designs = [];
    for (const uri of Object.keys(ring(20))) designs.push(await session.open(uri));
    expect(new Set(designs.map(({ judged }) => judged)).size).toBe(1);
    expect(new Set(designs.map(({ findings }) => findings)).size).toBe(1);
    expect(new Set(designs.map(({ uris }) => uris.join())).size).toBe(1);
    expect(designs.map(({ fabric, uri }) => [fabric.uri, fabric.racks.count, uri])).toEqual(
      Object.keys(ring(20)).map((uri) => [uri, 20, uri]),
    );
  });

  it('in a ring is walked once, however many designs of it are opened', async () => {
    const walks = vi.spyOn(Imports.prototype, 'inOrder');
    const session = openSession({ files: memoryFiles(ring(20)) });
    for (const uri of Object.keys(ring(20))) await session.open(uri);
    // Once from the first that is opened, which is the first by address, too.
    expect(walks).toHaveBeenCalledTimes(1);
    walks.mockRestore();
  });

  it('in a ring has in each design the severities that are set for it', async () => {
    const rules = '{ "overrides": [{ "files": ["f1.*", "f3.*"], "rules": { "provenance": "error" } }] }';
    const session = openSession({ files: memoryFiles({ ...ring(4), 'file:///lightloom.json': rules }) });
    const severities = [];
    for (const uri of Object.keys(ring(4)))
      severities.push(
        new Set(
          (await session.open(uri)).findings.flatMap((each) =>
            each.rule === 'provenance/assumed' ? each.severity : [],
          ),
        ),
      );
    expect(severities).toEqual(['note', 'error', 'note', 'error'].map((each) => new Set([each])));
  });

  it('in a ring has in each design what it has alone, in any order', async () => {
    const files = { ...ring(5), 'file:///f3.fabric': 'import "./f4"\nrack type Spare { height 1 OU }\nrack r3 : R4\n' };
    const findings = async (session: ReturnType<typeof openSession>, uri: string): Promise<string[]> =>
      (await session.open(uri)).findings.map(({ rule, message, origin }) => `${rule} ${origin.uri} ${message}`);
    const alone = new Map<string, string[]>();
    for (const uri of Object.keys(files))
      alone.set(uri, await findings(openSession({ files: memoryFiles(files) }), uri));
    for (const order of [Object.keys(files), Object.keys(files).toReversed()]) {
      const session = openSession({ files: memoryFiles(files) });
      for (const uri of order) expect(await findings(session, uri)).toEqual(alone.get(uri));
    }
  });
});

it('of a part that the library does not have is corrected, and not looked for on the disk', async () => {
  const uri = addressOfFile(join(folder, 'hall/misspelt.fabric'));
  const found = (await openNodeSession({}).open(uri, 'import "std/xpoo"\n')).findings;
  expect(found.map(({ rule, help }) => [rule, help])).toEqual([['import/not-found', 'Did you mean `std/xpo`?']]);
});

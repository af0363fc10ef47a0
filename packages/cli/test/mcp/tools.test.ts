// The tools: what each answers, and that a mistake gets the message of the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/mcp/tool/picture.ts';
import { folder, lightloom, podFolder, podWith } from '../lightloom.ts';
import { connected, rowsOf } from './connected.ts';

const box = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 400 m  connectors 4 x MPO16 }
`;

describe('check', () => {
  it('finds what the command line finds, in the same words', async () => {
    const cwd = folder({ 'box.fabric': box });
    const { call } = await connected([cwd]);
    const printed = await lightloom(['check', 'box.fabric'], { cwd });
    const json = await lightloom(['check', 'box.fabric', '-f', 'json'], { cwd });
    const answer = await call('check', { paths: ['box.fabric'] });
    expect(answer.text.trim()).toBe(printed.out.replace(/ +$/gm, '').trim());
    expect(answer.document).toEqual(JSON.parse(json.out));
    expect(answer.text).toContain('2 links lose 3.16 dB');
  });

  it('checks a text in place of the file, which stays as it is, and finds its imports', async () => {
    const cwd = podFolder();
    const before = readFileSync(join(cwd, 'xpo-pod.fabric'), 'utf8');
    const { call } = await connected([cwd]);
    const text = podWith('length 30 m', 'length 900 m');
    const answer = await call('check', { paths: ['xpo-pod.fabric'], text, errorsOnly: true });
    expect(answer.document['files']).toEqual(['xpo-pod.fabric']);
    expect(answer.text).toContain('error[optics/');
    expect(readFileSync(join(cwd, 'xpo-pod.fabric'), 'utf8')).toBe(before);
  });

  it('checks a text without a file', async () => {
    const { call } = await connected([folder()]);
    const { text, document } = await call('check', { text: 'switch type Box { height 1 dB }\n' });
    expect(text).toContain('untitled.fabric:1:26');
    expect(document['summary']).toMatchObject({ errors: 1 });
  });

  it('sets values for a what-if', async () => {
    const text = 'let hosts = 4\nhost type Box { height 1 OU }\nhost box[1..hosts] : Box\n';
    const { call } = await connected([folder({ 'let.fabric': text })]);
    const named = { file: 'let.fabric', name: 'hosts' };
    expect((await call('explain', named)).text).toMatch(/\b4\b/);
    const { text: eight, document } = await call('explain', { ...named, set: { hosts: '8' } });
    expect(eight).toMatch(/\b8\b/);
    expect(document['settings']).toEqual([{ name: 'hosts', value: '8' }]);
    const unknown = await call('check', { set: { racks: '8' } });
    expect(unknown).toMatchObject({ isError: true, text: expect.stringContaining('racks') });
  });

  it('cuts long lists and says so', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `let x${i} = nothing${i}\n`);
    const { call } = await connected([folder({ 'many.fabric': lines.join('') })]);
    const answer = await call('check', { limit: 5 });
    expect(answer.document['findings']).toHaveLength(5);
    expect(rowsOf(answer, 'truncated')).toEqual([{ list: 'findings', shown: 5, of: 30 }]);
    expect(answer.text).toContain('note: findings has 5 of 30 entries here; raise `limit`, or ask for less.');
    expect(answer.document['summary']).toMatchObject({ errors: 30 });
  });

  it.each([
    [{ paths: ['no.fabric'] }, 'no.fabric does not exist.'],
    [{ paths: ['*.fabrik'] }, 'No .fabric file matches *.fabrik.'],
    [
      { paths: ['a.fabric', 'b.fabric'], text: '' },
      '`text` is the text of one design; name one file in `paths`, or none.',
    ],
    [{ paths: ['-'] }, 'The standard input holds no design here; give its text as `text`.'],
    [{ path: 'a.fabric' }, 'Invalid arguments of check:\n✖ Unrecognized key: "path"'],
    [{ limit: 0 }, 'Invalid arguments of check:\n✖ Too small: expected number to be >=1\n  → at limit'],
  ])('%j is an error', async (args, says) => {
    const { call } = await connected([folder()]);
    expect(await call('check', args)).toMatchObject({ isError: true, text: says, document: {} });
  });
});

describe('explain', () => {
  it('explains a fact with its derivation', async () => {
    const { call } = await connected([podFolder()]);
    const { text, document } = await call('explain', { file: 'xpo-pod.fabric', name: 'margin(backend)' });
    expect(text).toContain('margin(backend)  1.488 dB');
    expect(document).toMatchObject({ version: 1, file: 'xpo-pod.fabric', basis: 'worst-case' });
  });

  it('explains a rule with what it reports, and lists those of a family', async () => {
    const { call } = await connected([folder()]);
    const one = await call('explain', { rule: 'optics/loss-budget' });
    expect(rowsOf(one, 'rules')).toMatchObject([{ id: 'optics/loss-budget', severity: 'error' }]);
    expect(rowsOf(one, 'rules')[0]?.['says']).toContainEqual(expect.stringContaining('2 links lose 3.16 dB'));
    const family = await call('explain', { rule: 'optics' });
    expect(rowsOf(family, 'rules').length).toBeGreaterThan(5);
    const all = await call('explain');
    expect(all.document).not.toHaveProperty('truncated');
  });

  it('says what to ask instead', async () => {
    const { call } = await connected([podFolder()]);
    const ask = async (args: Readonly<Record<string, unknown>>): Promise<string> => {
      const { isError, text } = await call('explain', args);
      expect(isError).toBe(true);
      return text;
    };
    expect(await ask({ file: 'xpo-pod.fabric', name: 'margn(backend)' })).toBe(
      "`margn` isn't a fact that can be required. Did you mean `margin`?\n  margn(backend)\n  ^^^^^",
    );
    expect(await ask({ file: 'xpo-pod.fabric' })).toMatch(
      /^Name something in xpo-pod\.fabric to explain\. It has backend,/,
    );
    expect(await ask({ rule: 'loss-budget' })).toBe(
      'Nothing is called `loss-budget`. Did you mean optics/loss-budget?',
    );
    expect(await ask({ name: 'primary' })).toBe('Give the path of a design as `file`, or its text as `text`.');
  });
});

describe('parts', () => {
  it('gives one part with all of its figures, and parts of a kind', async () => {
    const { call } = await connected([folder()]);
    const one = await call('parts', { pattern: 'SN5600' });
    expect(one.document['parts']).toMatchObject([{ name: 'SN5600', import: 'std/switches' }]);
    const all = await call('parts', { limit: 3 });
    expect(all.document['parts']).toHaveLength(3);
    expect((await call('parts', { pattern: 'Xpoo' })).text).toBe('No part matches `Xpoo`. Did you mean Xpo?');
  });
});

describe('diff', () => {
  it('says what a text would change', async () => {
    const { call } = await connected([folder({ 'box.fabric': box })]);
    const args = { old: 'box.fabric', new: 'box.fabric' };
    expect((await call('diff', args)).document).toMatchObject({ same: true });
    const { text, document } = await call('diff', { ...args, newText: box.replace('400 m', '200 m') });
    expect(document).toMatchObject({ same: false });
    expect(text).toContain('400 m → 200 m');
    const figures = await call('diff', { ...args, newText: box.replace('400 m', '200 m'), figures: true });
    expect(figures.text).toMatch(/switches +2 +2 +=/);
  });

  it('draws both', async () => {
    const { call } = await connected([folder({ 'box.fabric': box })]);
    const { pictures } = await call('diff', {
      old: 'box.fabric',
      newText: box.replace('switch b', 'switch c').replaceAll('b.p', 'c.p'),
      picture: 'svg',
    });
    expect(pictures).toMatchObject([
      { type: 'resource', mimeType: 'image/svg+xml', data: expect.stringContaining('</svg>') },
    ]);
  });

  it('wants two designs', async () => {
    const { call } = await connected([folder({ 'box.fabric': box })]);
    expect((await call('diff', { old: 'box.fabric' })).text).toBe(
      'Give the path of the new design as `new`, or its text as `newText`.',
    );
    expect((await call('diff', { old: 'box.fabric', new: 'no.fabric' })).isError).toBe(true);
  });
});

describe('plan', () => {
  it('gives networks for a number of hosts, each a design that checks', async () => {
    const cwd = folder({ 'site.fabric': 'import "std/switches"\nswitch type Own is SN5600 { power 1 kW }\n' });
    const { call } = await connected([cwd]);
    const args = { hosts: 100, rate: '800G', switch: 'Own', imports: ['./site.fabric'], tiers: [2], rack: 'Eia48' };
    const answer = await call('plan', args);
    const line = ['plan', '--hosts', '100', '--rate', '800G', '--switch', 'Own', '--import', './site.fabric'];
    const printed = await lightloom([...line, '--tiers', '2', '--rack', 'Eia48'], { cwd });
    expect(answer.text.trim()).toBe(printed.out.replace(/ +$/gm, '').trim());
    const design = String(rowsOf(answer, 'networks')[0]?.['design']);
    expect((await call('check', { text: design })).document['summary']).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('fills the holes of a text', async () => {
    const text = `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
rack r[?] : OpenRackV3 { power 12 kW }
switch b[1..10] : Box
place b[*] in r[*] 4 each
require power(r) >= 30 kW
`;
    const { call } = await connected([folder()]);
    const { document } = await call('plan', { text, least: 'parts' });
    expect(document).toMatchObject({ file: 'untitled.fabric', holes: [{ line: 3, value: '3' }] });
  });

  it.each([
    [{ hosts: 10, rate: '800G' }, 'Give `hosts`, `rate` and `switch` for a network, or `file` or `text`'],
    [{ hosts: 10, rate: 'fast', switch: 'SN5600' }, '`rate` is fast. Write a rate, as in 400G or 1.6T.'],
    [{ hosts: 10, rate: '800G', switch: 'SN5601' }, 'There is no switch type SN5601. Did you mean SN5600?'],
    [{ hosts: 10, rate: '800G', switch: 'SN5600', imports: ['../../etc/x.fabric'] }, 'leads out of the workspace'],
    [{ text: 'let a = 1' }, 'The design has no `?` to fill.'],
    [{ text: 'let a = ?', least: 'switches' }, '`least` of a design with holes is price, power or parts.'],
  ])('%j is an error', async (args, says) => {
    const { call } = await connected([folder()]);
    expect(await call('plan', args)).toMatchObject({ isError: true, text: expect.stringContaining(says) });
  });
});

describe('render', () => {
  it('draws a view as PNG that is not too large, and lists all views', async () => {
    const { call } = await connected([podFolder()]);
    const { text, document, pictures } = await call('render', { file: 'xpo-pod.fabric', view: 'racks' });
    expect(pictures).toMatchObject([{ type: 'image', mimeType: 'image/png' }]);
    const png = Buffer.from(pictures[0]?.data ?? '', 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(Math.max(png.readUInt32BE(16), png.readUInt32BE(20))).toBeLessThanOrEqual(1568);
    expect(document).toMatchObject({ view: 'racks', format: 'png', file: 'xpo-pod.fabric' });
    expect(text).toContain('\ncooling: ');
  });

  it('is the drawing of the command line as SVG', async () => {
    const cwd = podFolder();
    const { call } = await connected([cwd]);
    const { pictures } = await call('render', { file: 'xpo-pod.fabric', format: 'svg', theme: 'dark' });
    const { out } = await lightloom(['render', 'xpo-pod.fabric', '--theme', 'dark'], { cwd });
    expect(pictures[0]?.data).toBe(out);
  });

  it('refuses a picture that is too large', async () => {
    let said = '';
    const stderr = { write: (text: string | Uint8Array) => void (said += text), isTerminal: false, columns: undefined };
    const svg = `<svg width="10" height="10">${' '.repeat(4 * 2 ** 20)}</svg>`;
    expect(
      await pictureOf(svg, { format: 'svg' }, { assets: '', borrowsFonts: false, cwd: '', env: {}, stderr }),
    ).toBeUndefined();
    expect(said).toBe('error: The picture has 4.0 MiB; the limit is 3 MiB: ask for a PNG, or draw another view.\n');
  });

  it.each([
    [{ view: 'racs' }, 'xpo-pod.fabric has no view `racs`. Did you mean `racks`? It has overview, '],
    [{ format: 'svg', scale: 2 }, '`scale` is for PNG; the drawing is an SVG.'],
  ])('%j', async (args, says) => {
    const { call } = await connected([podFolder()]);
    const { isError, text } = await call('render', { file: 'xpo-pod.fabric', ...args });
    expect([isError, text.startsWith(says)]).toEqual([true, true]);
  });
});

describe('fix', () => {
  const unused =
    'import "std/xpo"\nimport "std/osfp"\nswitch type Box { height 2 RU  ports p[1..2] : OSFP }\nswitch a : Box\n';

  it('gives a diff, and the text that it was given as it should be', async () => {
    const { call } = await connected([folder()]);
    const { text, document } = await call('fix', { text: unused });
    expect(text).toMatch(/^-import "std\/xpo"$/m);
    expect(document).toMatchObject({ fixed: 1, written: false, files: [{ path: 'untitled.fabric' }] });
    expect(document['text']).toBe(unused.replace('import "std/xpo"\n', ''));
  });

  it('writes only where the server allows it', async () => {
    const cwd = folder({ 'box.fabric': unused });
    const read = (): string => readFileSync(join(cwd, 'box.fabric'), 'utf8');
    const refused = await (await connected([cwd])).call('fix', { paths: ['box.fabric'], write: true });
    expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('started without --allow-write') });
    const { call } = await connected([cwd], { allowsWriting: true });
    expect((await call('fix', { paths: ['box.fabric'] })).document).toMatchObject({ fixed: 1, written: false });
    expect(read()).toBe(unused);
    expect((await call('fix', { paths: ['box.fabric'], write: true })).document).toMatchObject({ written: true });
    expect(read()).toBe(unused.replace('import "std/xpo"\n', ''));
    expect((await call('fix', { paths: ['box.fabric'], write: true })).document).toMatchObject({
      fixed: 0,
      written: false,
    });
    const both = await call('fix', { paths: ['box.fabric'], write: true, text: '' });
    expect(both.text).toBe('`write` changes files, and `text` is none; give one of the two.');
  });
});

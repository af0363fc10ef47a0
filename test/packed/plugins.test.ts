// Plug-ins in the packed command, and in its server: code of others in the bundles as they ship.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../sources.ts';
import { type Installed, installCommand, serverRunsPlugin } from './packed-command.ts';

let installed: Installed;
beforeAll(async () => {
  installed = await installCommand();
}, 60_000);
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

describe('a plug-in', () => {
  const check = (module: string, ...options: string[]): ReturnType<Installed['run']> => {
    const folder = join(installed.folder, 'house');
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, 'examples/plugin/pod.fabric'), join(folder, 'pod.fabric'));
    writeFileSync(join(folder, 'lightloom.json'), '{ "plugins": ["./acme.mjs"], "rules": { "provenance": "off" } }');
    writeFileSync(join(folder, 'acme.mjs'), module);
    return installed.run(['check', 'house/pod.fabric', '-f', 'compact', ...options]);
  };

  it('that is no module says so, without the address that Node is given', () => {
    check('export default {};');
    writeFileSync(join(installed.folder, 'house/lightloom.json'), '{ "plugins": ["./lightloom.json"] }');
    const { out } = installed.run(['check', 'house/pod.fabric', '-f', 'compact', '--allow-plugins']);
    expect(out).toContain(
      'can\'t be loaded: Module "./lightloom.json" needs an import attribute of "type: json". [config/plugin]',
    );
  });

  it('runs in the server of the packed command', async () => {
    const { code, published } = await serverRunsPlugin(
      [installed.program, 'lsp', '--stdio'],
      join(installed.folder, 'trusted'),
    );
    expect([code, published]).toEqual([0, expect.stringContaining('"code":"acme/box"')]);
  });

  it.each([
    ['prints', 'console.log("hello");', 0, 'hello\n'],
    ['keeps Node waiting', 'setInterval(() => undefined, 1000);', 0, ''],
    ['ends the program', 'process.exit(0);', 3, 'error: A plug-in ended lightloom before the command was done.\n'],
    [
      'fails on the side',
      'Promise.reject(new Error("late."));',
      3,
      'error: lightloom failed: late. This is a bug in a plug-in or in Lightloom.\n',
    ],
  ])('that %s changes nothing of what a check prints', (_, does, code, err) => {
    const ran = check(`${does}\nexport default { name: 'acme' };`, '--allow-plugins');
    expect(ran).toMatchObject({ code, err });
    expect(ran.out).toMatch(
      does.includes('exit') ? /^$/ : /^(?:.*note: .*\n)*1 file checked, 0 problems.*; \d+ limits judged.*\n$/,
    );
  });

  it('runs in the packed command, where it is allowed', () => {
    const own = readFileSync(join(root, 'examples/plugin/acme.mjs'), 'utf8');
    expect(check(own)).toMatchObject({ code: 0, out: expect.stringContaining('0 problems') });
    const { code, out } = check(own, '--allow-plugins');
    expect([code, out]).toEqual([1, expect.stringMatching(/ draws 62\.034 kW; .* \[acme\/row-power\]\n/)]);
  });

  it.each([
    ['const a = 1;\nexport default {', "can't be loaded: Unexpected end of input; `node --check` shows where."],
    ['import "./gone.mjs";', "can't be loaded: Cannot find module './gone.mjs' imported from ./acme.mjs."],
    ['import "gone";', "can't be loaded: Cannot find package 'gone' imported from ./acme.mjs."],
  ])('%s', (module, message) => {
    const { code, out, err } = check(module, '--allow-plugins');
    expect([code, out, err]).toEqual([1, expect.stringContaining(message), '']);
  });
});

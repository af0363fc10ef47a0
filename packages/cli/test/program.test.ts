// The program as a whole: help, version, slips, bugs; and its bundle as a process.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import { problemKinds } from '@lightloom/language';
import { describe, expect, it } from 'vitest';
import { run } from '../src/program.ts';
import { bundled, bundledInputs } from './bundled.ts';
import { lightloom, podFolder } from './lightloom.ts';

describe('the program', () => {
  it('prints its version and its help', async () => {
    expect(await lightloom(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
    const help = await lightloom(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    for (const name of ['check', 'render', 'report', 'explain', 'fail', 'parts', 'lsp', 'mcp']) {
      expect(help.out).toMatch(new RegExp(`^  ${name} .{10}`, 'm'));
      expect((await lightloom(['help', name])).out).toContain(`Usage: lightloom ${name}`);
    }
  });
  it('without a command prints its help and fails', async () => {
    const { code, out, err } = await lightloom([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: lightloom');
  });
  it.each([
    [['pod.fabric'], /unknown command 'pod.fabric'\n\(Did you mean lightloom check pod.fabric\?\)/],
    [['help', 'chek'], /`chek` isn't a command\. Did you mean `lightloom help check`\?/],
    [['chekc'], /unknown command 'chekc'\n\(Did you mean check\?\)/],
    [['check', '--forma', 'json'], /unknown option '--forma'\n\(Did you mean --format\?\)/],
    [['lsp'], /required option '--stdio' not specified/],
  ])('says what %j should have been', async (args, says) => {
    const { code, out, err } = await lightloom(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
  it('reports a bug of its own in one line and exits with 3', async () => {
    let err = '';
    const broken = {
      argv: ['check', 'xpo-pod.fabric'],
      build: undefined,
      stdin: async () => new Uint8Array(),
      stdout: {
        write() {
          throw new Error('the pipe\nis on fire');
        },
        isTerminal: false,
        columns: undefined,
      },
      stderr: { write: (text: string) => void (err += text), isTerminal: false, columns: undefined },
      cwd: podFolder(),
      env: {},
      ended: () => new Promise<void>(() => undefined),
      assets: '',
      borrowsFonts: false,
    };
    expect(await run(broken)).toBe(3);
    expect(err).toMatch(/^error: lightloom failed: the pipe is on fire\. This is a bug in Lightloom.*\n$/);
    err = '';
    await run({ ...broken, argv: [...broken.argv, '--debug'] });
    expect(err).toMatch(/\n {4}at /);
  });
});

describe('explain', () => {
  it('lists every rule and every problem', async () => {
    const { code, out } = await lightloom(['explain']);
    expect(code).toBe(0);
    const listed = out
      .split('\n')
      // Above the rules are the subjects that can be explained too.
      .filter((line) => /^[a-z-]+\/\S+ +(?:error|warning|note) /.test(line))
      .map((line) => line.split(' ')[0]);
    expect(listed.sort()).toEqual([...allRules.map((each) => each.id), ...Object.keys(problemKinds)].sort());
  });
  it('prints everything about a rule', async () => {
    const { out } = await lightloom(['explain', 'power/module-over-cage']);
    const rule = allRules.find((each) => each.id === 'power/module-over-cage');
    const flat = out.replace(/\s+/g, ' ');
    for (const each of [rule?.title, rule?.why, rule?.bad, rule?.good, rule?.override, ...(rule?.sources ?? [])])
      expect(flat).toContain(each?.trim().replace(/\s+/g, ' '));
  });
  it('lists a family', async () => {
    const { out } = await lightloom(['explain', 'optics']);
    // A kind of part has the same name, and is explained first.
    expect(out).toMatch(/^optics: a keyword/);
    expect(out.split('\n').filter((line) => line.startsWith('optics/'))).toHaveLength(
      allRules.filter((each) => each.id.startsWith('optics/')).length,
    );
  });
  it.each([
    ['power/module-over-cag', 'Did you mean power/module-over-cage?'],
    ['loss-budget', 'Did you mean optics/loss-budget?'],
    [
      'zzz',
      '`lightloom explain` lists all rules, `lightloom explain language` the statements, and `lightloom parts` the parts.',
    ],
  ])('does not know %s', async (id, says) => {
    const { code, err } = await lightloom(['explain', id]);
    expect([code, err]).toEqual([2, `error: Nothing is called \`${id}\`. ${says}\n`]);
  });
});

describe('the bundle', () => {
  it('loads the language only once a command runs', async () => {
    const inputs = await bundledInputs();
    const loaded = new Set(['packages/cli/src/program.ts']);
    for (const file of loaded)
      for (const { path, kind } of inputs[file]?.imports ?? []) if (kind !== 'dynamic-import') loaded.add(path);
    const rooms = [...loaded].map((file) => file.match(/^node_modules\/(?:@[^/]+\/)?[^/]+|^packages\/[^/]+/)?.[0]);
    const large = ['node_modules/langium', 'node_modules/elkjs', 'packages/diagram', 'packages/render'];
    expect(rooms.filter((each) => each !== undefined && large.includes(each))).toEqual([]);
    expect(Object.keys(inputs).some((file) => file.startsWith('node_modules/langium/'))).toBe(true);
  });

  /** Starts the language server, greets it, says goodbye, and gives its exit code. */
  const talk = async (file: string): Promise<number | null> => {
    const server = spawn(process.execPath, [file, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object): void => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    const answer = (mark: string): Promise<void> =>
      new Promise((resolve) => {
        let text = '';
        server.stdout.on('data', (chunk) => {
          text += chunk;
          if (text.includes(mark)) resolve();
        });
      });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answer('"hoverProvider"');
    send({ id: 2, method: 'shutdown' });
    await answer('"id":2');
    send({ method: 'exit' });
    return new Promise((resolve) => server.on('close', resolve));
  };

  it('checks, draws, reads the standard input, speaks to editors, survives a broken pipe and refuses an old Node', async () => {
    const file = await bundled();
    const cwd = podFolder();
    const start = (args: readonly string[], input = '') =>
      spawnSync(process.execPath, [...args], { cwd, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

    const checked = start([file, 'check']);
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    expect(checked.stdout).toMatch(/2 files checked, 0 problems; /);
    expect(start([file, 'check', '-'], 'switch type Box { height 1 dB }').status).toBe(1);
    expect(start([file, 'check', 'no.fabric']).status).toBe(2);
    expect(start([file, 'render', 'xpo-pod.fabric']).stdout).toContain('</svg>');

    expect(await talk(file)).toBe(0);

    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const watching = spawn(process.execPath, [file, 'check', '--watch'], {
        cwd,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      watching.stderr.on('data', (chunk) => String(chunk).includes('Waiting for changes') && watching.kill(signal));
      expect(await new Promise((resolve) => watching.on('close', (...ended) => resolve(ended)))).toEqual([0, null]);
    }

    const reader = spawn(process.execPath, [file, 'report', 'xpo-pod.fabric', '-f', 'json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    reader.stdout.destroy();
    let err = '';
    reader.stderr.on('data', (chunk) => (err += chunk));
    const status = await new Promise((resolve) => reader.on('close', resolve));
    expect([status, err]).toEqual([0, '']);

    const old = join(cwd, 'old.cjs');
    writeFileSync(
      old,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.1' } });`,
    );
    const refused = start(['-r', old, file, 'check']);
    expect([refused.status, refused.stdout, refused.stderr]).toEqual([
      2,
      '',
      'error: lightloom needs Node 22.12 or newer; this is Node 20.11.1.\n',
    ]);
  });
});

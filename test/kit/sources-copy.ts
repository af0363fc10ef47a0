// A copy of the sources in a folder of its own, to change and to run the tests of.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../sources.ts';

const leftOut = new Set(['.git', 'build', 'dist', 'e2e', 'images', 'node_modules']);

/** Copies the sources; what is installed is linked, the packages to those of the copy. */
export function copyOfTheSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'lightloom-sources-'));
  cpSync(root, copy, { recursive: true, filter: (path) => path === root || !leftOut.has(basename(path)) });
  const [from, to] = [root, copy].map((each) => join(each, 'node_modules')) as [string, string];
  mkdirSync(join(to, '@lightloom'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== '@lightloom' && !name.startsWith('.vite')) symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, '@lightloom')))
    symlinkSync(join(copy, 'packages', name), join(to, '@lightloom', name));
  return copy;
}

/** What a script ended with, and all that it printed. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** Runs a script of a copy, without the variables of the test runner that runs this. */
export function run(copy: string, script: string, ...args: readonly string[]): Promise<Ran> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CI$|VITEST|NODE_ENV$)/.test(name)));
  const child = spawn(process.execPath, [join(copy, script), ...args], { cwd: copy, env });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

/** The tests of some files that fail in a copy, with the message of each. */
export async function failuresIn(
  copy: string,
  files: readonly string[],
  named: RegExp,
): Promise<Readonly<Record<string, string>>> {
  const file = join(copy, 'results.json');
  const options = ['--maxWorkers=1', '--reporter=json', `--outputFile=${file}`, '-t', named.source];
  const { out } = await run(copy, 'node_modules/vitest/vitest.mjs', 'run', ...files, ...options);
  const results = readResults(file, out);
  rmSync(file);
  return Object.fromEntries(
    results.flatMap((each) =>
      each.assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => [fullName, failureMessages.join('\n')]),
    ),
  );
}

interface FileResult {
  /** Why the file couldn't run. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** The results of the files; throws where one couldn't run. */
function readResults(file: string, out: string): readonly FileResult[] {
  let results: readonly FileResult[];
  try {
    results = (JSON.parse(readFileSync(file, 'utf8')) as { testResults: readonly FileResult[] }).testResults;
  } catch {
    throw new Error(`The tests of the copy gave no results:\n${out}`);
  }
  const broken = results.find(({ message }) => message !== '');
  if (broken !== undefined) throw new Error(broken.message);
  return results;
}

// `npm run same -- --against REVISION --cases N --seed S`: whether this checkout prints what a revision prints, byte for byte, of all
// designs of the repository and of random ones. For changes that must not change a result.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { knownDesigns, randomDesigns } from './same/designs.mjs';
import { builtRevision } from './same/revision.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    // What this branch changes, and not what others have changed since it left.
    against: { type: 'string', default: branchPoint() },
    cases: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});

/** Where this branch left main. */
function branchPoint() {
  return execFileSync('git', ['merge-base', 'main', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}

/** What is printed of each design: findings with their derivations, figures, tables, a drawing. */
const commands = [
  ['check', '-f', 'json', '--explain', '--exit-zero'],
  ['check'],
  ['report', '-f', 'json'],
  ['export', 'bom', '-f', 'json'],
  ['export', 'cables', '-f', 'csv'],
  ['render', '-f', 'svg'],
];

/** A revision, as something that runs a command line in this process. */
function runner(dist) {
  const named = (name) => (existsSync(join(dist, name)) ? name : 'program.cjs');
  return async (args, text) => {
    const { run } = require(join(dist, args[0] === 'check' ? named('check-program.cjs') : 'program.cjs'));
    let printed = '';
    const to = { write: (content) => void (printed += content), isTerminal: false, columns: undefined };
    const code = await run({
      argv: args,
      stdin: async () => Buffer.from(text ?? ''),
      stdout: to,
      stderr: to,
      cwd: root,
      env: {},
      ended: () => new Promise(() => {}),
      assets: dist,
      build: undefined,
    });
    return `${printed}exit ${code}\n`;
  };
}

/** The first line in which two outputs differ. */
function firstDifference(old, now) {
  const [before, after] = [old.split('\n'), now.split('\n')];
  const at = after.findIndex((line, i) => line !== before[i]);
  return `  before: ${before[at]}\n  now:    ${after[at]}`;
}

const old = builtRevision(values.against);
let [compared, bytes, different] = [0, 0, 0];
try {
  const [before, now] = [runner(old.dist), runner(join(root, 'packages/cli/dist'))];
  const compare = async ({ name, file, text }) => {
    for (const command of commands) {
      const args = [...command, file];
      const [a, b] = [await before(args, text), await now(args, text)];
      compared++;
      bytes += b.length;
      if (a === b) continue;
      different++;
      console.log(`${name}: ${command.join(' ')}\n${firstDifference(a, b)}`);
      if (text !== undefined) console.log(text);
    }
  };
  for (const design of knownDesigns()) await compare(design);
  for await (const design of randomDesigns(Number(values.cases), Number(values.seed))) await compare(design);
} finally {
  old.remove();
}
console.log(
  `${compared.toLocaleString('en')} outputs (${(bytes / 1e6).toFixed(0)} MB) compared with those of ${old.name}: ${different} differ.`,
);
process.exitCode = different > 0 ? 1 : 0;

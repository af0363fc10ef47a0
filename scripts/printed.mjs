// What the program prints, as the documentation shows it: each excerpt is cut from a run on an example.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rules whose messages show the style of a message in CONTRIBUTING.md. */
const styleExamples = [
  'optics/loss-budget',
  'optics/reach',
  'optics/fiber-type',
  'power/module-over-cage',
  'power/feed-budget',
  'cooling/return-temperature',
  'cooling/loop-head',
  'placement/rack-full',
  'density/modules-per-unit',
  'topology/port-used-twice',
];

/** Writes the excerpts of docs/cli.md, the finding of the README, and the messages of CONTRIBUTING.md. */
export async function writePrinted(files) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { run } = await import('../packages/cli/src/program.ts');
  const { allRules } = await import('../packages/core/src/index.ts');
  const examples = join(files.root, 'examples');

  /** What a command prints in the folder of the examples. */
  async function printed(args, stdin = '') {
    let out = '';
    const stdout = { write: (text) => void (out += text), isTerminal: false, columns: undefined };
    const stderr = { write() {}, isTerminal: false, columns: undefined };
    await run({
      argv: args,
      stdin: async () => new TextEncoder().encode(stdin),
      stdout,
      stderr,
      cwd: examples,
      env: {},
      build: undefined,
      assets: '',
    });
    return out;
  }

  const pod = readFileSync(join(examples, 'xpo-pod.fabric'), 'utf8');
  const finding = await printed(['check', '-', '--stdin-filename', 'pod.fabric'], pod.replace('128 W ', '420 W '));
  files.writeBetween('docs/cli.md', 'printed finding', fenced('text', firstError(finding)));

  const loop = await printed(['explain', 'xpo-pod.fabric', 'primary']);
  const [title, table] = loop.split('\n\n');
  const derivation = excerpt(loop, /^ {2}rise of primary:.*\n(?: {4}.*\n)*/m);
  files.writeBetween('docs/cli.md', 'printed figures', fenced('text', `${title}\n\n${table}\n\n  …\n${derivation}`));

  const ranking = await printed(['fail', 'xpo-pod.fabric']);
  files.writeBetween(
    'docs/cli.md',
    'printed failure',
    fenced('text', excerpt(ranking, /^ *\d+\. switch backend\.spine.*\n(?: +.*\n)*/m)),
  );

  const parts = (await printed(['parts', 'std/switches'])).match(/^(QM9700|7060X6-64PE) .*$/gm).join('\n');
  files.writeBetween('docs/cli.md', 'printed parts', fenced('text', parts));

  const report = JSON.parse(await printed(['report', 'xpo-pod.fabric', '-f', 'json']));
  const unknown = JSON.stringify(report.totals.hall['worst-case'].total, undefined, 1).replace(/\n\s*/g, ' ');
  files.writeBetween('docs/cli.md', 'printed unknown', fenced('json', unknown));

  const readme = readFileSync(join(files.root, 'README.md'), 'utf8');
  const design = /```fabric\n([\s\S]*?)```/.exec(readme)[1];
  const shown = await printed(['check', '-', '--stdin-filename', 'pod.fabric'], design);
  files.writeBetween('README.md', 'printed finding', fenced('text', firstError(shown)));

  const messages = [];
  for (const id of styleExamples) {
    const { bad } = allRules.find((rule) => rule.id === id);
    const { findings } = JSON.parse(await printed(['check', '-', '-f', 'json'], bad));
    const { message, help } = findings.find(({ rule }) => rule === id);
    messages.push(`- ${message}${help === null ? '' : `\n  *help:* ${help}`}`);
  }
  files.writeBetween('CONTRIBUTING.md', 'messages', `\n${messages.join('\n')}\n`);
}

/** The first error with everything below it. */
function firstError(out) {
  return excerpt(out, /^error\[[\s\S]*?\n\n/m);
}

function excerpt(out, pattern) {
  const found = pattern.exec(out);
  if (found === null) throw new Error(`Nothing that is printed matches ${pattern}:\n${out}`);
  return found[0].trimEnd();
}

function fenced(language, text) {
  return `\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

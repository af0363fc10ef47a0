// The packages that programs import, as they ship: every block of docs/library.md runs, the types hold, the example of a plug-in passes its tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTypedProgram } from '../../scripts/library/typed-program.mjs';
import { root } from '../sources.ts';
import { installLibrary, type Manifest } from './packed-library.ts';

let folder: string;
beforeAll(async () => {
  folder = await installLibrary();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text as string);

function node(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function run(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  const { code, out, err } = node(name);
  expect([code, err]).toEqual([0, '']);
  return out;
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'node_modules/@lightloom', name, 'package.json'), 'utf8')) as Manifest;

describe('a package', () => {
  it.each(['core', 'diagram', 'language'])('%s brings what its manifest names, and no sources', (name) => {
    const files = readdirSync(join(folder, 'node_modules/@lightloom', name), { recursive: true, encoding: 'utf8' })
      .map((each) => each.replaceAll('\\', '/'))
      .filter((each) => !each.startsWith('node_modules'));
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    for (const entry of Object.values(manifestOf(name).exports))
      for (const file of Object.values(entry)) expect(files).toContain(file.slice(2));
    expect(files.filter((each) => /\.(?:ts|fabric|map|tgz)$/.test(each) && !each.endsWith('.d.ts'))).toEqual([]);
  });

  it('depends on nothing but what it says', () => {
    expect(manifestOf('core').dependencies).toBeUndefined();
    expect(Object.keys(manifestOf('diagram').dependencies ?? {})).toEqual(['@lightloom/core', 'elkjs']);
    expect(Object.keys(manifestOf('language').dependencies ?? {})).toEqual([
      '@lightloom/core',
      '@lightloom/diagram',
      'import-meta-resolve',
      'langium',
    ]);
  });

  it('hides what isn’t exported', () => {
    expect(node('-e', "import('@lightloom/language/dist/index.js')").err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
    expect(run('names.mjs', "console.log(Object.keys(await import('@lightloom/core')).join());\n")).toBe(
      'definePlugin,defineRule,defineTable\n',
    );
    expect(run('more.mjs', "console.log(Object.keys(await import('@lightloom/language')).join());\n")).toBe(
      'QuestionError,openSession\n',
    );
  });

  it('asks for nothing of Node, but in what is for Node', () => {
    const loaded = "import { register } from 'node:module';\nregister('./no-node.mjs', import.meta.url);\n";
    const refuse = `export const resolve = (name, context, next) => {
  if (/^node:|^(?:fs|path|url|module)$/.test(name) && context.parentURL?.includes('@lightloom'))
    throw new Error(name + ' from ' + context.parentURL);
  return next(name, context);
};
`;
    writeFileSync(join(folder, 'no-node.mjs'), refuse);
    const open = (module: string): string => `${loaded}await import('${module}');\nconsole.log('fine');\n`;
    for (const module of ['@lightloom/core', '@lightloom/diagram', '@lightloom/language'])
      expect(run('platform.mjs', open(module))).toBe('fine\n');
    writeFileSync(join(folder, 'platform.mjs'), open('@lightloom/language/node'));
    expect(node('platform.mjs').err).toMatch(/Error: node:\S+ from /);
  });
});

describe('docs/library.md', () => {
  it('has blocks', () => expect(blocks('js').length).toBeGreaterThan(7));

  // In one process, of which each block is a module: to start one and to load the packages takes longer than any block.
  const printed: string[] = [];
  beforeAll(() => {
    for (const [i, text] of blocks('js').entries()) writeFileSync(join(folder, `block-${i}.mjs`), text);
    const program = `import { format } from 'node:util';
const printed = [];
const { log } = console;
console.log = (...values) => (printed[printed.length - 1] += format(...values) + '\\n');
for (let i = 0; i < ${blocks('js').length}; i++) {
  printed.push('');
  await import(\`./block-\${i}.mjs\`);
}
log(JSON.stringify(printed));
`;
    printed.push(...(JSON.parse(run('blocks.mjs', program)) as string[]));
  });

  it.each(blocks('js').map((text, i) => [i + 1, text] as const))('block %i runs', (i, text) => {
    const out = printed[i - 1] as string;
    expect(out).not.toBe(text.includes('console.log') ? '' : undefined);
    for (const [, value] of text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)) expect(out.split('\n')).toContain(value);
  });

  it('shows a plug-in that works', () => {
    const [configuration = ''] = blocks('json');
    mkdirSync(join(folder, 'plugin/rules'));
    mkdirSync(join(folder, 'node_modules/lightloom-plugin-foo'));
    writeFileSync(join(folder, 'plugin/rules/acme.mjs'), blocks('js plug-in')[0] as string);
    writeFileSync(join(folder, 'plugin/quiet.json'), configuration);
    writeFileSync(join(folder, 'node_modules/lightloom-plugin-foo/package.json'), '{ "exports": "./main.mjs" }');
    writeFileSync(join(folder, 'node_modules/lightloom-plugin-foo/main.mjs'), "export default { name: 'foo' };");
    const out = run(
      'quiet.mjs',
      `import { openFile } from '@lightloom/language/node';
const options = { configuration: 'plugin/quiet.json', allowPlugins: true };
const design = await openFile('plugin/pod.fabric', options);
for (const { severity, rule, message } of design.findings)
  if (/^config|^acme/.test(rule)) console.log(severity + ': ' + message);
console.log(design.tables().at(-1).name);
`,
    );
    expect(out).toBe('warning: old[1] draws 62.034 kW; the house allows 60 kW.\nacme-racks\n');
  });
});

describe('a program in TypeScript', () => {
  const others = blocks('ts').map((_, i) => `typed-${i}.mts`);
  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('compiles as %s with all that is strict, and runs', (module, moduleResolution) => {
    for (const [i, text] of blocks('ts').entries()) writeFileSync(join(folder, `typed-${i}.mts`), text);
    writeTypedProgram(root, folder, { module, moduleResolution, others });
    const compiled = node(join(root, 'node_modules/typescript/bin/tsc'), '-p', folder);
    expect([compiled.code, compiled.out]).toEqual([0, '']);
    const { code, out, err } = node('typed.mjs');
    expect([code, err]).toEqual([0, '']);
    expect(out.trim().split('\n')).toEqual([
      '0 errors',
      '1.49 dB, true',
      '30 m',
      '<svg',
      'bom,cables,growth,labels,acme-loops',
      'Declare it, or import the file that declares it.',
    ]);
  });

  it('that is a plug-in runs in a design', () => {
    const design = 'feed only { capacity 2 MW }\n';
    writeFileSync(join(folder, 'feed.fabric'), design);
    const out = run(
      'feeds.mjs',
      `import { openFile } from '@lightloom/language/node';
import plugin from './compiled/typed-0.mjs';
const { findings } = await openFile('feed.fabric', { plugins: [plugin] });
for (const { rule, message } of findings) console.log(rule, message);
`,
    );
    expect(out).toBe('acme/two-feeds only is the only feed.\n');
  });
});

describe('the example of a plug-in', () => {
  it('passes its own tests', () => {
    const { code, out } = node('--test', '--test-reporter=tap', join(folder, 'plugin/acme.test.mjs'));
    expect([code, out]).toEqual([0, expect.stringMatching(/^# pass 4$/m)]);
  });
});

// Bundles what is shipped: the command line tool, and the parts of the extension, which it packs into a `.vsix`.
// `node scripts/build.mjs [cli|extension]`; both when not said. `--watch` builds again on every change.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { checkAlone } from './bundle/check-alone.mjs';
import { inlineReaders } from './bundle/inline-readers.mjs';
import { lazyBuiltins } from './bundle/lazy-builtins.mjs';
import { packageExtension } from './package-extension.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const watch = process.argv.includes('--watch');
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.fabric': 'text' },
  plugins: [inlineReaders],
};
// A bundle that is loaded by `require` costs less than one by `import`, which Node reads twice.
const forNode = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  supported: { 'dynamic-import': false },
};
const forBrowser = { ...shared, platform: 'browser', format: 'iife', target: 'es2022' };

/** Leaves a module out of a bundle, which loads the module's own bundle when it is asked for. */
const apart = (filter, path) => ({
  name: `${path} apart`,
  setup: (build) => build.onResolve({ filter }, () => ({ path, external: true })),
});

/** The program out of its start, which loads it with the compiled code that an earlier run kept. */
const programApart = apart(/\/program\.ts$/, './program.cjs');

/** The program with nothing but `check`, for the same reason. */
const checkApart = apart(/\/check-program\.ts$/, './check-program.cjs');

/** What ends most runs with `--cache` out of the start: it reads little, and the start of every other run less. */
const cachedApart = apart(/\/cached\.ts$/, './cached.cjs');

/** Pictures out of the program: only `render` needs them, and they are large. */
const renderApart = apart(/^@lightloom\/render$/, './render.cjs');

/** The protocol's library out of the program: only `mcp` needs it. */
const sdkApart = apart(/\/sdk\/sdk\.ts$/, './mcp-sdk.cjs');

/** What imports the modules of others out of the bundles, where it would be a `require`. */
const importApart = apart(/\/import-module\.ts$/, './import-module.cjs');

/** @param folder that of the bundles it is beside */
const importModule = (folder) => ({
  ...forNode,
  entryPoints: ['packages/language/src/disk/import-module.ts'],
  outfile: `${folder}/import-module.cjs`,
  supported: {},
});

/**
 * What a bundle for `require` does not have by itself: the address of its module, which a dependency asks for; and a clock that is there
 * already, where `performance` would load eight modules of Node.
 */
const withGlobals = {
  define: { 'import.meta.url': 'bundleUrl', 'performance.now': 'sinceBoot' },
  banner: {
    js: `const bundleUrl = require('url').pathToFileURL(__filename).href;
const sinceBoot = () => { const [seconds, rest] = process.hrtime(); return seconds * 1e3 + rest / 1e6; };`,
  },
};

/** A few characters that differ for different contents of some files. */
const digestOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
};

/**
 * Escapes what is left of other characters, which is in regular expressions and in templates whose raw text nobody reads: a text of
 * one byte a character is read in half the time.
 */
function writeInAscii(path) {
  const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** The program in the extension, for agents. */
const agents = 'packages/extension/dist/agents';

/** What writes PDF and workbooks is beside the program for agents. */
const agentsRenderApart = apart(/^@lightloom\/render$/, './agents/render.cjs');

/** The bundles of the program, in a folder of a package. */
const program = (folder) => [
  {
    ...forNode,
    entryPoints: ['packages/cli/src/program.ts'],
    outfile: `${folder}/program.cjs`,
    plugins: [renderApart, sdkApart, importApart, inlineReaders, lazyBuiltins],
    ...withGlobals,
  },
  {
    ...forNode,
    entryPoints: ['packages/cli/src/check-program.ts'],
    outfile: `${folder}/check-program.cjs`,
    plugins: [checkAlone, importApart, inlineReaders, lazyBuiltins],
    ...withGlobals,
  },
  {
    ...forNode,
    entryPoints: ['packages/render/src/index.ts'],
    outfile: `${folder}/render.cjs`,
    // A native module can't be bundled; without it everything but PNG works.
    external: ['@resvg/resvg-js'],
    ...withGlobals,
  },
  {
    ...forNode,
    entryPoints: ['packages/cli/src/mcp/sdk/sdk.ts'],
    outfile: `${folder}/mcp-sdk.cjs`,
  },
  {
    ...forNode,
    entryPoints: ['packages/cli/src/cached.ts'],
    outfile: `${folder}/cached.cjs`,
    plugins: [inlineReaders, lazyBuiltins],
  },
  importModule(folder),
  // After the programs, whose digest it holds.
  {
    ...forNode,
    entryPoints: ['packages/cli/src/main.ts'],
    outfile: `${folder}/lightloom.cjs`,
    plugins: [programApart, checkApart, cachedApart, inlineReaders],
    banner: { js: '#!/usr/bin/env node' },
    define: () => ({
      programDigest: JSON.stringify(digestOf([`${folder}/program.cjs`, `${folder}/check-program.cjs`])),
    }),
  },
];

/** Each package's bundles: entry, output, options. */
const bundles = {
  cli: program('packages/cli/dist'),
  extension: [
    {
      ...forNode,
      entryPoints: ['packages/extension/src/client/extension.ts'],
      outfile: 'packages/extension/dist/client.cjs',
      external: ['vscode'],
    },
    {
      ...forBrowser,
      // The host of extensions in a browser loads them as Node would.
      format: 'cjs',
      entryPoints: ['packages/extension/src/client/extension-web.ts'],
      outfile: 'packages/extension/dist/client-web.js',
      external: ['vscode'],
    },
    {
      ...forBrowser,
      entryPoints: ['packages/extension/src/server/server-worker.ts'],
      outfile: 'packages/extension/dist/server-worker.js',
    },
    {
      ...forNode,
      entryPoints: ['packages/extension/src/server/server.ts'],
      outfile: 'packages/extension/dist/server.cjs',
      plugins: [importApart, agentsRenderApart, inlineReaders],
    },
    importModule('packages/extension/dist'),
    // What agents are served by, as the command line has it.
    ...program(agents),
    {
      ...forBrowser,
      entryPoints: ['packages/extension/src/webview/main.ts'],
      outfile: 'packages/extension/dist/webview.js',
    },
    {
      ...forBrowser,
      entryPoints: ['packages/extension/src/webview/layout/layout-worker.ts'],
      outfile: 'packages/extension/dist/layout-worker.js',
    },
    {
      ...forBrowser,
      entryPoints: ['packages/extension/src/webview/page.css'],
      outfile: 'packages/extension/dist/webview.css',
    },
  ],
};

/** Pictures have a font of their own, from files beside the bundle. */
function copyFonts(dist) {
  mkdirSync(join(root, dist, 'fonts'), { recursive: true });
  for (const name of ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf', 'LICENSE'])
    copyFileSync(require.resolve(`dejavu-fonts-ttf/${name}`), join(root, dist, 'fonts', name.split('/').at(-1)));
}

/** Pages that a model reads are files beside the bundle. */
function copyPages(dist) {
  const pages = Object.keys(JSON.parse(readFileSync(join(root, 'packages/cli/src/mcp/resources/pages.json'), 'utf8')));
  mkdirSync(join(root, dist, 'docs'), { recursive: true });
  for (const name of pages) copyFileSync(join(root, `docs/${name}.md`), join(root, dist, `docs/${name}.md`));
}

/** The layout engine's file: Node reads one as CommonJS by its ending, a page loads it as a script. */
const elkFiles = { cli: 'elk-worker.cjs', extension: 'elk-worker.min.js' };

/** The layout engine runs in a worker of its own, from a file beside the bundle. */
function copyElk(name, dist) {
  mkdirSync(join(root, dist), { recursive: true });
  copyFileSync(require.resolve('elkjs/lib/elk-worker.min.js'), join(root, dist, elkFiles[name]));
}

// The editor's task reads these two words.
if (watch) console.log('Watching');
for (const [name, options] of Object.entries(bundles)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const dist = `packages/${name}/dist`;
  rmSync(join(root, dist), { recursive: true, force: true });
  copyElk(name, dist);
  if (name === 'cli') {
    copyFonts(dist);
    copyPages(dist);
  } else {
    copyElk('cli', agents);
    copyFonts(agents);
    copyPages(agents);
  }
  for (const { define, ...rest } of options) {
    const each = typeof define === 'function' ? { ...rest, define: watch ? {} : define() } : { ...rest, define };
    if (watch) {
      const context = await esbuild.context(each);
      await context.rebuild();
      await context.watch();
    } else {
      const { metafile } = await esbuild.build(each);
      if (name === 'cli' || each.outfile.startsWith(agents)) writeInAscii(join(root, each.outfile));
      const file = each.outfile.split('/').at(-1);
      mkdirSync(join(root, 'build/metafiles', name), { recursive: true });
      writeFileSync(join(root, 'build/metafiles', name, `${file}.json`), JSON.stringify(metafile));
    }
  }
}
if (watch) console.log('Ready');

const isBuilt = (name) => !watch && (wanted.length === 0 || wanted.includes(name));
if (isBuilt('cli')) {
  const notices = thirdPartyNotices(root, 'cli');
  writeFileSync(join(root, 'packages/cli/dist/THIRD-PARTY-NOTICES.txt'), notices);
}

if (isBuilt('extension')) await packageExtension(root);

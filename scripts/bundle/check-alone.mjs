// What makes the bundle of `check` one flat script, without what a check never calls. A module that is imported later on is a function
// that is called later on, and so is each that it imports: setting up a thousand of them takes as long as a small check.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The sources that import what a check is sure to need when it is known to be one. */
const atOnce = /\/packages\/cli\/src\/(?:commands\/check|input\/ignored-files|input\/print-config|run)\.ts$/;
const later = /await import\('([^']+)'\)/g;

/** What the rest of the program has, for `--watch`. */
const fromProgram = /\/watch\/watch\.ts$/;

/** What draws, and what puts drawings on a page: whoever calls it is left out. */
const neverCalled = /^@lightloom\/(?:diagram(?:\/views)?|print)$/;

const protocol = /^vscode-languageserver-protocol$/;

/** An esbuild plugin that does so. */
export const checkAlone = {
  name: 'check alone',
  setup(build) {
    build.onLoad({ filter: atOnce }, ({ path }) => ({
      contents: importedAtOnce(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
    build.onResolve({ filter: fromProgram }, () => ({ path: './program.cjs', external: true }));
    build.onResolve({ filter: neverCalled }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
    build.onResolve({ filter: protocol }, ({ path, importer }) =>
      importer.includes('/langium/') ? { path, namespace: 'events', pluginData: dirname(importer) } : undefined,
    );
    build.onLoad({ filter: protocol, namespace: 'events' }, ({ pluginData }) => eventsOf(pluginData));
    build.onEnd(({ metafile }) => {
      const left = Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) => imports.map(({ path }) => path));
      const wrong = left.filter((path) => neverCalled.test(path));
      if (wrong.length > 0) throw new Error(`The bundle of \`check\` asks for ${wrong.join(' and ')}.`);
      const late = Object.entries(metafile?.inputs ?? {}).filter(([, { imports }]) => imports.some(isOwnLater));
      if (late.length === 0) return;
      const who = late.map(([path]) => path).join(' and ');
      throw new Error(`The bundle of \`check\` is no flat script: ${who} imports sources later on.`);
    });
  },
};

/** Whether an import, as the bundler lists it, is one of our sources that is imported later on. */
const isOwnLater = ({ path, kind, external }) =>
  kind === 'dynamic-import' && external !== true && path.startsWith('packages/');

/** A source that imports at once what it would import later on. */
function importedAtOnce(source) {
  const paths = new Set([...source.matchAll(later)].map(([, path]) => path).filter((path) => !fromProgram.test(path)));
  const names = new Map([...paths].map((path, i) => [path, `imported${i}`]));
  const heads = [...names].map(([path, name]) => `import * as ${name} from '${path}';\n`);
  return heads.join('') + source.replace(later, (whole, path) => names.get(path) ?? whole);
}

/** Of the protocol, Langium's core needs events and cancellation: a twentieth of it. */
function eventsOf(resolveDir) {
  const folder = join(import.meta.dirname, '../../node_modules/vscode-jsonrpc/lib/common');
  return {
    resolveDir,
    contents: `export { CancellationToken, CancellationTokenSource } from '${folder}/cancellation.js';
export { Emitter } from '${folder}/events.js';
export { ResponseError } from '${folder}/messages.js';
// As in the protocol.
export const LSPErrorCodes = { ServerCancelled: -32802 };
`,
  };
}

// Builds the packages that programs install, from the sources: JavaScript, declarations, a manifest. In the repository, these
// packages export their TypeScript, so that nothing is built before it is tried.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { inlineReaders } from '../bundle/inline-readers.mjs';
import { fileOf, internalName, libraryPackages } from './packages.mjs';
import { compileDeclarations, declarationText, surfaces } from './surface.mjs';

/** Our packages that are no packages for others are part of those that use them. */
const isBundled = (imported) => imported.startsWith('@lightloom/print');

const ownImports = {
  name: 'own imports',
  setup(build) {
    build.onResolve({ filter: /^@lightloom\// }, ({ path }) =>
      isBundled(path) ? undefined : { path: internalName(path), external: true },
    );
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@lightloom/') ? undefined : { path, external: true },
    );
  },
};

/**
 * Builds all packages.
 * @param out a folder for one folder each
 * @returns these folders
 */
export async function buildLibrary(root, out) {
  rmSync(out, { recursive: true, force: true });
  compileDeclarations(root);
  const types = new Map(surfaces(root).map(({ module, surface }) => [module, surface]));
  return Promise.all(libraryPackages.map((each) => buildPackage(root, join(out, each.name), each, types)));
}

async function buildPackage(root, folder, { name, entries }, types) {
  const source = join('packages', name);
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((each) => [fileOf(each.path), join(source, each.source)])),
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    loader: { '.fabric': 'text' },
    plugins: [ownImports, inlineReaders],
  });
  for (const { path } of entries) {
    const surface = types.get(`@lightloom/${name}${path.slice(1)}`);
    if (surface !== undefined)
      writeFileSync(join(dist, `${fileOf(path)}.d.ts`), declarationText(surface, { comments: true }));
  }
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'README.md'), readmeOf(name, entries));
  if (name === 'language') {
    mkdirSync(join(folder, 'schemas'));
    copyFileSync(join(root, 'packages/cli/schemas/report.schema.json'), join(folder, 'schemas/report.schema.json'));
  }
  const manifest = manifestOf(JSON.parse(readFileSync(join(root, source, 'package.json'), 'utf8')), entries, metafile);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return folder;
}

/** The manifest of a package as others install it: it depends on what its JavaScript imports, in the versions it is tested with. */
function manifestOf({ private: _, exports: __, dependencies: own, devDependencies: ___, ...kept }, entries, metafile) {
  const imports = Object.values(metafile.outputs).flatMap((each) => each.imports.filter(({ external }) => external));
  const names = new Set(imports.map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0]));
  const used = [...names].filter((each) => !each.startsWith('node:')).sort();
  const missing = used.filter((each) => own?.[each] === undefined);
  if (missing.length > 0) throw new Error(`${kept.name} imports ${missing.join(', ')}, which it doesn't depend on.`);
  return {
    ...kept,
    engines: { node: '>=22.12' },
    sideEffects: false,
    files: ['dist', 'schemas'],
    exports: Object.fromEntries(
      entries.map(({ path, types }) => {
        const built = `./dist/${fileOf(path)}`;
        return [path, { ...(types === undefined ? {} : { types: `${built}.d.ts` }), default: `${built}.js` }];
      }),
    ),
    ...(used.length === 0 ? {} : { dependencies: Object.fromEntries(used.map((each) => [each, own[each]])) }),
  };
}

function readmeOf(name, entries) {
  const modules = entries
    .filter(({ types }) => types !== undefined)
    .map(({ path }) => `- \`@lightloom/${name}${path.slice(1)}\``);
  return `# @lightloom/${name}

A part of Lightloom, which checks, draws and reports optical fabrics of AI data centers written in \`.fabric\`. How to load a
design, ask facts, run rules, draw, and write a plug-in is on the page *Lightloom as a library* (\`docs/library.md\`).

It exports:

${modules.join('\n')}

Everything else in it is for Lightloom's own packages, and changes with any version.
`;
}

// The packages that programs install: what each exports, and where it comes from in the sources.
// An entry without `types` is for Lightloom's own packages alone: it may change with any version.
export const libraryPackages = [
  {
    name: 'core',
    entries: [
      { path: '.', source: 'src/public.ts', types: 'core/public.d.ts' },
      { path: './internal', source: 'src/index.ts' },
    ],
  },
  {
    name: 'diagram',
    entries: [
      { path: '.', source: 'src/public.ts', types: 'diagram/public.d.ts' },
      { path: './internal', source: 'src/index.ts' },
      { path: './internal/views', source: 'src/views/index.ts' },
    ],
  },
  {
    name: 'language',
    entries: [
      { path: '.', source: 'src/api/public.ts', types: 'language/src/api/public.d.ts' },
      { path: './node', source: 'src/public-node.ts', types: 'language/src/public-node.d.ts' },
    ],
  },
];

/** What an import of our own packages becomes in what is built: their packages hide what isn't public. */
export const internalName = (imported) => imported.replace(/^(@lightloom\/(?:core|diagram))(?=$|\/)/, '$1/internal');

/** `node` of `./node`, `index` of `.`: the name of an entry's files. */
export const fileOf = (path) => (path === '.' ? 'index' : path.slice(2).replaceAll('/', '-'));

// `npm run new export name`: a table of a design, ready to be filled in.
import { badName, isKebab } from './refusal.mjs';

export const usage = 'export NAME';

/** The file of a new table; or why it can't be written. */
export function scaffold(_root, [name = '']) {
  if (!isKebab(name)) return badName('table', name);
  return {
    path: `packages/core/src/tables/${name}.ts`,
    next: 'Fill it in; accept its rows in the goldens, and read them. Then `npm run ready`: `lightloom export` offers it in every format of a table.',
    tests: ['test/new.test.ts', 'packages/print/test/formats.test.ts', '--update'],
    text: `// What it lists, and for whom.
import { defineTable } from './table.ts';

export const table = defineTable({
  name: '${name}',
  // The heading: \`Bill of materials\`.
  title: '',
  // One sentence for the help and docs/cli.md.
  doc: '',
  columns: [{ key: 'name', head: 'Name' }],
  // One row for each thing of the design; \`fabric\` is what is installed, the rest of the facts are its figures.
  rows({ fabric }) {
    return fabric.blocks.map((block) => [block.path]);
  },
});
`,
  };
}

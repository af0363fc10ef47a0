// `npm run new export name`: a table of a design, ready to be filled in.

export const usage = 'export NAME';

/** The file of a new table; undefined when the name is none. */
export function scaffold(_root, [name = '']) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  return {
    path: `packages/core/src/tables/${name}.ts`,
    next: 'Fill it in, then `npm run ready` and `npm run test:accept`: `lightloom export` offers it in every format of a table.',
    text: `// What it lists, and for whom.
import { defineTable } from './table.ts';

export const table = defineTable({
  name: '${name}',
  title: '',
  doc: '',
  columns: [{ key: 'name', head: 'Name' }],
  rows({ fabric }) {
    return fabric.blocks.map((block) => [block.path]);
  },
});
`,
  };
}

// `npm run new view name`: a kind of view, ready to be filled in.

export const usage = 'view NAME';

/** The file of a new view; undefined when the name is none. */
export function scaffold(_root, [name = '']) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  return {
    path: `packages/diagram/src/views/${name}/${name}.ts`,
    next: 'Fill it in, then `npm run ready`: `lightloom render --list` and the editor offer it.',
    text: `// What it shows.
import { defineView } from '../view.ts';

export const view = defineView({
  kind: '${name}',
  title: '',
  graph(facts, sketch) {
    throw new Error(\`\${sketch.id} of \${facts.fabric.blocks.length} blocks is not drawn yet.\`);
  },
});
`,
  };
}

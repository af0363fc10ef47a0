// `npm run new view name`: a kind of view, ready to be filled in.

export const usage = 'view NAME';

/** The file of a new view; undefined when the name is none. */
export function scaffold(_root, [name = '']) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  return {
    path: `packages/diagram/src/views/${name}/view.ts`,
    next: 'Fill it in, then `npm run ready` and `npm run test:accept`: `lightloom render --list` and the editor offer it.',
    text: `// What it shows.
import { defineView } from '../sketch/define-view.ts';

export const view = defineView({
  kind: '${name}',
  // Position among the kinds in the list of views.
  order: 9,
  standard: () => [{ id: '${name}', title: '', sketch: {} }],
  declared: () => ({}),
  graph() {
    throw new Error('The view ${name} is not drawn yet.');
  },
});
`,
  };
}

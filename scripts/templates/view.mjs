// `npm run new view name`: a kind of view, ready to be filled in.
import { badName, isKebab } from './refusal.mjs';

export const usage = 'view NAME';

/** The file of a new view; or why it can't be written. */
export function scaffold(_root, [name = '']) {
  if (!isKebab(name)) return badName('view', name);
  return {
    path: `packages/diagram/src/views/${name}/view.ts`,
    next: 'Fill it in; if every fabric has it, add it to the kinds of views in docs/views.md. Then `npm run ready`: `lightloom render --list` and the editor offer it.',
    tests: ['packages/diagram/test/views.test.ts', 'packages/diagram/test/pod.test.ts', 'test/lsp/session.test.ts'],
    text: `// What it shows, in one line.
import { defineView } from '../sketch/define-view.ts';

export const view = defineView({
  kind: '${name}',
  // Position among the kinds in the list of views.
  order: 9,
  // What the \`of\` of a \`view\` statement may select.
  selects: [],
  // Which \`view\` statements it draws: by what they select, as \`of === 'feed'\`, and their color. A test forbids two claims.
  claims: () => false,
  // The views that every fabric has; none where a \`view\` statement asks for each.
  standard: () => [{ id: '${name}', title: '', sketch: {} }],
  // What a \`view\` statement that it claims asks for.
  declared: () => ({}),
  graph() {
    return {
      // How boxes are placed; packages/diagram/src/graph has a file for each arrangement.
      arrangement: 'free',
      subtitle: '',
      figures: [],
      // Boxes. Each has the \`origin\` of the thing it shows, where the editor goes when it is clicked.
      nodes: [],
      groups: [],
      trunks: [],
      legend: {},
      // One sentence where there is nothing to draw: what is missing, and what to write.
      notes: ['This view is empty.'],
    };
  },
});
`,
  };
}

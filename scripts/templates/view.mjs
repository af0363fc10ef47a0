// `npm run new view name`: a kind of view, ready to be filled in.
import { badName, isKebab } from './refusal.mjs';

export const usage = 'view NAME';

/** The file of a new view; or why it can't be written. */
export function scaffold(_root, [name = '']) {
  if (!isKebab(name)) return badName('view', name);
  return {
    path: `packages/diagram/src/views/${name}/view.ts`,
    next: 'Fill it in, then `npm run ready`: `lightloom render --list` and the editor offer it.',
    text: `// What it shows, in one line.
import { defineView } from '../sketch/define-view.ts';

export const view = defineView({
  kind: '${name}',
  // Position among the kinds in the list of views.
  order: 9,
  // Which \`view\` statements it draws: by what they select, as \`of === 'feed'\`, and their color. A test forbids two claims.
  claims: () => false,
  // The views that every fabric has.
  standard: () => [{ id: '${name}', title: '', sketch: {} }],
  // What a \`view\` statement that it claims asks for.
  declared: () => ({}),
  graph() {
    return {
      // How boxes are placed; packages/diagram/src/graph has a file for each arrangement.
      arrangement: 'free',
      subtitle: '',
      figures: [],
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

// `npm run new rule family/name`: a rule, ready to be filled in.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const usage = 'rule FAMILY/NAME';

const folder = 'packages/core/src/rules';

/** The file of a new rule; or why it can't be written. A family that is new gets a folder. */
export function scaffold(root, [id = '']) {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
    const families = readdirSync(join(root, folder), { withFileTypes: true }).filter((each) => each.isDirectory());
    const list = families.map(({ name }) => name).join(', ');
    const why = id === '' ? "The rule isn't given" : `\`${id}\` isn't the id of a rule`;
    return { refused: `${why}: use FAMILY/NAME in small letters, digits and hyphens; families are ${list}.` };
  }
  return {
    path: `${folder}/${id}.ts`,
    next: 'Fill it in, then `npm run ready`: it writes the page of the rule and runs its examples.',
    tests: ['test/rules.test.ts', '-t', id],
    text: `// What it finds, in one line.
import { defineRule, type Report } from '../../findings/rule.ts';

export const rule = defineRule({
  id: '${id}',
  severity: 'error',
  // How much it looks at: \`value\`, \`assembly\`, \`whole\` or \`demand\`; \`Level\` in findings/rule.ts says what they are.
  level: 'assembly',
  // A short phrase without a full stop: \`A link is longer than its optics reach\`.
  title: '',
  // The physics or the practice behind it, with figures.
  why: '',
  sources: [],
  // How to change the limit: \`Set \\\`reach\\\` on the optics type.\`
  override: '',
  // What it limits, as limits are counted: \`link loss\`; leave it out of a rule about structure.
  limit: '',
  // A complete file; the carets mark the place and give the severity and a part of the message.
  bad: \`import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
//     ^^^^^^^ error: the number and the limit
\`,
  // Replace the text on the left, which is in the file once, by the text on the right.
  fix: { 'height 2 RU': 'height 1 RU' },
  // More cases as the limit asks for; without \`finds\`, nothing is found.
  edges: [{ name: 'exactly at the limit', change: { 'height 2 RU': 'height 1 OU' } }],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const block of facts.fabric.blocks) {
      // A figure and its limit, from the facts: \`judge\` compares them, and counts what can't be judged.
      const [figure, limit] = [facts.power.total, facts.power.total];
      if (!judge.exceeds(figure, limit, { count: block.count, at: block.origin })) continue;
      reports.push({
        message: \`\${block.path} has a number; the limit is another.\`,
        help: 'Say what to do in the imperative.',
        origin: block.origin,
      });
    }
    return reports;
  },
});
`,
  };
}

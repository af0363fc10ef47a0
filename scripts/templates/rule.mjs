// `npm run new rule family/name`: a rule, ready to be filled in.

export const usage = 'rule FAMILY/NAME';

/** The file of a new rule; undefined when the arguments are no family and name. */
export function scaffold(_root, [id = '']) {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) return undefined;
  return {
    path: `packages/core/src/rules/${id}.ts`,
    next: 'Fill it in, then `npm run ready`: it lists the rule, writes its page and runs its examples.',
    text: `// What it finds, in one line.
import { defineRule, type Report } from '../../findings/rule.ts';

export const rule = defineRule({
  id: '${id}',
  severity: 'error',
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
});`,
  };
}

// `npm run new command name`: a command of the program, ready to be filled in.
import { badName, isKebab } from './refusal.mjs';

export const usage = 'command NAME';

/** The file of a new command; or why it can't be written. */
export function scaffold(_root, [name = '']) {
  if (!isKebab(name)) return badName('command', name);
  return {
    path: `packages/cli/src/commands/${name}.ts`,
    next: 'Fill it in, and add a scenario to test/packed/command.test.ts and files to packages/cli/test/scenarios, two of them of wrong use. Then `npm run ready`: the help lists it, docs/cli.md gets a section, and its examples are executed by a test.',
    tests: ['packages/cli/test/commands.test.ts', '-t', name],
    text: `// \`lightloom ${name}\`: what it does.
import { defineCommand } from '../command/command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from '../command/design-options.ts';
import { openDesign } from '../command/open-design.ts';
import { deliver } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { exitCode } from '../process/exit-code.ts';

export const command = defineCommand<OneDesignOptions & PrintOptions, [string]>({
  name: '${name}',
  // A few words, in the imperative, without a capital and a full stop: \`print the figures of a design\`.
  summary: '',
  // Sentences.
  description: '',
  // Documents of \`@lightloom/print\`, as \`[reportDocument]\`: then \`deliverDocument\` prints them in any of their formats.
  prints: [],
  // Executed by a test in a copy of \`examples/\`.
  examples: [{ line: '${name} xpo-pod.fabric', does: '' }],
  takes: (command) => void addOneDesign(command).addOption(outputOption()),
  async run({ args: [file], options, io }) {
    const design = await openDesign(file, options, io);
    if (design === undefined) return exitCode.usage;
    const { fabric } = design.opened.analysis;
    if (!(await deliver(io, \`\${fabric.uri}\\n\`, options))) return exitCode.usage;
    reportErrors(io, design.opened, 'report');
    return exitCode.clean;
  },
});
`,
  };
}

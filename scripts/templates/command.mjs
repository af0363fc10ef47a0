// `npm run new command name`: a command of the program, ready to be filled in.

export const usage = 'command NAME';

/** The file of a new command; undefined when the name is none. */
export function scaffold(_root, [name = '']) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  return {
    path: `packages/cli/src/commands/${name}.ts`,
    next: 'Fill it in, then `npm run ready`: the help lists it, docs/cli.md gets a section, and its examples are executed by a test.',
    text: `// \`lightloom ${name}\`: what it does.
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { addOneDesign, type OneDesignOptions } from './design-options.ts';
import { openDesign } from './open-design.ts';
import { deliver, type PrintOptions, reportErrors } from './output.ts';

export const command = defineCommand<OneDesignOptions & PrintOptions, [string]>({
  name: '${name}',
  summary: '',
  description: '',
  prints: [],
  examples: [{ line: '${name} xpo-pod.fabric', does: '' }],
  takes: (command) => void addOneDesign(command),
  async run({ args: [file], options, io }) {
    const design = await openDesign(file, options, io);
    if (design === undefined) return exitCode.usage;
    if (!(await deliver(io, '', options.output))) return exitCode.usage;
    reportErrors(io, design.opened, 'report');
    return exitCode.clean;
  },
});
`,
  };
}

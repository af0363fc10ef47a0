// `lightloom parts`: the part library.
import { partsDocument } from '@lightloom/print';
import { defineCommand } from '../command/command.ts';
import { outputOption } from '../command/design-options.ts';
import { deliverDocument } from '../command/output.ts';
import type { PrintOptions } from '../output/printed.ts';
import { exitCode } from '../process/exit-code.ts';

export const command = defineCommand<PrintOptions, [string | undefined]>({
  name: 'parts',
  summary: 'list the part library',
  description:
    'Lists the parts of the library with their key figures and the file to import. One part is shown with all of its figures and the source of each.',
  prints: [partsDocument],
  examples: [
    { line: 'parts', does: 'all parts' },
    { line: 'parts osfp', does: 'parts with osfp in their name, or else in their description' },
    { line: 'parts "*DR8*"', does: 'parts whose name matches a pattern' },
    { line: 'parts switch', does: 'all parts of a kind' },
    { line: 'parts std/cooling', does: 'all parts of a file' },
    { line: 'parts SN5600', does: 'one part, every figure with its source' },
    { line: 'parts coupling -f json', does: 'for other programs' },
  ],
  takes: (command) =>
    void command
      .argument(
        '[pattern]',
        'a name or a piece of one, a kind, a file, or a word of the description; * matches anything',
      )
      .addOption(outputOption()),
  async run({ args: [pattern], options, io }) {
    const found = await (await import('../questions/asked-parts.ts')).askedParts(pattern, io);
    if (found === undefined) return exitCode.usage;
    return (await deliverDocument(io, partsDocument, found, options)) ? exitCode.clean : exitCode.usage;
  },
});

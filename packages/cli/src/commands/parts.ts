// `lightloom parts`: the part library.
import { partsDocument } from '@lightloom/print';
import { say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { outputOption } from './design-options.ts';
import { deliverDocument } from './output.ts';

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
    const { closest, libraryParts } = await import('@lightloom/language');
    const all = await libraryParts();
    const found = partsMatching(all, pattern);
    if (found.length === 0) {
      const names = all.map((each) => each.name);
      const near = closest(pattern ?? '', names);
      const help = near === undefined ? '`lightloom parts` lists all parts.' : `Did you mean ${near}?`;
      say(io, `No part matches \`${pattern}\`. ${help}`);
      return exitCode.usage;
    }
    return (await deliverDocument(io, partsDocument, found, options)) ? exitCode.clean : exitCode.usage;
  },
});

interface Named {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly doc: string;
}

/** The parts a pattern asks for: the one of that name, all of a kind or a file, or those that contain it. */
function partsMatching<P extends Named>(all: readonly P[], pattern: string | undefined): readonly P[] {
  if (pattern === undefined) return all;
  const wanted = pattern.toLowerCase();
  const same = (text: string): boolean => text.toLowerCase() === wanted;
  const exact = all.filter((each) => each.name === pattern);
  if (exact.length > 0) return exact;
  const group = all.filter((each) => same(each.kind) || same(each.file));
  if (group.length > 0) return group;
  const test = wanted.includes('*') ? wildcard(wanted) : (text: string) => text.toLowerCase().includes(wanted);
  const named = all.filter((each) => test(each.name));
  return named.length > 0 ? named : all.filter((each) => test(each.doc));
}

/** A test for texts that match a pattern, in any case. */
function wildcard(pattern: string): (text: string) => boolean {
  const pieces = pattern.split('*').map((each) => each.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${pieces.join('.*')}$`, 'i');
  return (text) => expression.test(text);
}

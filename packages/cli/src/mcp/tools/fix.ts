// The tool `fix`: what can be fixed by itself, as a diff, or written where the server allows that.
import { realpath } from 'node:fs/promises';
import { printCount } from '@lightloom/core';
import { shownPath } from '../../input/shown-path.ts';
import { say } from '../../output/deliver.ts';
import { z } from '../sdk/sdk.ts';
import { designOptions, textArgument } from '../tool/arguments.ts';
import { givenFiles } from '../tool/given-files.ts';
import { answerSchema } from '../tool/output-schema.ts';
import { defineTool } from '../tool/tool.ts';

export const tool = defineTool({
  name: 'fix',
  title: 'Fix what can be fixed',
  description:
    'Fixes what has a fix: what is unused, a missing import of the part library, with `unsafe` also a misspelled name and changes of the design itself. The answer is a unified diff; nothing is written unless `write` is true and the server was started with --allow-write. With `text`, the whole fixed text is in the answer. Call `check` for what is left.',
  takes: z.strictObject({
    paths: z
      .array(z.string().min(1).max(4096))
      .max(1000)
      .default(['.'])
      .describe('Files, folders and patterns; every design of the first folder when not given.'),
    text: textArgument
      .optional()
      .describe('Text of one design, to be fixed in place of what the file in `paths` holds.'),
    unsafe: z.boolean().default(false).describe('Apply fixes too that may change what the design means.'),
    write: z
      .boolean()
      .default(false)
      .describe('Write the files; only where the server was started with --allow-write.'),
  }),
  gives: answerSchema(
    {
      version: { const: 1 },
      fixed: { type: 'integer', minimum: 0, description: 'How many problems were fixed.' },
      unsafe: { type: 'integer', minimum: 0, description: 'How many more have a fix that needs `unsafe`.' },
      written: { type: 'boolean', description: 'Whether files were changed.' },
      files: {
        type: 'array',
        description: 'The files that change.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['path', 'diff'],
          properties: { path: { type: 'string' }, diff: { type: 'string', description: 'A unified diff.' } },
        },
      },
      outside: {
        type: 'array',
        description: 'Files that are never changed, as they are outside of the folders of the server.',
        items: { type: 'string' },
      },
      text: { type: 'string', description: 'The fixed text, where a text was given.' },
    },
    ['version', 'fixed', 'unsafe', 'written', 'files', 'outside'],
  ),
  mayWrite: true,
  async run({ paths, text, unsafe, write }, context) {
    const { io, folders, disk, allowsWriting } = context;
    if (write && text !== undefined) {
      say(io, '`write` changes files, and `text` is none; give one of the two.');
      return undefined;
    }
    if (write && !allowsWriting) {
      say(
        io,
        'This server writes nothing; it was started without --allow-write. Call `fix` without `write` for a diff.',
      );
      return undefined;
    }
    const options = { ...designOptions({}, context), errorOnUnmatchedPattern: true };
    const given = await givenFiles({ paths, text }, options, context);
    if (given === undefined) return undefined;
    if (write && given.unknownIgnored.length > 0) {
      for (const each of given.unknownIgnored) say(io, each);
      return undefined;
    }
    const [{ fixedTexts }, { writeFixed }, { unifiedDiff }] = await Promise.all([
      import('../../fixes/fix-rounds.ts'),
      import('../../fixes/fix-files.ts'),
      import('@lightloom/print'),
    ]);
    context.progress.at(1, write ? 2 : 1);
    const roots = await Promise.all(folders.all.map((each) => realpath(each)));
    const place = { io, options, folders: roots, read: { texts: given.texts, disk } };
    const { files, count, unsafe: left, texts, outside } = await fixedTexts(given.files, unsafe, place);
    if (write) context.progress.at(2, 2);
    for (const each of write ? files : []) {
      const problem = await writeFixed(each);
      if (problem === undefined) continue;
      say(io, `${shownPath(each.path, io.cwd)} ${problem}`);
      return undefined;
    }
    const changed = files.map(({ path, before, after }) => {
      const shown = shownPath(path, io.cwd);
      return { path: shown, diff: unifiedDiff(shown, before, after) };
    });
    const verb = write ? 'Fixed' : 'Would fix';
    const more = left === 0 ? '' : `; ${printCount(left, 'more fix', 'more fixes')} with \`unsafe\``;
    const summary = `${verb} ${printCount(count, 'problem')} in ${printCount(files.length, 'file')}${more}.\n`;
    const [address] = given.texts.keys();
    return {
      text: [...changed.map(({ diff }) => diff), summary].join('\n'),
      document: {
        version: 1,
        fixed: count,
        unsafe: left,
        written: write && files.length > 0,
        files: changed,
        outside: outside.map((each) => shownPath(each, io.cwd)),
        ...(address === undefined ? {} : { text: texts.get(address) ?? text }),
      },
      limit: 1000,
    };
  },
});

// The tool `parts`: the part library.
import parts from '../../../schemas/parts.schema.json' with { type: 'json' };
import { z } from '../sdk/sdk.ts';
import { limitArgument } from '../tool/arguments.ts';
import { published } from '../tool/output-schema.ts';
import { printedAnswer } from '../tool/printed-answer.ts';
import { defineTool } from '../tool/tool.ts';

export const tool = defineTool({
  name: 'parts',
  title: 'List parts of the library',
  description:
    'Lists parts that ship with Lightloom (switches, XPO and other modules, optics, fibers, cages, racks, CDUs, feeds, …) with every figure, its source, and the file to import. Use it before inventing a part.',
  takes: z.strictObject({
    pattern: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'A name or a piece of one, a kind as "switch", a file as "std/cooling", or a word of the description; * matches anything. One exact name gives all of its figures.',
      ),
    limit: limitArgument(50),
  }),
  gives: published(parts),
  async run({ pattern, limit }, { io }) {
    const [{ askedParts }, { partsDocument }] = await Promise.all([
      import('../../questions/asked-parts.ts'),
      import('@lightloom/print'),
    ]);
    const found = await askedParts(pattern, io);
    return found === undefined ? undefined : { ...printedAnswer(partsDocument, found), limit };
  },
});

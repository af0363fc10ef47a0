// The tool `diff`: what differs between two designs.
import changes from '../../../schemas/diff.schema.json' with { type: 'json' };
import type { SideFiles } from '../../input/compared.ts';
import { say } from '../../output/deliver.ts';
import { confined } from '../place/folders.ts';
import { z } from '../sdk/sdk.ts';
import {
  designArguments,
  designOptions,
  givenDesign,
  limitArgument,
  placeIn,
  textArgument,
} from '../tool/arguments.ts';
import { published } from '../tool/output-schema.ts';
import { printedAnswer } from '../tool/printed-answer.ts';
import { defineTool, type ToolContext } from '../tool/tool.ts';

const sideArgument = z
  .string()
  .min(1)
  .max(4096)
  .describe(
    'A design: a file, a folder with designs, or either in a Git revision, REVISION:PATH as "HEAD~1:pod.fabric".',
  );

export const tool = defineTool({
  name: 'diff',
  title: 'Compare two designs',
  description:
    'Shows what differs between two designs in what they mean, not in their text: devices, modules, links, racks and plant that were added, removed, moved or changed, which cables must be touched, and what becomes of figures, requirements and findings. With `newText`, what a change would do that is not written yet.',
  takes: z.strictObject({
    old: sideArgument.optional(),
    oldText: textArgument.optional().describe('Text of the old design; `old` says where it would be, if anywhere.'),
    new: sideArgument.optional(),
    newText: textArgument
      .optional()
      .describe(
        'Text of the new design, to see what a change does before it is written; `new` says where it would be.',
      ),
    figures: z
      .boolean()
      .default(false)
      .describe('Print every fact of both designs side by side with its ratio, instead of the changes.'),
    picture: z.enum(['png', 'svg']).optional().describe('Draw both designs in one picture too, with what changed.'),
    ...designArguments,
    limit: limitArgument(50),
  }),
  gives: published(changes),
  async run({ old, oldText, new: now, newText, figures, picture: format, limit, ...design }, context) {
    const { io, progress } = context;
    const before = await sideOf({ path: old, text: oldText, name: 'old' }, context);
    const after = await sideOf({ path: now, text: newText, name: 'new' }, context);
    if (before === undefined || after === undefined) return undefined;
    const options = { ...designOptions(design, context), figures };
    const [{ comparePairs }, { diffDocument }] = await Promise.all([
      import('../../input/compare-pairs.ts'),
      import('@lightloom/print'),
    ]);
    progress.at(1, format === undefined ? 1 : 2);
    const compared = await comparePairs(before.argument, after.argument, options, io, [before.files, after.files]);
    if (typeof compared === 'string') {
      say(io, compared);
      return undefined;
    }
    const document = { pairs: compared, settings: options.set ?? [], basis: design.basis };
    const answer = { ...printedAnswer(diffDocument, document), limit };
    if (format === undefined) return answer;
    progress.at(2, 2);
    const [{ diffSvg }, { pictureOf }] = await Promise.all([
      import('../../drawing/draw-diff.ts'),
      import('../tool/picture.ts'),
    ]);
    const svg = await diffSvg(compared, io);
    if (typeof svg === 'object') {
      say(io, svg.problem);
      return undefined;
    }
    const picture = await pictureOf(svg, { format }, io);
    return picture === undefined ? undefined : { ...answer, picture };
  },
});

interface AskedSide {
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly name: 'old' | 'new';
}

/** A side as it is compared. */
async function sideOf(
  { path, text, name }: AskedSide,
  context: ToolContext,
): Promise<{ readonly argument: string; readonly files: SideFiles } | undefined> {
  const { io, folders } = context;
  const part = { of: (disk: ToolContext['disk']) => confined(disk, folders), hasName: folders.hasName };
  if (text !== undefined) {
    const given = await givenDesign({ file: path, text }, context);
    return given === undefined ? undefined : { argument: given.path, files: { texts: given.texts, part } };
  }
  if (path === undefined || path === '-') {
    say(io, `Give the path of the ${name} design as \`${name}\`, or its text as \`${name}Text\`.`);
    return undefined;
  }
  const { namedInRevision } = await import('../../input/revision.ts');
  if (namedInRevision(path, io.cwd) === undefined && (await placeIn(path, context)) === undefined) return undefined;
  return { argument: path, files: { part } };
}

// The tool `check`: what is wrong with some designs.
import findings from '../../../schemas/findings.schema.json' with { type: 'json' };
import { z } from '../sdk/sdk.ts';
import { designArguments, designOptions, limitArgument, textArgument } from '../tool/arguments.ts';
import { givenFiles } from '../tool/given-files.ts';
import { published } from '../tool/output-schema.ts';
import { defineTool } from '../tool/tool.ts';

export const tool = defineTool({
  name: 'check',
  title: 'Check designs',
  description:
    'Finds problems in optical fabrics written in .fabric: mistakes in the text, and what the design breaks of density, bandwidth, power, cooling, optical budgets and its own requirements. Each finding has its place, the figure with its derivation, the limit and what to do. Call it after every change of a design; with `text`, before the change is written.',
  takes: z.strictObject({
    paths: z
      .array(z.string().min(1).max(4096))
      .max(1000)
      .default(['.'])
      .describe('Files, folders and patterns as "pods/**/*.fabric"; every design of the first folder when not given.'),
    text: textArgument
      .optional()
      .describe('Text of one design, to be checked in place of what the file in `paths` holds, or without a file.'),
    ...designArguments,
    errorsOnly: z.boolean().default(false).describe('List errors only; the counts are of all findings.'),
    derivations: z.boolean().default(false).describe('Print the whole derivation of each figure.'),
    limit: limitArgument(50),
  }),
  gives: published(findings),
  async run({ paths, text, errorsOnly, derivations, limit, ...design }, context) {
    const { io, disk, version } = context;
    const [{ createWorkspace }, { checkFiles }] = await Promise.all([
      import('../../input/workspace.ts'),
      import('../../check/check-files.ts'),
    ]);
    const options = {
      ...designOptions(design, context),
      errorOnUnmatchedPattern: true,
      quiet: errorsOnly,
      explain: derivations,
    };
    const given = await givenFiles({ paths, text }, options, context);
    if (given === undefined) return undefined;
    const workspace = createWorkspace(io, options, { texts: given.texts, disk });
    let count = 0;
    const { outcome } = await checkFiles({
      ...given,
      options,
      outputs: [{ format: 'pretty' }, { format: 'json' }],
      workspace: {
        ...workspace,
        open(path, name) {
          context.progress.at(++count, given.files.length);
          return workspace.open(path, name);
        },
      },
      io,
      version,
    });
    for (const each of outcome.pieces) if (each.to === 'stderr') io.stderr.write(each.text);
    const [pretty, json] = outcome.pieces.filter((each) => each.to === 'output');
    if (pretty === undefined || json === undefined) return undefined;
    const document = JSON.parse(json.text) as Readonly<Record<string, unknown>> & { readonly files: readonly string[] };
    // Nothing could be read: why was said.
    return document.files.length === 0 ? undefined : { text: pretty.text, document, limit };
  },
});

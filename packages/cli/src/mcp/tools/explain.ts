// The tool `explain`: a figure of a design with its derivation, or a rule with its reason.
import type { Topic } from '@lightloom/print';
import figures from '../../../schemas/explain.schema.json' with { type: 'json' };
import { z } from '../sdk/sdk.ts';
import {
  designArguments,
  designOptions,
  fileArgument,
  givenDesign,
  limitArgument,
  textArgument,
} from '../tool/arguments.ts';
import { published } from '../tool/output-schema.ts';
import { printedAnswer, printedText } from '../tool/printed-answer.ts';
import { defineTool, type ToolAnswer, type ToolContext } from '../tool/tool.ts';

const text = { type: 'string' };

/** A rule in the answer: all there is to know about the one that was asked for, and no more than a line of many. */
const ruleSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'severity', 'title'],
  properties: {
    id: text,
    severity: { enum: ['error', 'warning', 'note'] },
    title: text,
    why: text,
    sources: { type: 'array', items: text },
    override: { ...text, description: 'How to change the limit.' },
    bad: { ...text, description: 'A design that breaks the rule.' },
    good: { ...text, description: 'The same design as it should be.' },
    says: { type: 'array', items: text, description: 'What is reported for the bad design, a line each.' },
  },
};

const figuresSchema = published(figures);

export const tool = defineTool({
  name: 'explain',
  title: 'Explain a figure or a rule',
  description:
    'Explains a figure of a design, or a rule. Of a design: give `name`, a device `leaf[3]`, a port `leaf[3].up[1]`, a channel of a link `leaf[3].up[1]/5`, a rack, a loop, a type, or a fact or what is computed from facts, `margin(backend)`, `power(net) / accelerators <= 2 kW when any 1 of feed fail`; the answer is the value with its formula and every term with its line and source. Of a rule: give `rule`, an id as `optics/loss-budget` or a family as `optics`; without arguments, all rules are listed.',
  takes: z.strictObject({
    file: fileArgument.optional(),
    text: textArgument.optional(),
    name: z.string().min(1).max(1000).optional().describe('What to explain of the design: a name in it, or a fact.'),
    rule: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('A rule or a family of rules to explain, instead of a design.'),
    ...designArguments,
    limit: limitArgument(100),
  }),
  gives: {
    ...figuresSchema,
    required: ['version'],
    properties: {
      ...figuresSchema.properties,
      rules: { type: 'array', description: 'Where rules were asked for.', items: ruleSchema },
    },
  },
  async run({ file, text, name, rule, limit, ...design }, context) {
    const isOfDesign = file !== undefined || text !== undefined || name !== undefined;
    const answer =
      rule === undefined && isOfDesign
        ? await figureAnswer({ file, text, name }, design, context)
        : await ruleAnswer(rule, context);
    return answer === undefined ? undefined : { limit, ...answer };
  },
});

interface Asked {
  readonly file: string | undefined;
  readonly text: string | undefined;
  readonly name: string | undefined;
}

async function figureAnswer(
  { file, text, name }: Asked,
  design: Parameters<typeof designOptions>[0],
  context: ToolContext,
): Promise<ToolAnswer | undefined> {
  const given = await givenDesign({ file, text }, context);
  if (given === undefined) return undefined;
  const [{ createWorkspace }, { askedFigures }, { figuresDocument }, { reportErrors }] = await Promise.all([
    import('../../input/workspace.ts'),
    import('../../questions/asked-figures.ts'),
    import('@lightloom/print'),
    import('../../output/report-errors.ts'),
  ]);
  const { io, disk, progress } = context;
  const options = { ...designOptions(design, context), libraryTypes: 'all' } as const;
  const workspace = createWorkspace(io, options, { texts: given.texts, disk });
  progress.at(1, 1);
  const asked = await askedFigures({ file: given.path, name }, workspace, io);
  if (asked === undefined) return undefined;
  reportErrors(io, asked.opened, 'explanation');
  return printedAnswer(figuresDocument, asked.document, workspace.source);
}

async function ruleAnswer(id: string | undefined, context: ToolContext): Promise<ToolAnswer | undefined> {
  const [{ askedRules }, { ruleDocument, ruleListDocument }] = await Promise.all([
    import('../../questions/asked-rules.ts'),
    import('@lightloom/print'),
  ]);
  const asked = await askedRules(id, designOptions({}, context), context.io);
  if (asked === undefined) return undefined;
  return 'topics' in asked
    ? {
        text: printedText(ruleListDocument, asked.topics),
        document: { version: 1, rules: asked.topics.map(({ id, severity, title }) => ({ id, severity, title })) },
        // Each is a line.
        limit: 1000,
      }
    : { text: printedText(ruleDocument, asked.topic), document: { version: 1, rules: [ruleRow(asked.topic)] } };
}

/** All there is to know about a rule. */
function ruleRow({ id, severity, title, why, sources, override, bad, good, says }: Topic) {
  const all = { id, severity, title, why, sources, override, bad, good, says };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
}

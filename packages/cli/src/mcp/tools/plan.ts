// The tool `plan`: the smallest networks for a number of hosts, or what fills the holes of a design.
import filling from '../../../schemas/filling.schema.json' with { type: 'json' };
import networks from '../../../schemas/plan.schema.json' with { type: 'json' };
import { say } from '../../output/deliver.ts';
import { z } from '../sdk/sdk.ts';
import { fileArgument, givenDesign, limitArgument, textArgument } from '../tool/arguments.ts';
import { published } from '../tool/output-schema.ts';
import { printedAnswer } from '../tool/printed-answer.ts';
import { defineTool, type ToolAnswer, type ToolContext } from '../tool/tool.ts';

const type = z.string().min(1).max(200);

const takes = z.strictObject({
  file: fileArgument.optional().describe('Path of a design with holes, `?` in place of values.'),
  text: textArgument.optional().describe('Text of a design with holes, in place of what the file holds.'),
  hosts: z.int().min(1).max(10_000_000).optional().describe('Hosts that a network is to carry.'),
  rate: type.optional().describe('Rate of a host port: 400G, 1.6T.'),
  switch: type.optional().describe('Type of the switches: a name of the library, or of a file in `imports`.'),
  spine: type.optional().describe('Type of the spines, and of the core, where it is another.'),
  core: type.optional().describe('Type of the core switches, where it is another.'),
  host: type.optional().describe('Type of the hosts; without it, one with the cages that the modules need.'),
  ports: z.int().min(1).max(1024).optional().describe('Ports of a host, each on a leaf of its own.'),
  module: type.optional().describe('Module of the leaves; without it, the best that links up.'),
  oversubscription: type.default('1:1').describe('Host links to uplinks of a leaf, at most.'),
  tiers: z.array(z.int().min(1).max(3)).min(1).max(3).default([1, 2, 3]).describe('Numbers of tiers.'),
  planes: z.array(z.int().min(1).max(64)).min(1).max(8).default([1]).describe('Numbers of planes.'),
  lengths: type.default('20 m, 50 m, 100 m').describe('Lengths of host links, of links to spines and to the core.'),
  growth: type.default('0%').describe('Hosts to leave room for, as a share: 25%.'),
  rack: type.optional().describe('Place the switches in racks of this type.'),
  rackPower: type.optional().describe('What a rack may draw: 17 kW.'),
  cdu: type.optional().describe('Cool the racks by a loop with CDUs of this type.'),
  imports: z
    .array(z.string().min(1).max(4096))
    .max(100)
    .default([])
    .describe('Files with types of your own, as a design in the first folder imports them: "./site.fabric".'),
  least: z
    .enum(['switches', 'price', 'power', 'parts'])
    .optional()
    .describe('What is to be least: switches when not given, or power for a design with holes.'),
  checks: z.int().min(1).max(2000).default(300).describe('Fillings of holes that are checked at most.'),
  limit: limitArgument(20),
});

/** A plan or a filling: a call has one of the two. */
const gives = published({
  type: 'object',
  required: ['version', 'least', 'checks'],
  properties: { ...filling.properties, ...networks.properties },
  $defs: { ...filling.$defs, ...networks.$defs },
});

export const tool = defineTool({
  name: 'plan',
  title: 'Plan a network, or fill the holes of a design',
  description:
    'Finds the smallest evenly striped networks of one, two and three tiers for a number of hosts: give `hosts`, `rate` and `switch`. Each is a design that checks without a problem, in `design` of the answer, with switches, modules, cables, power, racks and price, and why it has the size it has. Or fills each `?` in a design, a count, a part, a length or a flow, so that every requirement holds: give `file` or `text`; where nothing does, the answer names the smallest set of lines that contradict each other. Use it instead of arithmetic of your own.',
  takes,
  gives,
  async run(input, context) {
    const { file, text, limit } = input;
    const answer =
      file === undefined && text === undefined ? await networkAnswer(input, context) : await fillAnswer(input, context);
    return answer === undefined ? undefined : { ...answer, limit };
  },
});

type Input = z.infer<typeof takes>;

async function networkAnswer(input: Input, context: ToolContext): Promise<ToolAnswer | undefined> {
  const { hosts, rate, switch: leaf } = input;
  if (hosts === undefined || rate === undefined || leaf === undefined) {
    say(context.io, 'Give `hosts`, `rate` and `switch` for a network, or `file` or `text` of a design with holes.');
    return undefined;
  }
  const [{ planDesigns }, values, { planDocument }] = await Promise.all([
    import('../../plan/designs.ts'),
    import('../../plan/values.ts'),
    import('@lightloom/print'),
  ]);
  const read = <T>(name: string, given: string, reader: (text: string) => T): T => {
    try {
      return reader(given);
    } catch (error) {
      throw new UnreadableValue(`\`${name}\` is ${given}. ${error instanceof Error ? error.message : ''}`);
    }
  };
  try {
    const { rackPower } = input;
    const request = {
      ...{ hosts, leaf, rails: input.ports ?? 1, planes: input.planes, imports: input.imports },
      ...{ spine: input.spine, core: input.core, host: input.host, module: input.module },
      ...{ rack: input.rack, cdu: input.cdu, least: input.least ?? ('switches' as const) },
      rate: read('rate', rate, values.readRate),
      growth: read('growth', input.growth, values.readShare),
      oversubscription: read('oversubscription', input.oversubscription, values.readRatio),
      lengths: read('lengths', input.lengths, values.readLengths),
      rackPower: rackPower === undefined ? undefined : read('rackPower', rackPower, values.readPower),
      tiers: input.tiers as readonly (1 | 2 | 3)[],
    };
    const { disk, folders, io } = context;
    const plan = await planDesigns(io, undefined, request, { disk, folders: folders.all });
    if (typeof plan !== 'string') return printedAnswer(planDocument, plan);
    say(io, plan);
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    say(context.io, error.message);
  }
  return undefined;
}

/** A value of a call that can't be read. */
class UnreadableValue extends Error {}

async function fillAnswer(input: Input, context: ToolContext): Promise<ToolAnswer | undefined> {
  const { least = 'power', checks } = input;
  const { disk, folders, io } = context;
  const given = await givenDesign(input, context);
  if (given === undefined) return undefined;
  if (least === 'switches') {
    say(io, '`least` of a design with holes is price, power or parts.');
    return undefined;
  }
  const [{ fillFile }, { fillingDocument }] = await Promise.all([
    import('../../plan/designs.ts'),
    import('@lightloom/print'),
  ]);
  const place = { disk, folders: folders.all, texts: given.texts };
  const found = await fillFile(io, given.path, { least, most: checks }, place);
  if (typeof found !== 'string') return printedAnswer(fillingDocument, found);
  say(io, found);
  return undefined;
}

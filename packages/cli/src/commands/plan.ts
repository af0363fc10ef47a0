// `lightloom plan`: the smallest evenly striped networks for a number of hosts, and the smallest of them as a design.
import type { PlanLeast, PlannedNetwork, Tiers } from '@lightloom/core';
import { fillingDocument, planDocument } from '@lightloom/print';
import { Option } from 'commander';
import { defineCommand } from '../command/command.ts';
import { deliverDocument } from '../command/output.ts';
import { say } from '../output/deliver.ts';
import { writeNewDesign } from '../output/new-design.ts';
import type { PrintOptions } from '../output/printed.ts';
import type { PlanPlace } from '../plan/designs.ts';
import { readCount, readCounts, readLengths, readPower, readRate, readRatio, readShare } from '../plan/values.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

interface PlanOptions extends PrintOptions {
  readonly hosts?: number;
  readonly ports?: number;
  readonly rate?: number;
  readonly oversubscription: number;
  readonly switch?: string;
  readonly spine?: string;
  readonly core?: string;
  readonly host?: string;
  readonly module?: string;
  readonly rack?: string;
  readonly rackPower?: number;
  readonly cdu?: string;
  readonly growth: number;
  readonly prices?: string;
  readonly tiers: readonly number[];
  readonly planes: readonly number[];
  readonly lengths: readonly [number, number, number];
  readonly import?: readonly string[];
  readonly least?: PlanLeast;
  readonly checks: number;
}

export const command = defineCommand<PlanOptions, [string | undefined]>({
  name: 'plan',
  summary: 'size a network for a number of hosts, or fill the holes of a design',
  description:
    'Finds the smallest networks of one, two and three tiers, on one or several planes, that carry a number of hosts. Every leaf has as many links to one spine as to any other. Each network is written as a design and checked; the smallest one that checks clean is printed in full, with why it has the size it has. With a design, fills each `?` in it so that it checks without an error at the least price, power or number of parts; where nothing does, names the smallest set of lines that contradict each other.',
  notes: `The smallest network has the fewest switches, then the fewest links between them. Spines above leaves, and core switches, are two
or more, so that no single one cuts off a leaf. A module's links all go the same way: no module has both host links and uplinks.
With several planes, each host port is divided over all of them. With \`--least price\`, power or parts, that decides, of the
smallest networks of each form and of what optics there are for them; what has fewer unknown figures comes first.

With \`--growth\`, the network is sized for more hosts, and the design has two phases: what is there at first, and what comes later
without a cable being touched. With \`--rack\`, the design has the racks with the switches in them and feeds, and with \`--cdu\` their
coolant loop.

A \`?\` in a design takes the place of a count, a type of part, a fiber, a length, a flow or another quantity: \`spine[?]\`, \`over ?\`,
\`flow ?\`. Of a length the longest that holds is found, of all other quantities the smallest.`,
  exits: { 1: 'no network was found, or nothing fills the holes' },
  prints: [planDocument, fillingDocument],
  examples: [
    { line: 'plan --hosts 768 --rate 800G --switch SN5600', does: 'why 24 leaves want 16 spines, and not 12' },
    {
      line: 'plan --hosts 288 --ports 8 --rate 800G --switch Q3400-RA -o pod.fabric',
      does: 'rails: 8 ports a host; the smallest as a design',
    },
    {
      line: 'plan --hosts 512 --ports 8 --rate 800G --switch SN5600 --planes 1,2',
      does: 'one plane of 800G or two of 400G',
    },
    {
      line: 'plan --hosts 768 --rate 800G --switch SN5600 --growth 25% --rack Eia48',
      does: 'with room to grow, in racks',
    },
    { line: 'plan --hosts 500 --rate 400G --oversubscription 3:1 --switch QM9700 -f md', does: 'for a review' },
  ],
  takes: (command) =>
    void command
      .argument('[file]', 'a design with holes, or - for the standard input')
      .addOption(new Option('--hosts <n>', 'hosts to carry').argParser(readCount))
      .addOption(new Option('--rate <rate>', 'rate of a host port: 400G, 1.6T').argParser(readRate))
      .addOption(new Option('--switch <type>', 'type of the switches'))
      .option('--spine <type>', 'type of the spines, and of the core, where it is another')
      .option('--core <type>', 'type of the core switches, where it is another')
      .addOption(
        new Option(
          '--ports <n>',
          'ports of a host, each on a leaf of its own (default: 1, or those of --host)',
        ).argParser(readCount),
      )
      .option('--host <type>', 'type of the hosts; without it, one with the cages that the modules need')
      .option('--module <type>', 'module of the leaves; without it, the best that links up')
      .addOption(
        new Option('--oversubscription <ratio>', 'host links to uplinks of a leaf, at most')
          .argParser(readRatio)
          .default(1, '1:1'),
      )
      .addOption(new Option('--tiers <list>', 'numbers of tiers').argParser(readTiers).default([1, 2, 3], '1,2,3'))
      .addOption(new Option('--planes <list>', 'numbers of planes').argParser(readCounts).default([1], '1'))
      .addOption(
        new Option('--lengths <list>', 'lengths of host links, of links to spines and to the core')
          .argParser(readLengths)
          .default([20, 50, 100], '20 m, 50 m, 100 m'),
      )
      .addOption(
        new Option('--growth <share>', 'hosts to leave room for, as 25%').argParser(readShare).default(0, 'none'),
      )
      .option('--rack <type>', 'place the switches in racks of this type')
      .addOption(
        new Option('--rack-power <power>', 'what a rack may draw, as "17 kW" (default: that of its type)').argParser(
          readPower,
        ),
      )
      .option('--cdu <type>', 'cool the racks by a loop with CDUs of this type')
      .addOption(
        new Option(
          '--import <file>',
          'file with types of your own, as the design imports it: ./site.fabric; repeatable',
        ).argParser((file: string, before: readonly string[] = []) => [...before, file]),
      )
      .addOption(
        new Option(
          '--least <what>',
          'what is to be least (default: switches, or power for a design with holes)',
        ).choices(['switches', 'price', 'power', 'parts']),
      )
      .option('--prices <file>', 'price book to use in place of that of the project')
      .addOption(new Option('--checks <n>', 'fillings that are checked at most').argParser(readCount).default(1000))
      .option('-o, --output <file>', 'write the smallest network, or the filled design, to a new .fabric file'),
  async run({ args: [file], options, io }) {
    const { output, ...shown } = options;
    if (output !== undefined && !output.endsWith('.fabric')) {
      say(io, `\`-o ${output}\` doesn't name a design; end it in .fabric.`);
      return exitCode.usage;
    }
    if (options.host !== undefined && options.ports !== undefined) {
      say(io, `\`--host ${options.host}\` has its own ports; leave out \`--ports\`.`);
      return exitCode.usage;
    }
    if (file !== undefined) return fill(file, options, io);
    const request = requestOf(options);
    if (request === undefined) {
      say(io, 'Name a design with holes, or give --hosts, --rate and --switch.');
      return exitCode.usage;
    }
    const { planDesigns } = await import('../plan/designs.ts');
    const plan = await planDesigns(io, output, request, placeOf(options));
    if (typeof plan === 'string') {
      say(io, plan);
      return exitCode.usage;
    }
    const [smallest] = plan.networks;
    if (output !== undefined && smallest !== undefined && !(await writeNewDesign(io, output, smallest.text)))
      return exitCode.usage;
    if (!(await deliverDocument(io, planDocument, plan, shown))) return exitCode.usage;
    if (output !== undefined && smallest !== undefined) say(io, `${output} has ${nameOf(smallest)}.`, 'note');
    return smallest === undefined ? exitCode.findings : exitCode.clean;
  },
});

/** Fills the holes of a design, prints how, and writes it. */
async function fill(file: string, { output, ...options }: PlanOptions, io: Io): Promise<ExitCode> {
  const { least = 'power' } = options;
  if (least === 'switches') {
    say(io, '`--least switches` is for a network; a design has least price, power or parts.');
    return exitCode.usage;
  }
  const { fillFile } = await import('../plan/designs.ts');
  const found = await fillFile(io, file, { least, most: options.checks }, placeOf(options));
  if (typeof found === 'string') {
    say(io, found);
    return exitCode.usage;
  }
  const { outcome } = found.filling;
  const text = outcome.kind === 'filled' ? outcome.text : undefined;
  if (output !== undefined && text !== undefined && !(await writeNewDesign(io, output, text))) return exitCode.usage;
  if (!(await deliverDocument(io, fillingDocument, found, options))) return exitCode.usage;
  if (output !== undefined && text !== undefined) say(io, `${output} has the filled design.`, 'note');
  return text === undefined ? exitCode.findings : exitCode.clean;
}

/** What is asked of a network; undefined where too little is. */
function requestOf(options: PlanOptions) {
  const { hosts, ports, rate, oversubscription, spine, core, host, module, rack, rackPower, cdu } = options;
  const { switch: leaf, least = 'switches', growth, planes, lengths } = options;
  if (hosts === undefined || rate === undefined || leaf === undefined) return undefined;
  return {
    ...{ hosts, growth, least, rails: ports ?? 1, rate, oversubscription, planes, lengths },
    ...{ leaf, spine, core, host, module, rack, rackPower, cdu },
    tiers: options.tiers as readonly Tiers[],
    imports: options.import ?? [],
  };
}

/** What is read beside the designs. */
function placeOf({ prices }: PlanOptions): PlanPlace {
  return prices === undefined ? {} : { prices };
}

function nameOf({ tiers, planes }: PlannedNetwork): string {
  const name = `the network of ${['one tier', 'two tiers', 'three tiers'][tiers - 1]}`;
  return planes === 1 ? name : `${name} on ${planes} planes`;
}

function readTiers(text: string): readonly number[] {
  return readCounts(text, undefined, 3);
}

// `lightloom plan`: the smallest evenly striped networks for a number of hosts, and the smallest of them as a design.
import type { PlannedNetwork, Tiers } from '@lightloom/core';
import { planDocument } from '@lightloom/print';
import { Option } from 'commander';
import { say } from '../output/deliver.ts';
import { writeNewDesign } from '../output/new-design.ts';
import type { PrintOptions } from '../output/printed.ts';
import { readCount, readCounts, readLengths, readRate, readRatio } from '../plan/values.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { deliverDocument } from './output.ts';

interface PlanOptions extends PrintOptions {
  readonly hosts: number;
  readonly ports?: number;
  readonly rate: number;
  readonly oversubscription: number;
  readonly switch: string;
  readonly spine?: string;
  readonly core?: string;
  readonly host?: string;
  readonly module?: string;
  readonly rack?: string;
  readonly cdu?: string;
  readonly tiers: readonly number[];
  readonly planes: readonly number[];
  readonly lengths: readonly [number, number, number];
  readonly import?: readonly string[];
}

export const command = defineCommand<PlanOptions, []>({
  name: 'plan',
  summary: 'size a network for a number of hosts, and write it as a design',
  description:
    'Finds the smallest networks of one, two and three tiers, on one or several planes, that carry a number of hosts. Every leaf has as many links to one spine as to any other. Each network is written as a design and checked; the smallest one that checks clean is printed in full, with why it has the size it has.',
  notes: `The smallest network has the fewest switches, then the fewest links between them. Spines above leaves, and core switches, are two
or more, so that no single one cuts off a leaf. A module's links all go the same way: no module has both host links and uplinks.
With several planes, each host port is divided over all of them.`,
  exits: { 1: 'no network was found' },
  prints: [planDocument],
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
    { line: 'plan --hosts 500 --rate 400G --oversubscription 3:1 --switch QM9700 -f md', does: 'for a review' },
  ],
  takes: (command) =>
    void command
      .addOption(new Option('--hosts <n>', 'hosts to carry').argParser(readCount).makeOptionMandatory())
      .addOption(
        new Option('--rate <rate>', 'rate of a host port: 400G, 1.6T').argParser(readRate).makeOptionMandatory(),
      )
      .addOption(new Option('--switch <type>', 'type of the switches').makeOptionMandatory())
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
      .option('--rack <type>', 'count the racks that the switches fill')
      .option('--cdu <type>', 'count the CDUs for the heat of the switches')
      .addOption(
        new Option(
          '--import <file>',
          'file with types of your own, as the design imports it: ./site.fabric; repeatable',
        ).argParser((file: string, before: readonly string[] = []) => [...before, file]),
      )
      .option('-o, --output <file>', 'write the smallest network to a new .fabric file'),
  async run({ options, io }) {
    const { output, ...shown } = options;
    if (output !== undefined && !output.endsWith('.fabric')) {
      say(io, `\`-o ${output}\` doesn't name a design; end it in .fabric.`);
      return exitCode.usage;
    }
    if (options.host !== undefined && options.ports !== undefined) {
      say(io, `\`--host ${options.host}\` has its own ports; leave out \`--ports\`.`);
      return exitCode.usage;
    }
    const { planDesigns } = await import('../plan/designs.ts');
    const plan = await planDesigns(io, output, requestOf(options));
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

function requestOf(options: PlanOptions) {
  const { hosts, ports, rate, oversubscription, spine, core, host, module, rack, cdu, planes, lengths } = options;
  return {
    ...{ hosts, rails: ports ?? 1, rate, oversubscription, planes, lengths },
    ...{ leaf: options.switch, spine, core, host, module, rack, cdu },
    tiers: options.tiers as readonly Tiers[],
    imports: options.import ?? [],
  };
}

function nameOf({ tiers, planes }: PlannedNetwork): string {
  const name = `the network of ${['one tier', 'two tiers', 'three tiers'][tiers - 1]}`;
  return planes === 1 ? name : `${name} on ${planes} planes`;
}

function readTiers(text: string): readonly number[] {
  return readCounts(text, undefined, 3);
}

// `lightloom export`: tables of a design, for purchasing, for cabling crews, and for other programs.
import { fileURLToPath } from 'node:url';
import { PluginTableError, type TableExport, tableExports } from '@lightloom/core';
import { conditionsLine, countFindings, hasTableFile, tableDocument, tableFiles } from '@lightloom/print';
import { Argument, InvalidArgumentError, Option } from 'commander';
import { defineCommand } from '../command/command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from '../command/design-options.ts';
import { openDesign } from '../command/open-design.ts';
import { deliverDocument } from '../command/output.ts';
import { fontOption } from '../drawing/fonts.ts';
import { pluginProblems } from '../input/plugin-problems.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { deliver, say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { isFileFormat, sheetOption, tableFile } from '../sheets/table-files.ts';

const names = tableExports.map((each) => each.name);
const nameWidth = Math.max(...names.map((name) => name.length));
const groups = [...new Set(tableExports.flatMap((each) => Object.keys(each.groups ?? {})))];

interface ExportOptions extends OneDesignOptions, PrintOptions {
  readonly by?: string;
  readonly sheet?: string;
  readonly font?: readonly string[];
}

export const command = defineCommand<ExportOptions, [string, string]>({
  name: 'export',
  summary: 'write a table of a design: what to buy, its cables, their labels',
  description: 'Writes a table of a design.',
  notes: `Tables:
${tableExports.map(({ name, doc }) => `  ${name.padEnd(nameWidth)}  ${doc}`).join('\n')}

A plug-in brings tables of its own, whose names start with its name and a hyphen.

A design with errors has tables too. They say so, in a first row in CSV, and rows that depend on the errors are missing.`,
  prints: [tableDocument],
  writes: tableFiles,
  examples: [
    { line: 'export bom xpo-pod.fabric -f md', does: 'the bill of materials, for a review' },
    { line: 'export bom xpo-pod.fabric -o bom.xlsx', does: 'the same as a workbook' },
    { line: 'export cables xpo-pod.fabric -o cables.csv', does: 'every cable, from connector to connector' },
    { line: 'export cables xpo-pod.fabric --by rack -o cables.csv', does: 'under each rack that it ends in' },
    { line: 'export labels xpo-pod.fabric -o labels.pdf', does: 'labels for both ends, 65 on a sheet' },
  ],
  takes: (command) =>
    void addOneDesign(command.addArgument(tableArgument()))
      .addOption(new Option('--by <group>', 'group the cables: by the rack at an end, or by trunk').choices(groups))
      .addOption(sheetOption())
      .addOption(fontOption())
      .addOption(outputOption()),
  async run({ args: [name, file], options, io }) {
    const { by, format = tableDocument.defaultFormat, output } = options;
    const own = tableExports.find((each) => each.name === name);
    const problem = problemOf(own ?? { name }, options);
    if (problem !== undefined) {
      say(io, problem);
      return exitCode.usage;
    }
    if (isFileFormat(format) && (output === undefined || output === '-') && io.stdout.isTerminal) {
      say(io, `${format.toUpperCase()} is not text: write it to a file with -o FILE.${format}.`);
      return exitCode.usage;
    }
    const design = await openDesign(file, options, io);
    const table = design === undefined ? undefined : tableOf(name, design.opened, io);
    if (table === undefined || design === undefined) return exitCode.usage;
    const { path, analysis } = design.opened;
    const { facts, findings, book } = analysis;
    const document = { path, counts: countFindings(findings), table, by, facts };
    // What the prices are read from is never replaced.
    const target = { ...options, ...(book?.uri.startsWith('file:') ? { prices: fileURLToPath(book.uri) } : {}) };
    if (isFileFormat(format)) {
      const made = await tableFile(format, document, { sheet: options.sheet, font: options.font }, io);
      if ('problem' in made) {
        say(io, made.problem);
        return exitCode.usage;
      }
      if (!(await deliver(io, made.bytes, target))) return exitCode.usage;
      if (made.warning !== undefined) say(io, made.warning, 'warning');
      if (made.note !== undefined) say(io, made.note, 'note');
    } else if (!(await deliverDocument(io, tableDocument, document, target))) return exitCode.usage;
    // Neither CSV nor a workbook has a place for the conditions.
    const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
    if (conditions !== undefined && format !== 'md') say(io, conditions, 'note');
    if (format === 'csv') for (const each of table.summary?.(facts).text ?? []) say(io, each, 'note');
    reportErrors(io, design.opened, 'table');
    return exitCode.clean;
  },
});

/** What doesn't go with a table. */
function problemOf(
  { name, groups: own = {} }: Pick<TableExport, 'name' | 'groups'>,
  { by, format, sheet, font }: ExportOptions,
): string | undefined {
  if (by !== undefined && !Object.hasOwn(own, by)) return `${name} can't be grouped by ${by}; cables can.`;
  if (format !== undefined && isFileFormat(format) && !hasTableFile(name, format))
    return `${name} has no format pdf; labels have.`;
  if (sheet !== undefined && format !== 'pdf') return '--sheet is for labels as PDF; add -f pdf.';
  if (font !== undefined && format !== 'pdf') return '--font is for labels as PDF; add -f pdf.';
  return undefined;
}

/** The argument for a table. Which tables of plug-ins there are, only the design says. */
function tableArgument(): Argument {
  const argument = new Argument('<table>', 'the table').choices(names);
  return argument.argParser((text) => {
    if (names.includes(text) || text.includes('-')) return text;
    throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
  });
}

/** A table with its rows, which are made before any is written; undefined when there is none or it fails, which is reported. */
function tableOf(name: string, { analysis }: OpenedFile, io: Io): TableExport | undefined {
  const own = tableExports.find((each) => each.name === name);
  if (own !== undefined) return own;
  const tables = analysis.plugins.flatMap((each) => each.tables);
  const table = tables.find((each) => each.name === name);
  if (table === undefined) {
    for (const { message, severity } of pluginProblems(analysis)) say(io, message, severity);
    say(
      io,
      `There is no table \`${name}\`. The tables are ${[...names, ...tables.map((each) => each.name)].join(', ')}.`,
    );
    return undefined;
  }
  try {
    const rows = [...table.rows(analysis.facts)];
    return { ...table, rows: () => rows };
  } catch (error) {
    if (!(error instanceof PluginTableError)) throw error;
    say(io, `${error.message} This is a bug in the plug-in, not in the design nor in Lightloom.`);
    return undefined;
  }
}

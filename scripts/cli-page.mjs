// The generated parts of docs/cli.md: the list of commands, exit codes, and for each command its examples, arguments,
// options and formats, all read from the definitions of the commands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './markdown.mjs';

const path = 'docs/cli.md';
/** Characters beyond which the comment of an example is not aligned with the others. */
const maxAligned = 44;

/** Writes the generated parts. A new command gets a section of its own, in the order of the commands. */
export async function writeCliPage(files) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { commands } = await import('../packages/cli/src/commands/all-commands.ts');
  const { exitsOf } = await import('../packages/cli/src/help/help-text.ts');
  const { createProgram } = await import('../packages/cli/src/run.ts');
  const { formatsOf } = await import('../packages/print/src/index.ts');

  const silent = { write() {}, isTerminal: false, columns: undefined };
  const program = createProgram({ stdout: silent, stderr: silent }, commands, async () => {});
  const named = (name) => program.commands.find((each) => each.name() === name);

  const written = readFileSync(join(files.root, path), 'utf8');
  const names = commands.map(({ name }) => name);
  const whole = withSections(written, names);
  files.write(path, whole);
  if (files.isCheck && whole !== written) return;

  const put = (name, text) => files.writeBetween(path, name, `\n${text}\n`);
  put(
    'commands',
    table(
      ['command', 'what it does'],
      commands.map(({ name, summary }) => [`[\`lightloom ${usageOf(named(name))}\`](#${name})`, summary]),
    ),
  );
  put('global options', optionTable(program));
  put(
    'exit codes',
    table(['code', 'command', 'meaning'], exitRows(commands.map((command) => [command.name, exitsOf(command)]))),
  );
  for (const command of commands) put(`command ${command.name}`, commandText(command, named(command.name), formatsOf));
}

/** The page with an empty section for each command that has none: before that of the next command, or after all others. */
export function withSections(page, names) {
  const heading = (name) => `\n## ${name}\n`;
  return names.reduce((text, name, i) => {
    if (text.includes(heading(name))) return text;
    const next = names.slice(i + 1).find((each) => text.includes(heading(each)));
    const last = names.findLast((each) => text.includes(heading(each)));
    const at =
      next === undefined ? text.indexOf('\n## ', text.indexOf(heading(last)) + 1) : text.indexOf(heading(next));
    const end = at < 0 ? text.length : at;
    return `${text.slice(0, end)}\n## ${name}\n\n<!-- command ${name} -->\n\n<!-- /command ${name} -->\n${text.slice(end)}`;
  }, page);
}

/** Codes with their meanings, and the commands that share each: `other commands` for the meaning most share. */
function exitRows(exits) {
  const meanings = exits.flatMap(([name, codes]) => codes.map(([code, text]) => ({ name, code, text })));
  return [...Map.groupBy(meanings, ({ code }) => code)]
    .sort(([a], [b]) => a - b)
    .flatMap(([code, all]) => {
      const byText = [...Map.groupBy(all, ({ text }) => text)].sort(([, a], [, b]) => b.length - a.length);
      const isShared = byText.length === 1 && all.length === exits.length;
      return byText.map(([text, sharing], i) => [
        String(code),
        isShared
          ? 'all'
          : sharing.length > 1 && i === 0
            ? 'other commands'
            : sharing.map(({ name }) => `\`${name}\``).join(', '),
        text,
      ]);
    });
}

function commandText(definition, command, formatsOf) {
  const { description, examples, notes, prints, writes = {} } = definition;
  const args = command.registeredArguments;
  const written = Object.entries(writes).map(([name, title]) => ({ name, title }));
  const formats = [...new Map([...prints.flatMap(formatsOf), ...written].map((each) => [each.name, each])).values()];
  return [
    description,
    exampleBlock(examples),
    ...(args.length === 0
      ? []
      : [
          table(
            ['argument', 'meaning'],
            args.map((each) => [`\`${argumentText(each)}\``, argumentMeaning(each)]),
          ),
        ]),
    optionTable(command),
    ...(formats.length < 2
      ? []
      : [
          table(
            ['format', 'what it is'],
            formats.map(({ name, title, schema }) => [`\`${name}\``, title + schemaLink(schema)]),
          ),
        ]),
    ...(notes === undefined ? [] : [notesText(notes)]),
  ].join('\n\n');
}

function exampleBlock(examples) {
  const width = Math.max(0, ...examples.map(({ line }) => line.length).filter((each) => each <= maxAligned));
  const lines = examples.map(({ line, does }) => `lightloom ${line.padEnd(width)}  # ${does}`);
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

function argumentText(argument) {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? name.toUpperCase() : `[${name.toUpperCase()}]`;
}

function usageOf(command) {
  const options = command.options.filter((each) => each.mandatory).map((each) => each.long);
  return [command.name(), ...options, ...command.registeredArguments.map(argumentText)].join(' ');
}

function argumentMeaning({ description, argChoices }) {
  return argChoices === undefined
    ? description
    : `${description}: ${argChoices.map((each) => `\`${each}\``).join(', ')}`;
}

function optionTable(command) {
  return table(
    ['option', 'meaning'],
    command.options
      .filter((each) => !each.hidden)
      .map((option) => [
        `\`${option.flags.replace(/<([^>]+)>/, (_, name) => name.toUpperCase())}\``,
        optionMeaning(option),
      ]),
  );
}

function optionMeaning({ description, argChoices, defaultValue }) {
  const choices = argChoices === undefined ? [] : [`${argChoices.map((each) => `\`${each}\``).join(', ')}`];
  const preset = argChoices === undefined || defaultValue === undefined ? [] : [`default \`${defaultValue}\``];
  return [description, ...choices.map((each) => `: ${each}`), ...preset.map((each) => `; ${each}`)].join('');
}

function schemaLink(schema) {
  return schema === undefined ? '' : `; described by [\`${schema}\`](../packages/cli/schemas/${schema})`;
}

/** Notes of the help as Markdown: an indented list becomes a table. */
function notesText(notes) {
  return notes
    .split('\n\n')
    .map((block) => {
      const [head, ...rows] = block.split('\n');
      if (rows.length === 0 || !rows.every((row) => row.startsWith('  '))) return block;
      return table(
        [head.replace(/s?:$/, '').toLowerCase(), 'what is in it'],
        rows.map((row) => /^ {2}(\S+)\s+(.*)$/.exec(row).slice(1)).map(([name, text]) => [`\`${name}\``, text]),
      );
    })
    .join('\n\n');
}

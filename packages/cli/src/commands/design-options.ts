// Options of every command that reads designs: values for a what-if, and the configuration.
import type { Setting } from '@lightloom/core';
import { InvalidArgumentError, Option } from 'commander';

/** `--set NAME=VALUE`, as often as it is given. */
export function setOption(): Option {
  return new Option('--set <name=value>', 'set a `let`, or a default of a template, for a what-if').argParser(
    (text: string, before: readonly Setting[] | undefined) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*\S)\s*$/s.exec(text) ?? [];
      if (name === undefined || value === undefined)
        throw new InvalidArgumentError('It is NAME=VALUE, as hosts=72 or "flow=1700 L/min".');
      if (before?.some((each) => each.name === name) === true) throw new InvalidArgumentError(`${name} is set twice.`);
      return [...(before ?? []), { name, text: value }];
    },
  );
}

/** `--config FILE`. */
export function configOption(): Option {
  return new Option('--config <file>', 'the configuration, in place of the nearest lightloom.json');
}

/** `--basis typical`. */
export function basisOption(): Option {
  return new Option('--basis <name>', 'what power, heat and loss are made of').choices(['worst-case', 'typical']);
}

// When there are colors. FORCE_COLOR goes before NO_COLOR, as in Node (documentation of `node:tty`); https://no-color.org says that
// an empty NO_COLOR is none.
import { expect, it } from 'vitest';
import { themeFor } from '../src/text/theme.ts';

const isColored = (flag: boolean | undefined, isTerminal: boolean, env: Readonly<Record<string, string>>): boolean =>
  themeFor({ flag, env, isTerminal }).strong('a') !== 'a';

it.each([
  [undefined, true, {}, true],
  [undefined, false, {}, false],
  [undefined, true, { NO_COLOR: '1' }, false],
  [undefined, true, { NO_COLOR: '' }, true],
  [undefined, false, { FORCE_COLOR: '1' }, true],
  [undefined, false, { FORCE_COLOR: '' }, true],
  [undefined, true, { FORCE_COLOR: '0' }, false],
  [undefined, true, { FORCE_COLOR: 'false' }, false],
  [undefined, false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [undefined, true, { TERM: 'dumb' }, false],
  // CI alone decides nothing: its log is no terminal.
  [undefined, false, { CI: 'true' }, false],
  [undefined, true, { CI: 'true' }, true],
  [true, false, { NO_COLOR: '1' }, true],
  [false, true, { FORCE_COLOR: '1' }, false],
] as const)('with the flag %j, terminal %j and %j there are colors: %j', (flag, isTerminal, env, colored) => {
  expect(isColored(flag, isTerminal, env)).toBe(colored);
});

// When there are colors: what is asked for, what the environment says, and what the output is, in every combination.
import { describe, expect, it } from 'vitest';
import { themeFor } from '../src/text/theme.ts';

const values = {
  flag: [undefined, true, false],
  FORCE_COLOR: [undefined, '', '1', '3', 'true', '0', 'false'],
  NO_COLOR: [undefined, '', '1', '0'],
  TERM: [undefined, 'xterm', 'dumb'],
  isTerminal: [true, false],
} as const;

/** Every combination with what is right, row by row from what counts most. */
const rows = values.flag.flatMap((flag) =>
  values.FORCE_COLOR.flatMap((force) =>
    values.NO_COLOR.flatMap((no) =>
      values.TERM.flatMap((term) =>
        values.isTerminal.map((isTerminal) => {
          const terminal = isTerminal && term !== 'dumb';
          const byNo = no === undefined || no === '' ? terminal : false;
          const byForce = force === undefined || force === '' ? byNo : !['0', 'false'].includes(force);
          return { flag, isTerminal, env: { FORCE_COLOR: force, NO_COLOR: no, TERM: term }, right: flag ?? byForce };
        }),
      ),
    ),
  ),
);

const isColored = (request: Parameters<typeof themeFor>[0]): boolean => themeFor(request).good('x') !== 'x';

describe('colors', () => {
  it.each([
    ['a terminal has them', {}, true, undefined, true],
    ['a pipe has none', {}, false, undefined, false],
    ['a dumb terminal has none', { TERM: 'dumb' }, true, undefined, false],
    ['NO_COLOR takes them', { NO_COLOR: '1' }, true, undefined, false],
    ['NO_COLOR takes them whatever it says', { NO_COLOR: '0' }, true, undefined, false],
    ['an empty NO_COLOR says nothing', { NO_COLOR: '' }, true, undefined, true],
    ['FORCE_COLOR gives them to a pipe', { FORCE_COLOR: '1' }, false, undefined, true],
    ['FORCE_COLOR gives them to a dumb terminal', { FORCE_COLOR: '1', TERM: 'dumb' }, true, undefined, true],
    ['an empty FORCE_COLOR says nothing', { FORCE_COLOR: '' }, false, undefined, false],
    ['FORCE_COLOR=0 takes them', { FORCE_COLOR: '0' }, true, undefined, false],
    ['FORCE_COLOR wins over NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, undefined, true],
    ['--color wins over all', { NO_COLOR: '1', TERM: 'dumb' }, false, true, true],
    ['--no-color wins over all', { FORCE_COLOR: '1' }, true, false, false],
    ['CI changes nothing: its terminal is none', { CI: 'true' }, false, undefined, false],
    ['CI changes nothing where it has a terminal', { CI: 'true' }, true, undefined, true],
  ])('%s', (_, env, isTerminal, flag, right) => {
    expect(isColored({ env, isTerminal, flag })).toBe(right);
  });

  it('are the same in every combination as these rules give', () => {
    expect(rows.filter(({ right, ...request }) => isColored(request) !== right)).toEqual([]);
    expect(rows).toHaveLength(3 * 7 * 4 * 3 * 2);
  });
});

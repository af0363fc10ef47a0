// The screen is emptied before each check, on a terminal that can do that and nowhere else.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/program.ts';
import { folder, outside, type World } from '../lightloom.ts';

const clear = '\u001b[2J\u001b[3J\u001b[H';

/** What a watched check prints to its standard output, when its file is edited after the first check and nobody reads on after the second. */
async function printed(world: World): Promise<string> {
  const cwd = folder({ 'a.fabric': '' });
  const { io, ran } = outside(['check', '--watch', '-f', 'compact'], { ...world, cwd });
  let checks = 0;
  const stderr = {
    ...io.stderr,
    write(text: string | Uint8Array) {
      if (String(text).includes('Waiting') && checks++ === 0) writeFileSync(join(cwd, 'a.fabric'), 'oops');
    },
  };
  const stdout = { ...io.stdout, isClosed: () => checks > 0 && ran(0).out.includes('error') };
  return ran(await run({ ...io, stderr, stdout })).out;
}

describe('the screen', () => {
  it.each([
    ['of a terminal', { isTerminal: true, env: { NO_COLOR: '1' } }, 2],
    ['of a terminal that can only print', { isTerminal: true, env: { TERM: 'dumb' } }, 0],
    ['that is a file or a pipe', {}, 0],
  ])('%s', async (_, world, times) => {
    const out = await printed(world);
    expect(out.split(clear)).toHaveLength(times + 1);
    expect(out.startsWith(times > 0 ? `${clear}1 file checked` : '1 file checked')).toBe(true);
  });
});

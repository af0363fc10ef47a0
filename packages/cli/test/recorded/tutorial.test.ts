// The tutorial, followed to the letter: its file grows block by block, every command is executed, and it prints what the page
// shows. Its pictures are what its commands draw. `npm run test:accept` writes both as they are now.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { runLine, wordsOf } from './command-line.ts';
import { patched } from './patch.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const path = join(docs, 'tutorial.md');
const page = readFileSync(path, 'utf8');
const design = 'pod.fabric';

/** A block of code, `` ```LANGUAGE `` to `` ``` ``, or a picture of the tutorial. */
const parts = /^```(?<language>\w+)\n(?<code>[\s\S]*?)^```$|!\[[^\]]*\]\(images\/tutorial\/(?<picture>[^)]+)\)/gm;

interface Followed {
  /** The page with what the commands print now. */
  readonly page: string;
  /** Pictures it shows, by file name. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What was executed, with its exit code. */
  readonly commands: readonly { readonly line: string; readonly code: number }[];
  readonly cwd: string;
}

/** Does what the page says, in an empty folder. */
async function follow(): Promise<Followed> {
  const cwd = folder();
  const file = join(cwd, design);
  const pictures = new Map<string, string>();
  const commands: { line: string; code: number }[] = [];
  const text = (): string => readFileSync(file, 'utf8');
  const execute = async (line: string): Promise<string> => {
    if (line === 'echo $?') return `${commands.at(-1)?.code}\n`;
    const { code, out, err } = await runLine(line, { cwd });
    commands.push({ line, code });
    return out + err;
  };
  let followed = '';
  let end = 0;
  for (const match of page.matchAll(parts)) {
    const { language, code = '', picture } = match.groups ?? {};
    let shown = match[0];
    if (picture !== undefined) pictures.set(picture, readFileSync(join(cwd, picture), 'utf8'));
    else if (language === 'fabric') writeFileSync(file, existsSync(file) ? `${text()}\n${code}` : code);
    else if (language === 'diff') writeFileSync(file, patched(text(), code));
    else if (language === 'console') {
      const lines = code.split('\n').filter((each) => each.startsWith('$ '));
      const ran: string[] = [];
      for (const line of lines) ran.push(`${line}\n${await execute(line.slice(2))}`);
      shown = `\`\`\`console\n${ran.join('')}\`\`\``;
    }
    followed += page.slice(end, match.index) + shown;
    end = match.index + match[0].length;
  }
  return { page: followed + page.slice(end), pictures, commands, cwd };
}

describe('the tutorial', () => {
  it('prints and draws what it shows', async () => {
    const { page: now, pictures, commands, cwd } = await follow();
    await expect(now).toMatchFileSnapshot(path);
    expect(pictures.size).toBeGreaterThanOrEqual(3);
    for (const [name, drawn] of pictures) {
      await expect(drawn).toMatchFileSnapshot(join(docs, 'images/tutorial', name));
    }
    // No command is refused, and each file that one writes is there.
    expect(commands.filter(({ code }) => code > 1)).toEqual([]);
    for (const { line } of commands) {
      const words = wordsOf(line);
      for (const [at, word] of words.entries()) {
        if (word === '-o') expect(statSync(join(cwd, words[at + 1] as string)).size, line).toBeGreaterThan(100);
      }
    }
    // Three mistakes on the way; the design that remains holds.
    expect(commands.filter(({ line, code }) => /^lightloom check/.test(line) && code === 1).length).toBeGreaterThan(2);
    expect(await runLine(`lightloom check ${design} --error-on-warning`, { cwd })).toMatchObject({ code: 0 });
    expect(await runLine(`lightloom fmt --check ${design}`, { cwd })).toMatchObject({ code: 0 });
  });
});

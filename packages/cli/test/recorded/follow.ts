// Follows a page to the letter: writes what it says into a file, executes its commands, and gives the page with what they print.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLine } from './command-line.ts';
import { patched } from './patch.ts';

export interface Followed {
  /** The page with what the commands print now. */
  readonly page: string;
  /** Pictures that it shows from a folder of `images`, by file name, as its commands drew them. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What was executed, with its exit code. */
  readonly commands: readonly { readonly line: string; readonly code: number }[];
}

/** A block of code, `` ```LANGUAGE `` to `` ``` ``, or a picture of the page. */
const parts = /^```(?<language>\w+)\n(?<code>[\s\S]*?)^```$|!\[[^\]]*\]\(images\/\w+\/(?<picture>[^)]+)\)/gm;

/**
 * Does what a page says, from its top to its end. A block of `fabric` is appended to the design, after an empty line; a block of
 * `diff` changes it; in a block of `console`, the lines with `$` are executed, and the others are what they print. Other blocks are
 * for readers only. Besides `lightloom …`, it knows `echo $?` and `git apply FILE`.
 * @param design the name of the design that grows
 * @param cwd the folder in which it is followed
 */
export async function follow(page: string, design: string, cwd: string): Promise<Followed> {
  const file = join(cwd, design);
  const pictures = new Map<string, string>();
  const commands: { line: string; code: number }[] = [];
  const change = (diff: string): void => writeFileSync(file, patched(readFileSync(file, 'utf8'), diff));
  const execute = async (line: string): Promise<string> => {
    if (line === 'echo $?') return `${commands.at(-1)?.code}\n`;
    const diff = /^git apply (\S+)$/.exec(line)?.[1];
    if (diff !== undefined) {
      change(readFileSync(join(cwd, diff), 'utf8'));
      return '';
    }
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
    else if (language === 'fabric') appendFileSync(file, existsSync(file) ? `\n${code}` : code);
    else if (language === 'diff') change(code);
    else if (language === 'console') {
      const ran: string[] = [];
      for (const [line] of code.matchAll(/^\$ .*$/gm)) ran.push(`${line}\n${await execute(line.slice(2))}`);
      shown = `\`\`\`console\n${ran.join('')}\`\`\``;
    }
    followed += page.slice(end, match.index) + shown;
    end = match.index + match[0].length;
  }
  return { page: followed + page.slice(end), pictures, commands };
}

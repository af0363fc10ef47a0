// What an editor shows after a series of edits is what it shows of the text that they come to, opened at once.
import { EditorView } from '../kit/editor-view.ts';
import { site } from '../kit/examples.ts';
import { splice, tokensOf } from '../kit/tokens.ts';
import type { Dice } from './dice.ts';
import { mutated } from './mutations.ts';
import { smallTexts } from './texts.ts';

const uri = 'file:///typed.fabric';

/** A slip of another text's kind is rare: most of what is typed is spaces, comments and numbers. */
function edited(text: string, dice: Dice): string {
  if (dice.once(8)) return mutated(text, dice, smallTexts);
  if (dice.once(4)) return withOtherNumber(text, dice);
  if (dice.once(5)) return text.replace(/[ \t]*\/\/[^\r\n]*/, '');
  const lines = text.split('\n');
  const at = dice.between(0, lines.length - 1);
  const line = lines[at] as string;
  const made = dice.pick([
    `${line} // note ${dice.between(1, 99)}`,
    `// above\n${line}`,
    `\n${line}`,
    `  ${line}`,
    `${line}  `,
    line.trimStart(),
  ]);
  return [...lines.slice(0, at), made, ...lines.slice(at + 1)].join('\n');
}

/** A text with the first digit of one of its numbers changed. */
function withOtherNumber(text: string, dice: Dice): string {
  const numbers = tokensOf(text).filter(({ start }) => /[1-8]/.test(text[start] ?? ''));
  if (numbers.length === 0) return text;
  const { start } = dice.pick(numbers);
  return splice(text, start, start + 1, String(dice.between(1, 9)));
}

/** What is shown otherwise than after a fresh start, with the text of which it is; undefined where nothing is. */
export async function typedOtherwise(
  first: string,
  dice: Dice,
): Promise<{ readonly text: string; readonly wrong: string } | undefined> {
  const files = Object.fromEntries(Object.entries(site).map(([name, text]) => [`file:///${name}`, text]));
  const view = await EditorView.of(files);
  let text = first;
  await view.type(uri, text);
  for (let left = dice.between(1, 8); left > 0; left--) {
    const before = text;
    text = edited(text, dice);
    await view.type(uri, text);
    // Asking is what makes something be worked out, or not.
    if (left > 1 && !dice.once(3)) continue;
    const offsets = Array.from({ length: 6 }, () => dice.between(0, text.length));
    const fresh = await EditorView.of(files);
    await fresh.type(uri, text);
    const [shown, there] = [await view.all(uri, offsets), await fresh.all(uri, offsets)];
    for (const [what, is] of Object.entries(shown)) {
      const [one, other] = [JSON.stringify(is), JSON.stringify(there[what])];
      if (one !== other)
        return { text: JSON.stringify([before, text]), wrong: `${what}: ${one}; after a fresh start: ${other}` };
    }
  }
  return undefined;
}

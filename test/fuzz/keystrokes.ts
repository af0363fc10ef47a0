// What an editor shows after a series of edits is what it shows of the text that they come to, opened at once.
import { EditorView } from '../kit/editor-view.ts';
import { site } from '../kit/examples.ts';
import { splice, tokensOf } from '../kit/tokens.ts';
import { withOtherLength } from './cables.ts';
import type { Dice } from './dice.ts';
import { mutated } from './mutations.ts';
import { smallTexts } from './texts.ts';

const uri = 'file:///typed.fabric';

/** A slip of another text's kind is rare: most of what is typed is spaces, comments and numbers. */
function edited(text: string, dice: Dice): string {
  if (dice.once(3)) return withOtherLength(text, dice) ?? withOtherNumber(text, dice);
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

/** A file that a text imports: some of it is used, and some isn't. */
const shared = `let many = 3
let long = 30 m
let spare = 7 // of each
rack type Shared { height 40 OU  power 12.5 kW }
`;
const sharedUri = 'file:///shared.fabric';

/** A text that imports the shared file, and uses some of it. */
function importing(text: string, dice: Dice): string {
  const uses = ['rack some[1..many] : Shared', 'require 2 * spare >= 1', 'let twice = 2 * long'].filter(() =>
    dice.once(2),
  );
  return ['import "./shared"', text, ...uses, ''].join('\n');
}

/** What is shown otherwise than after a fresh start, with the texts of which it is; undefined where nothing is. */
export async function typedOtherwise(
  first: string,
  dice: Dice,
): Promise<{ readonly text: string; readonly wrong: string } | undefined> {
  const files = Object.fromEntries(Object.entries(site).map(([name, text]) => [`file:///${name}`, text]));
  const view = await EditorView.of(files);
  const texts = new Map([
    [sharedUri, shared],
    [uri, dice.once(2) ? importing(first, dice) : first],
  ]);
  for (const [each, text] of texts) await view.type(each, text);
  for (let left = dice.between(1, 8); left > 0; left--) {
    const before = [...texts.values()];
    const at = dice.once(4) ? sharedUri : uri;
    texts.set(at, edited(texts.get(at) ?? '', dice));
    await view.type(at, texts.get(at) ?? '');
    // Asking is what makes something be worked out, or not.
    if (left > 1 && !dice.once(3)) continue;
    const fresh = await EditorView.of(files);
    for (const [each, text] of texts) await fresh.type(each, text);
    for (const [each, text] of texts) {
      const offsets = Array.from({ length: 6 }, () => dice.between(0, text.length));
      const [shown, there] = [await view.all(each, offsets), await fresh.all(each, offsets)];
      for (const [what, is] of Object.entries(shown)) {
        const [one, other] = [JSON.stringify(is), JSON.stringify(there[what])];
        if (one !== other)
          return {
            text: JSON.stringify([before, [...texts.values()]]),
            wrong: `${each} ${what}: ${one}; after a fresh start: ${other}`,
          };
      }
    }
  }
  return undefined;
}

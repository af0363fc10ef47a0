// Random sessions of an editor: texts are typed, saved, closed, deleted and renamed, some of it while others are analyzed.
import { Desk, type Shown } from '../kit/desk.ts';
import type { Dice } from './dice.ts';

const names = ['a.fabric', 'b.fabric', 'sub/c.fabric', 'sub/d.fabric', 'out/e.fabric'] as const;
const paths = ['./a', './b', './sub/c', './c', '../b', './d', './out/e', '../out/e', './none'] as const;
const types = ['A', 'B', 'C'] as const;
const configurations = ['{ "rules": { "provenance": "off" } }', '{ "rules": { "provenance": "error" } }', '{'] as const;

/** A file that imports some of the others, and declares and uses some types. */
function text(dice: Dice): string {
  const some = <T>(from: readonly T[]): T[] => from.filter(() => dice.once(3));
  return [
    ...some(paths)
      .slice(0, 2)
      .map((each) => `import "${each}"`),
    ...some(types).map((each) => `rack type ${each} { height ${dice.between(1, 9)} OU assumed "no data sheet" }`),
    ...some(types).map((each, i) => `rack r${i} : ${each}`),
    '',
  ].join('\n');
}

const steps: readonly ((desk: Desk, dice: Dice) => void)[] = [
  (desk, dice) => desk.type(dice.pick(names), text(dice)),
  (desk, dice) => desk.type(dice.pick(names), text(dice)),
  (desk, dice) => desk.save(dice.pick(names), text(dice)),
  (desk, dice) => desk.close(dice.pick(names)),
  (desk, dice) => desk.delete(dice.pick([...names, 'sub', 'out'])),
  (desk, dice) => desk.save(dice.pick(['lightloom.json', 'sub/lightloom.json']), dice.pick(configurations)),
  (desk, dice) => desk.delete(dice.pick(['lightloom.json', 'sub/lightloom.json'])),
  (desk, dice) => {
    const [from, to] = [dice.pick([...names, 'sub', 'out']), dice.pick([...names, 'other', 'out'])];
    const isFolder = (name: string): boolean => !name.endsWith('.fabric');
    if (from !== to && isFolder(from) === isFolder(to) && desk.holds(from)) desk.rename(from, to);
  },
];

/** What differs between a session at its end and one that starts then; undefined where nothing does. */
export async function staleAfter(dice: Dice): Promise<string | undefined> {
  const desk = await Desk.with([
    ['a.fabric', text(dice)],
    ['b.fabric', text(dice)],
  ]);
  for (let left = dice.between(1, 12); left > 0; left--) {
    dice.pick(steps)(desk, dice);
    for (let ticks = dice.pick([0, 0, 1, 3, 6]); ticks > 0; ticks--) await new Promise((done) => setImmediate(done));
  }
  return difference(await desk.shown(), await (await desk.fresh()).shown());
}

function difference(shown: Shown, fresh: Shown): string | undefined {
  for (const name of new Set([...Object.keys(shown), ...Object.keys(fresh)])) {
    const [here, there] = [JSON.stringify(shown[name] ?? []), JSON.stringify(fresh[name] ?? [])];
    if (here !== there) return `${name} shows ${here}; a fresh start shows ${there}`;
  }
  return undefined;
}

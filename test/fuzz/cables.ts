// Lists of cables whose lengths are often alike, and edits of one length.
import { splice } from '../kit/tokens.ts';
import type { Dice } from './dice.ts';

/** Statements that make several links, in scopes that share them. */
const trunks = [
  'template Unit() {',
  '    switch a : Leaf',
  '    switch b : Spine',
  '    plug Osfp800Dr8 into a.*, b.*',
  '    link a.up to b.down over OS2 { length 25 m  connectors 2 x MPO16 }',
  '}',
  'unit[1..2] : Unit',
  'switch far[1..2] : Leaf',
  'switch hub[1..2] : Spine',
  'plug Osfp800Dr8 into far[*].*, hub[*].*',
  'for i in 1..2 {',
  '    link far[i].up to hub[i].down over OS2 { length 40 m  connectors 2 x MPO16 }',
  '}',
];

/** A design of cables written one by one, at the top or within a network, perhaps with trunks. */
export function cables(dice: Dice): string {
  const [sides, ports] = [dice.between(1, 4), dice.between(2, 6)];
  const lines = Array.from({ length: dice.between(1, sides * ports) }, (_, i) => {
    const [side, port] = [1 + (i % sides), 1 + Math.floor(i / sides)];
    const length = dice.pick(['3', '30', '45.5', '520', String(dice.between(1, 900))]);
    const note = dice.once(3) ? ` // C-${i}` : '';
    return `link leaf[${side}].up[${port}] to spine[${side}].down[${port}] over OS2 { length ${length} m  connectors 2 x MPO16 }${note}`;
  });
  const body = [
    `switch leaf[1..${sides}] : Leaf`,
    `switch spine[1..${sides}] : Spine`,
    'plug Osfp800Dr8 into leaf[*].*, spine[*].*',
    ...lines,
  ];
  const network = ['network backend : scale-out {', ...body.map((line) => `    ${line}`), '}'];
  return [
    'import "std/osfp"',
    `switch type Leaf { height 2 RU  ports up[1..${ports}] : OSFP }`,
    `switch type Spine { height 2 RU  ports down[1..${ports}] : OSFP }`,
    ...(dice.once(2) ? trunks : []),
    ...(dice.once(2) ? body : [...network, 'require margin(backend) >= 1 dB']),
    '',
  ].join('\n');
}

/** A text with another length: a digit more, less or other, or one that is there already. Undefined where it has none. */
export function withOtherLength(text: string, dice: Dice): string | undefined {
  const lengths = [...text.matchAll(/(?<=\blength +)\d+(?:\.\d+)?/g)];
  if (lengths.length === 0) return undefined;
  const [[known], { 0: was, index }] = [dice.pick(lengths), dice.pick(lengths)];
  const digit = String(dice.between(0, 9));
  const made = dice.pick([known, `${was}${digit}`, was.slice(0, -1) + digit, digit + was.slice(1), `${was}.${digit}`]);
  return splice(text, index, index + was.length, made);
}

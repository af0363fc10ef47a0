// Random designs that are valid: of parts of the library that fit each other, joined in patterns whose numbers work out.
import type { Fabric, Part } from '@lightloom/core';
import { isPart } from '@lightloom/core';
import { libraryNames, memoryFiles, openSession } from '@lightloom/language';
import type { Dice } from './dice.ts';

/** What is picked from. */
export interface Catalogue {
  readonly modules: readonly Module[];
  readonly fibers: readonly Part[];
  readonly connectors: readonly Part[];
  readonly racks: readonly Part[];
}

/** A module that can be linked with its like, and the kind of fiber that it needs. */
interface Module {
  readonly part: Part;
  readonly cage: string;
  readonly mode: unknown;
}

/** Reads the part library. */
export async function readCatalogue(): Promise<Catalogue> {
  const all = libraryNames().map((name) => `import "std/${name}"\n`);
  const { fabric } = await openSession({ files: memoryFiles({}) }).open('file:///parts.fabric', all.join(''));
  const ofKind = (kind: string): readonly Part[] => fabric.parts.filter((each) => each.kind === kind);
  return {
    modules: modulesOf(fabric),
    fibers: ofKind('fiber'),
    connectors: ofKind('connector'),
    racks: ofKind('rack'),
  };
}

/** The modules over fiber whose channels are all alike. */
function modulesOf({ parts }: Fabric): Module[] {
  return parts.flatMap((part) => {
    if (!isPart(part, 'module')) return [];
    const { 'form-factor': cage, channels } = part.values;
    const [first, ...others] = channels?.value ?? [];
    const mode = first?.part.values.mode?.value;
    if (cage === undefined || first === undefined || others.length > 0 || mode === undefined) return [];
    return [{ part, cage: cage.value.name, mode }];
  });
}

/** The switches of a network, and the statement that links them. */
interface Shape {
  readonly switches: string;
  readonly plug: string;
  readonly link: string;
}

const twoTiers = (dice: Dice): Shape => {
  const [leaves, spines, times] = [dice.between(1, 4), dice.between(1, 3), dice.pick([1, 1, 2])];
  return {
    switches: `switch leaf[1..${leaves}] : Leaf\nswitch spine[1..${spines}] : Spine`,
    plug: 'leaf[*].up, spine[*].down',
    link: `leaf[*].up[1..${spines * times}] to spine[*].down[1..${leaves * times}] as mesh`,
  };
};
const oneTier = (dice: Dice): Shape => {
  const count = dice.between(3, 6);
  const [pattern, ports] = dice.pick([
    ['ring', 2],
    ['full', count - 1],
  ] as const);
  return {
    switches: `switch leaf[1..${count}] : Leaf`,
    plug: 'leaf[*].up',
    link: `leaf[*].up[1..${ports}] as ${pattern}`,
  };
};
const onePair = (dice: Dice): Shape => {
  const ports = dice.between(1, 8);
  return {
    switches: 'switch leaf : Leaf\nswitch spine : Spine',
    plug: `leaf.up[1..${ports}], spine.down[1..${ports}]`,
    link: `leaf.up[1..${ports}] to spine.down[1..${ports}]`,
  };
};

/** A design without a mistake in its text; what it describes may well be too long or too hot. */
export function validDesign(dice: Dice, catalogue: Catalogue): string {
  const module = dice.pick(catalogue.modules);
  const fiber = dice.pick(catalogue.fibers.filter((each) => modeOf(each) === module.mode));
  const { switches, plug, link } = dice.pick([twoTiers, oneTier, onePair])(dice);
  const rack = dice.pick(catalogue.racks);
  const racks = dice.between(1, 3);
  const connector = dice.pick(catalogue.connectors);
  const files = new Set([module.part, fiber, rack, connector].map(fileOf).concat('cooling'));
  return `${[...files].map((each) => `import "std/${each}"\n`).join('')}let length = ${dice.pick(['1 m', '30 m', '0.4 km', '2.5 km'])}
feed A { capacity ${dice.between(5, 90)} kW }
loop water { coolant ${dice.pick(['PG25', 'Water'])}  supply ${dice.between(20, 40)} °C  flow ${dice.between(5, 400)} L/min }
switch type Leaf {
    height ${dice.between(1, 4)} RU  power ${dice.between(200, 4000)} W  liquid ${dice.pick(['0 %', '70 %', '100 %'])}
    ports up[1..16] : ${module.cage}
}
switch type Spine { height 2 RU  power 1 kW assumed "no data sheet"  ports down[1..16] : ${module.cage} }
rack r[1..${racks}] : ${rack.name} { ${dice.pick(['', 'cooled by water'])}  ${dice.pick(['', 'fed by A'])} }
network n : ${dice.pick(['scale-out', 'scale-up'])} {
    ${switches}
    plug ${module.part.name} into ${plug}
    link ${link} over ${fiber.name} { ${path(dice, connector)} }
    place leaf in r
}
require ${dice.pick(['margin(n) >= 0.1 dB', 'power(n) <= 20 kW', 'hosts(n) >= 0', 'diameter(n) <= 4'])}
`;
}

function modeOf(fiber: Part): unknown {
  return isPart(fiber, 'fiber') ? fiber.values.mode?.value : undefined;
}

/** The library file that declares a part. */
function fileOf({ origin }: Part): string {
  return /([^/]*)\.fabric$/.exec(origin.uri)?.[1] ?? '';
}

function path(dice: Dice, connector: Part): string {
  const length = dice.pick(['length length', 'length 20 m', 'length length * 2']);
  const mated = dice.once(2) ? `  connectors ${dice.between(1, 4)} x ${connector.name}` : '';
  return length + mated + dice.pick(['', '  polarity type-B', '  polarity 2 x type-B, 1 x type-A']);
}

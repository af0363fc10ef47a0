// Every kind of thing and every property it can have. Grammar-free: completion, hover, unit checks, messages, the
// language reference, the formatter and the types of the model all read this table. A new property is one entry here
// or in the file of its subject.
import { deviceKinds } from './devices.ts';
import type { Kind } from './kinds.ts';
import { opticsKinds, polarities } from './optics.ts';
import { plantKinds } from './plant.ts';
import {
  amount,
  amountOrShare,
  amounts,
  automatic,
  count,
  type KindSpec,
  parts,
  selection,
  word,
  words,
} from './spec.ts';

export const catalogue = {
  ...opticsKinds,
  ...deviceKinds,
  ...plantKinds,
  link: {
    doc: 'The passive path of a link: what lies between the two modules.',
    properties: {
      length: automatic(
        'length',
        'Length of the fiber or cable; `auto` computes it from the positions of the racks in the hall, plus the slack.',
      ),
      slack: amountOrShare('length', 'Extra length of a cable with `length auto`, as `2 m` or `10 %`.'),
      connectors: parts('connector', 'Mated pairs in the path, as `4 x MPO16 low-loss`.'),
      splices: parts('splice', 'Splices in the path, as `2 x FusionSplice`.'),
      panels: parts('panel', 'Patch panels and optical circuit switches in the path, once for each pass.'),
      polarity: words(
        polarities,
        'Polarity of its cords and trunks from end to end, as `1 x type-B, 2 x type-A`; panels have their own `polarity`.',
      ),
      amplifiers: parts(
        'amplifier',
        'Optical amplifiers in order: the first boosts the transmitter, each other one ends a span; `use` of the part may say otherwise.',
      ),
      spans: amounts(
        'length',
        'Lengths of the fiber between amplifiers, as `2 x 80 km, 60 km`, where they are unequal; their sum is the `length`.',
      ),
      launch: amount(
        'optical power',
        'Power of one channel at the start of each span, where the line system sets it; amplifiers deliver less where their gain or output power does not suffice.',
      ),
      channels: count('Channels that share the amplifiers of the line, and with them their output power.'),
      penalty: amount('loss', 'Penalty that no part causes, such as that of dispersion or reflections.'),
      margin: amount('loss', 'Safety margin that is kept free.'),
      repair: amount('loss', 'Allowance for splices of later repairs.'),
    },
  },
  ports: {
    doc: 'A group of ports on a switch or host.',
    properties: {
      power: amount('power', 'Power these cages feed, where it differs from the form factor.'),
    },
  },
  view: {
    doc: 'A named drawing.',
    properties: {
      show: word(
        ['network', 'racks', 'floor', 'power', 'cooling', 'optics', 'failures'],
        'The kind of drawing; what `of` selects decides where it is not given.',
      ),
      of: selection('any', 'What is drawn; everything by default.'),
      collapse: selection('group', 'Instances of templates that are drawn as one box with equal ones.'),
      expand: selection('group or device', 'Instances of templates, or arrays of devices, that are drawn one by one.'),
      color: word(['utilization', 'temperature', 'power', 'network', 'rail'], 'What the colors show.'),
    },
  },
} as const satisfies Record<Kind, KindSpec>;

export type Catalogue = typeof catalogue;
/** The properties of a kind, whatever the kind. */
export function propertiesOf(kind: Kind): KindSpec['properties'] {
  return catalogue[kind].properties;
}

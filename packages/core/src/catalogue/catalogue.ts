// Every kind of thing and every property it can have. Grammar-free: completion, hover, unit checks, messages, the
// language reference, the formatter and the types of the model all read this table. A new property is one entry here.
import {
  amount,
  bound,
  count,
  installed,
  type KindSpec,
  part,
  parts,
  perPart,
  range,
  selection,
  supplies,
  table,
  text,
  word,
} from './spec.ts';

export const catalogue = {
  module: {
    doc: 'A pluggable module: what goes into a cage and turns lanes into light (or stays copper).',
    properties: {
      'form-factor': part('cage', 'The cage it is made for.'),
      channels: parts('optics', 'The links it offers, by PMD: each channel is one logical port.'),
      interface: word(
        ['retimed', 'half-retimed', 'linear'],
        'Host interface: retimed both ways, transmit only (LRO), or not at all (LPO).',
      ),
      power: amount('power', 'Maximum power the module draws.'),
      'typical-power': amount('power', 'Power the module typically draws.'),
      flow: amount('volume flow', 'Coolant flow through its cold plate.'),
    },
  },
  optics: {
    doc: 'A physical medium dependent sublayer (PMD): what is on the fiber.',
    properties: {
      standard: text('The document that defines it.'),
      status: word(['published', 'draft'], 'Whether that document is published.'),
      lanes: count('Optical lanes in one direction.'),
      'lane-rate': amount('bit rate', 'Payload of one lane in one direction.'),
      'symbol-rate': amount('symbol rate', 'Symbols per second on one lane.'),
      wavelength: amount('length', 'Nominal wavelength, or that of the first lane.'),
      wavelengths: count('Wavelengths sharing one fiber.'),
      mode: word(['single-mode', 'multimode'], 'The kind of fiber it is made for.'),
      reach: perPart('length', 'fiber', 'Longest link, by fiber type where it differs.'),
      fibers: count('Fibers of one link, both directions.'),
      'channel-loss': perPart(
        'loss',
        'fiber',
        'Largest insertion loss of the channel, by fiber type where it differs.',
      ),
      fec: word(['KP4', 'KP4 + inner', 'CFEC', 'oFEC', 'none'], 'Forward error correction.'),
    },
  },
  cage: {
    doc: 'A form factor: the cage on the front panel and the module that fits it.',
    properties: {
      lanes: count('Electrical lanes in one direction.'),
      'lane-rate': amount('bit rate', 'Highest rate of one lane.'),
      power: amount('power', 'Power the cage can feed and cool.'),
      cooling: word(['air', 'liquid'], 'What takes the heat of the module away.'),
      width: amount('length', 'Width of the module.'),
      height: amount('length', 'Height of the module.'),
      depth: amount('length', 'Length of the module into the box.'),
      'per-OU': count('Modules that fit one open rack unit (48 mm, 21 inch).'),
      'per-RU': count('Modules that fit one EIA rack unit (44.45 mm, 19 inch).'),
      voltage: range('voltage', 'Window of the supply voltage.'),
    },
  },
  asic: {
    doc: 'A switch chip.',
    properties: {
      capacity: amount('bit rate', 'Switching capacity, counted in one direction.'),
      serdes: count('SerDes lanes.'),
      'lane-rate': amount('bit rate', 'Highest rate of one SerDes lane.'),
      power: amount('power', 'Power of the chip.'),
    },
  },
  nic: {
    doc: 'A network adapter of a host.',
    properties: {
      'port-rate': amount('bit rate', 'Rate of one of its ports in one direction.'),
      lanes: count('Electrical lanes of one port.'),
      'lane-rate': amount('bit rate', 'Highest rate of one lane.'),
      power: amount('power', 'Power of the adapter without its module.'),
    },
  },
  switch: {
    doc: 'A switch.',
    properties: {
      asic: part('asic', 'The switch chip.'),
      asics: count('How many of that chip; one when not said.'),
      height: amount('length', 'Height in rack units, as `1 OU` or `2 RU`.'),
      power: amount('power', 'Maximum power of the chassis without modules.'),
      'typical-power': amount('power', 'Typical power of the chassis without modules.'),
      liquid: amount('ratio', 'Share of the chassis heat that goes to liquid; the rest goes to air.'),
      supplies: supplies('Power supplies, as `3 x 1.5 kW, n+1`.'),
      weight: amount('mass', 'Weight without modules.'),
    },
  },
  host: {
    doc: 'A server with its accelerators.',
    properties: {
      accelerators: count('Accelerators in one host.'),
      nic: part('nic', 'The adapter behind each port.'),
      height: amount('length', 'Height in rack units.'),
      power: amount('power', 'Maximum power without pluggable modules.'),
      'typical-power': amount('power', 'Typical power without pluggable modules.'),
      liquid: amount('ratio', 'Share of the heat that goes to liquid; the rest goes to air.'),
      supplies: supplies('Power supplies.'),
      weight: amount('mass', 'Weight.'),
    },
  },
  fiber: {
    doc: 'A cabled fiber type.',
    properties: {
      mode: word(['single-mode', 'multimode'], 'Single-mode or multimode.'),
      attenuation: amount('loss per length', 'Largest attenuation of the cabled fiber.'),
    },
  },
  connector: {
    doc: 'A fiber connector; its loss is that of a mated pair.',
    properties: {
      fibers: count('Fibers in one connector.'),
      loss: amount('loss', 'Largest loss of a mated pair of standard grade.'),
      'low-loss-grade': amount('loss', 'Largest loss of a mated pair of low-loss grade.'),
    },
  },
  rack: {
    doc: 'A rack.',
    properties: {
      height: amount('length', 'Usable height in rack units, as `44 OU`.'),
      opening: amount('length', 'Width between the rails.'),
      power: amount('power', 'Power the rack can deliver to what is in it.'),
      weight: amount('mass', 'Weight of equipment it carries.'),
      cooled: selection('loop', 'The loop that takes its liquid heat.'),
      fed: selection('feed', 'The feeds it hangs on; any one of them must carry it alone.'),
      flow: installed(amount('volume flow', 'Coolant flow through one rack.')),
    },
  },
  coolant: {
    doc: 'A coolant.',
    properties: {
      density: table('density', 'temperature', 'Density by temperature.'),
      'specific-heat': table('specific heat', 'temperature', 'Specific heat by temperature.'),
    },
  },
  cdu: {
    doc: 'A coolant distribution unit.',
    properties: {
      capacity: amount('power', 'Heat one unit passes on.'),
      flow: amount('volume flow', 'Largest flow of one unit.'),
      approach: amount('temperature difference', 'Difference between facility supply and loop supply.'),
    },
  },
  loop: {
    doc: 'A coolant loop (technology cooling system).',
    properties: {
      coolant: part('coolant', 'What flows in it.'),
      supply: amount('temperature', 'Temperature of the supply.'),
      return: bound('temperature', '<=', 'Highest temperature allowed in the return.'),
      flow: amount('volume flow', 'Flow of the whole loop.'),
      from: selection('cdu', 'The CDUs that feed it, with their redundancy.', { redundancy: true }),
    },
  },
  feed: {
    doc: 'An electrical feed.',
    properties: {
      capacity: amount('power', 'Power the feed carries.'),
    },
  },
  link: {
    doc: 'The passive path of a link: what lies between the two modules.',
    properties: {
      length: amount('length', 'Length of the fiber.'),
      connectors: parts('connector', 'Mated pairs in the path, as `4 x MPO16 low-loss`.'),
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
      of: selection('any', 'What is drawn; everything when not said.'),
      collapse: selection('any', 'Blocks drawn as one box each.'),
      color: word(['utilization', 'temperature', 'power', 'network'], 'What the colors say.'),
    },
  },
} as const satisfies Record<string, KindSpec>;

export type Catalogue = typeof catalogue;
/** A kind of thing that has properties. */
export type Kind = keyof Catalogue;

/** Kinds that can be declared as a type. */
export const partKinds = [
  'module',
  'optics',
  'cage',
  'asic',
  'nic',
  'switch',
  'host',
  'fiber',
  'connector',
  'rack',
  'coolant',
  'cdu',
] as const;

/** The properties of a kind, whatever the kind. */
export function propertiesOf(kind: Kind): KindSpec['properties'] {
  return catalogue[kind].properties;
}

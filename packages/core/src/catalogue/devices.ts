// What sends and receives: chips, adapters, switches, hosts.
import { amount, count, type KindSpec, part, parts, range, supplies, table, text, word } from './spec.ts';

const equalization = word(
  ['retimed', 'half-retimed', 'linear'],
  'The module interface that asks most of it among those it can drive: `linear` can drive all.',
);
const ratings = {
  height: amount('length', 'Height in rack units, as `1 OU` or `2 RU`.'),
  width: amount(
    'length',
    'Opening between the rails it needs; that of an open rack when its height is in OU and it does not say.',
  ),
  liquid: amount('ratio', 'Share of the chassis heat that goes to liquid; the rest goes to air.'),
  'required-flow': table(
    'volume flow',
    'temperature',
    'Coolant flow it needs, by supply temperature where it differs.',
  ),
  'pressure-drop': table('pressure', 'volume flow', 'Pressure the coolant loses in it, by flow.'),
  inlet: range('temperature', 'Coolant temperatures at its inlet.'),
  'air-inlet': range('temperature', 'Air temperatures at its inlet.'),
  airflow: amount('volume flow', 'Air it moves at full load.'),
  'air-direction': word(['front-to-rear', 'rear-to-front'], 'Which way its air goes.'),
  couplings: parts('coupling', 'Quick disconnects it hangs on, in pairs of supply and return.'),
  voltage: range('voltage', 'Window of its supply voltage.'),
  supplies: supplies('Power supplies, as `3 x 1.5 kW, n+1`.'),
  reference: text('The document that gives its ports.'),
} as const;

export const deviceKinds = {
  asic: {
    doc: 'A switch chip.',
    properties: {
      capacity: amount('bit rate', 'Switching capacity, counted in one direction.'),
      serdes: count('SerDes lanes.'),
      'lane-rate': amount('bit rate', 'Highest rate of one SerDes lane.'),
      power: amount('power', 'Power of the chip.'),
      latency: amount('time', 'Delay from port to port.'),
      'host-equalization': equalization,
      'port-rate': amount('bit rate', 'Highest rate of one port, where it is less than what a cage carries.'),
      protocol: word(['Ethernet', 'InfiniBand'], 'What its ports speak.'),
      'diode-limit': amount('temperature', 'Temperature of its diode at which it is overheated.'),
    },
  },
  nic: {
    doc: 'A network adapter of a host.',
    properties: {
      'port-rate': amount('bit rate', 'Rate of one of its ports in one direction.'),
      'ethernet-port-rate': amount('bit rate', 'Highest rate of one Ethernet port, where InfiniBand has more.'),
      lanes: count('Electrical lanes of one port.'),
      'lane-rate': amount('bit rate', 'Highest rate of one lane.'),
      'form-factor': part('cage', 'The cage of its ports.'),
      'host-equalization': equalization,
      power: amount('power', 'Power of the adapter without its module.'),
    },
  },
  switch: {
    doc: 'A switch.',
    properties: {
      asic: part('asic', 'The switch chip.'),
      asics: count('How many of that chip; one when not said.'),
      power: amount('power', 'Maximum power of the chassis without modules.'),
      'typical-power': amount('power', 'Typical power of the chassis without modules.'),
      ...ratings,
      weight: amount('mass', 'Weight without modules.'),
      lasers: parts('laser', 'External light sources of its optical engines.'),
    },
  },
  host: {
    doc: 'A server with its accelerators.',
    properties: {
      accelerators: count('Accelerators in one host.'),
      nic: part('nic', 'The adapter behind each port.'),
      power: amount('power', 'Maximum power without pluggable modules.'),
      'typical-power': amount('power', 'Typical power without pluggable modules.'),
      'peak-power': amount('power', 'Electrical peak of short duration, which feeds must bear and coolant need not.'),
      ...ratings,
      weight: amount('mass', 'Weight.'),
    },
  },
} as const satisfies Record<string, KindSpec>;

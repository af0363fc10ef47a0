// What sends and receives: chips, adapters, switches, hosts.
import { purchase } from './purchase.ts';
import { amount, count, type KindSpec, part, parts, range, supplies, table, text, word } from './spec.ts';

const equalization = word(
  ['retimed', 'half-retimed', 'linear'],
  'The most demanding module interface it can drive: `linear` drives all three.',
);
const ratings = {
  height: amount('length', 'Height in rack units, as `1 OU` or `2 RU`.', 'RU'),
  width: amount(
    'length',
    'Opening between the rails that it needs; by default that of an open rack if its height is in OU.',
    'mm',
  ),
  liquid: amount('ratio', 'Share of the chassis heat that goes to liquid; the rest goes to air.'),
  'required-flow': table(
    'volume flow',
    'temperature',
    'Coolant flow it needs, by supply temperature where it differs.',
  ),
  'pressure-drop': table('pressure', 'volume flow', 'Pressure drop of the coolant in it, by flow.'),
  inlet: range('temperature', 'Coolant temperatures at its inlet.'),
  'air-inlet': range('temperature', 'Air temperatures at its inlet.'),
  airflow: amount('volume flow', 'Airflow at full load.'),
  'air-direction': word(['front-to-rear', 'rear-to-front'], 'Direction of its airflow.'),
  couplings: parts('coupling', 'Quick disconnects that connect it, in pairs of supply and return.'),
  voltage: range('voltage', 'Supply voltage range.'),
  'module-voltage': amount(
    'voltage',
    'Voltage that its own converter or supplies give its modules; by default the voltage of the busbar, if their ranges overlap.',
  ),
  supplies: supplies('Power supplies, as `3 x 1.5 kW, n+1`.'),
  reference: text('The document that lists its ports.'),
  latitude: amount(
    'angle',
    'Where its site is on a map, north of the equator: drawings of networks without tiers are maps.',
  ),
  longitude: amount('angle', 'Where its site is on a map, east of Greenwich; negative in the west.'),
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
      'port-rate': amount('bit rate', 'Highest rate of one port, where it is below what a cage carries.'),
      protocol: word(['Ethernet', 'InfiniBand'], 'Protocol of its ports.'),
      'diode-limit': amount('temperature', 'Diode temperature above which it overheats.'),
    },
  },
  nic: {
    doc: 'A network adapter of a host.',
    properties: {
      'port-rate': amount('bit rate', 'Rate of one of its ports in one direction.'),
      'ethernet-port-rate': amount('bit rate', 'Highest rate of one Ethernet port, where InfiniBand ports are faster.'),
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
      asics: count('Number of switch chips; 1 by default.'),
      power: amount('power', 'Maximum power of the chassis without modules.'),
      'typical-power': amount('power', 'Typical power of the chassis without modules.'),
      ...ratings,
      weight: amount('mass', 'Weight without modules.'),
      lasers: parts('laser', 'External light sources of its optical engines.'),
      ...purchase,
    },
  },
  host: {
    doc: 'A server with its accelerators.',
    properties: {
      accelerators: count('Accelerators in one host.'),
      nic: part('nic', 'The adapter behind each port.'),
      power: amount('power', 'Maximum power without pluggable modules.'),
      'typical-power': amount('power', 'Typical power without pluggable modules.'),
      'peak-power': amount('power', "Short electrical peak: feeds must carry it, cooling needn't."),
      ...ratings,
      weight: amount('mass', 'Weight.'),
      ...purchase,
    },
  },
} as const satisfies Record<string, KindSpec>;

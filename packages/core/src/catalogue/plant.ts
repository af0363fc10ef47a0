// What holds, feeds and cools: racks, power shelves, coolants, couplings, CDUs, loops, feeds.
import { purchase } from './purchase.ts';
import {
  amount,
  bound,
  count,
  installed,
  type KindSpec,
  part,
  parts,
  range,
  ratioAbove,
  selection,
  supplies,
  table,
} from './spec.ts';

/** What carries power has these, whatever it is. */
const carriesPower = {
  capacity: amount('power', 'Largest power it delivers.'),
  efficiency: amount(
    'ratio',
    'Power it delivers as a share of the power it draws, as `97 %`; the load of what supplies it is unknown without it.',
  ),
  fed: selection(
    'feed',
    'The feeds, UPSs and PDUs that supply it, with their redundancy; without redundancy, each must be able to carry it alone.',
    { redundancy: true },
  ),
  price: purchase.price,
} as const satisfies KindSpec['properties'];

export const plantKinds = {
  rack: {
    doc: 'A rack.',
    properties: {
      height: amount('length', 'Usable height in rack units, as `44 OU`.', 'OU'),
      opening: amount('length', 'Width between the rails.', 'mm'),
      power: amount('power', 'Power the rack can deliver to its devices.'),
      weight: amount('mass', 'Largest weight of the equipment in it.'),
      shelves: parts('shelf', 'Power shelves in it.'),
      panels: parts('panel', 'Patch panels mounted in it.'),
      'busbar-voltage': amount('voltage', 'Voltage of its busbar.'),
      'busbar-current': amount('current', 'Largest current of its busbar connector.'),
      couplings: parts('coupling', 'Quick disconnects between the rack and the loop, in pairs.'),
      'working-pressure': amount('pressure', 'Largest pressure of the coolant in its manifold.'),
      'pressure-drop': table('pressure', 'volume flow', 'Pressure drop of its manifold and hoses, by flow.'),
      inlet: range('temperature', 'Coolant temperatures at its inlet.'),
      'return-limit': amount('temperature', 'Highest temperature of the coolant it returns.'),
      airflow: amount('volume flow', 'Airflow to one rack.'),
      'air-rise': amount('temperature difference', 'Largest temperature rise of the air from front to back.'),
      cooled: selection('loop', 'The coolant loop that takes its liquid heat.'),
      fed: selection(
        'feed',
        'The feeds that supply it, with their redundancy; without redundancy, each must be able to carry it alone.',
        { redundancy: true },
      ),
      flow: installed(
        amount(
          'volume flow',
          'Coolant flow through one rack; by default an equal share of what the other racks leave.',
        ),
      ),
      ...purchase,
    },
  },
  shelf: {
    doc: 'A power shelf: the rectifiers that feed the busbar of a rack.',
    properties: {
      power: amount('power', 'Power of all its supplies.'),
      'redundant-power': amount('power', 'Remaining power when one of its supplies has failed.'),
      voltage: range('voltage', 'Output voltage range.'),
      height: amount('length', 'Height in rack units.', 'RU'),
      ...purchase,
    },
  },
  coolant: {
    doc: 'A coolant.',
    properties: {
      density: table('density', 'temperature', 'Density by temperature.'),
      'specific-heat': table('specific heat', 'temperature', 'Specific heat by temperature.'),
      usable: range('temperature', 'Usable temperatures: above freezing, below the point where additives degrade.'),
    },
  },
  coupling: {
    doc: 'A quick disconnect: a pair of plug and socket in a coolant line.',
    properties: {
      size: amount('length', 'Nominal bore.', 'mm'),
      'rated-flow': amount('volume flow', 'Largest flow it is rated for.'),
      'flow-coefficient': amount('flow coefficient', 'Flow coefficient of the mated pair.'),
      pressure: amount('pressure', 'Largest working pressure.'),
      'burst-pressure': amount('pressure', 'Pressure it must withstand before it bursts.'),
      'temperature-limit': amount('temperature', 'Highest rated coolant temperature.'),
      'lowest-temperature': amount('temperature', 'Lowest rated coolant temperature.'),
      cycles: count('Rated mating cycles.'),
      ...purchase,
    },
  },
  cdu: {
    doc: 'A coolant distribution unit.',
    properties: {
      capacity: amount('power', 'Heat one unit removes from its loop.'),
      flow: amount('volume flow', 'Largest flow of one unit.'),
      approach: amount('temperature difference', 'Difference between facility supply and loop supply.'),
      head: table(
        'pressure',
        'volume flow',
        'Head: pressure its pumps deliver to the loop at its flow, or by flow as `60 psi at 500 L/min, 35 psi at 780 L/min`.',
      ),
      supply: range('temperature', 'Rated supply temperatures.'),
      pressure: range('pressure', 'Rated pressures of the loop.'),
      power: amount('power', 'Maximum power of its pumps.'),
      pumps: supplies('Pumps of one unit with their redundancy, as `2 x 37 kW, n+1`.'),
      height: amount('length', 'Height in rack units, of one that is mounted in a rack.', 'RU'),
      weight: amount('mass', 'Weight in operation.'),
      fed: selection(
        'feed',
        'The feeds that supply its pumps, with their redundancy; by default those of the rack it is placed in.',
        { redundancy: true },
      ),
      ...purchase,
    },
  },
  loop: {
    doc: 'A coolant loop (technology cooling system).',
    properties: {
      coolant: part('coolant', 'Its coolant.'),
      supply: amount('temperature', 'Temperature of the supply.'),
      return: bound('temperature', '<=', 'Highest temperature allowed in the return.'),
      flow: amount('volume flow', 'Flow of the whole loop.'),
      facility: amount('temperature', 'Highest temperature of the facility water (FWS) that its CDUs get.'),
      'pressure-drop': table(
        'pressure',
        'volume flow',
        'Pressure drop of its pipes, valves and filters, by flow, without branches and racks.',
      ),
      'static-pressure': amount('pressure', 'Fill pressure above ambient, with its pumps off.'),
      'working-pressure': amount('pressure', 'Largest pressure in it above ambient: where its relief valve opens.'),
      from: selection('cdu', 'The CDUs that feed it and no other loop, with their redundancy.', { redundancy: true }),
    },
  },
  branch: {
    doc: 'A branch of a coolant loop: racks in parallel that share its flow, or racks in series.',
    properties: {
      flow: installed(amount('volume flow', 'Flow of the branch.')),
      parallel: selection('rack', 'Racks in parallel: each takes its own `flow`, or an equal share of what remains.'),
      series: selection('rack', 'Racks in series: the whole flow passes through each, from one to the next.'),
      after: selection('branch', 'The branch whose outlet feeds it, instead of the supply of the loop.'),
      return: bound('temperature', '<=', 'Highest temperature allowed in its return, instead of that of its loop.'),
      couplings: parts('coupling', 'Quick disconnects between the branch and its loop, in pairs.'),
      'pressure-drop': table('pressure', 'volume flow', 'Pressure drop of its pipes and valves, by flow.'),
    },
  },
  hall: {
    doc: 'The grid of rack positions and the cable tray, which lengths of links are computed from.',
    properties: {
      'rack-pitch': installed(amount('length', 'Distance from one position to the next in a row.', 'mm')),
      'row-pitch': installed(amount('length', 'Distance from one row to the next.')),
      'tray-height': installed(
        amount('length', 'Height of the cable tray above the floor; a cable runs it once at each end.'),
      ),
      'row-airflow': installed(amount('volume flow', 'Airflow to one row of racks.')),
      'air-supply': installed(amount('temperature', 'Temperature of the air that enters the racks.')),
      'dew-point': installed(amount('temperature', 'Largest dew point of its air.')),
      'energy-price': installed(amount('money per energy', 'Price of electricity, as `0.12 USD/kWh`.')),
      pue: installed(
        ratioAbove(1, 'Power usage effectiveness: energy of the whole site over that of its equipment, as `1.2`.'),
      ),
      'service-life': installed(amount('time', 'How long the equipment is used, as `5 years` of 8,760 hours.')),
    },
  },
  feed: {
    doc: 'An electrical feed: a utility or generator supply, a transformer, a busway or a remote power panel.',
    properties: {
      ...carriesPower,
    },
  },
  ups: {
    doc: 'An uninterruptible power supply (UPS); of several in parallel, one, or all of them with the capacity that is left without the redundant ones.',
    properties: {
      ...carriesPower,
      battery: amount('time', 'How long its batteries carry its `capacity`, as data sheets give it: `5 min`.', 'min'),
    },
  },
  pdu: {
    doc: 'A power distribution unit (PDU) of the hall, with or without a transformer.',
    properties: {
      ...carriesPower,
    },
  },
} as const satisfies Record<string, KindSpec>;

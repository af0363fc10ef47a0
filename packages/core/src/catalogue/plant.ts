// What holds, feeds and cools: racks, power shelves, coolants, couplings, CDUs, loops, feeds.
import {
  amount,
  bound,
  count,
  installed,
  type KindSpec,
  part,
  parts,
  range,
  selection,
  supplies,
  table,
} from './spec.ts';

export const plantKinds = {
  rack: {
    doc: 'A rack.',
    properties: {
      height: amount('length', 'Usable height in rack units, as `44 OU`.'),
      opening: amount('length', 'Width between the rails.'),
      power: amount('power', 'Power the rack can deliver to what is in it.'),
      weight: amount('mass', 'Weight of equipment it carries.'),
      shelves: parts('shelf', 'Power shelves in it.'),
      'busbar-voltage': amount('voltage', 'Voltage its busbar works at.'),
      'busbar-current': amount('current', 'Current its busbar connector carries.'),
      couplings: parts('coupling', 'Quick disconnects between the rack and the loop, in pairs.'),
      'working-pressure': amount('pressure', 'Largest pressure of the coolant in its manifold.'),
      'pressure-drop': table('pressure', 'volume flow', 'Pressure lost in its manifold and hoses, by flow.'),
      inlet: range('temperature', 'Coolant temperatures at its inlet.'),
      'return-limit': amount('temperature', 'Highest temperature of the coolant it returns.'),
      airflow: amount('volume flow', 'Air that reaches one rack.'),
      'air-rise': amount('temperature difference', 'Most the air may warm from its front to its back.'),
      cooled: selection('loop', 'The loop that takes its liquid heat.'),
      fed: selection(
        'feed',
        'The feeds it hangs on, with their redundancy; where none is said, any one of them must carry it alone.',
        { redundancy: true },
      ),
      flow: installed(
        amount(
          'volume flow',
          'Coolant flow through one rack; where none is said, an equal share of what the others leave.',
        ),
      ),
    },
  },
  shelf: {
    doc: 'A power shelf: the rectifiers that feed the busbar of a rack.',
    properties: {
      power: amount('power', 'Power of all its supplies.'),
      'redundant-power': amount('power', 'Power that is left when one of its supplies fails.'),
      voltage: range('voltage', 'Window of its output voltage.'),
      height: amount('length', 'Height in rack units.'),
    },
  },
  coolant: {
    doc: 'A coolant.',
    properties: {
      density: table('density', 'temperature', 'Density by temperature.'),
      'specific-heat': table('specific heat', 'temperature', 'Specific heat by temperature.'),
      usable: range('temperature', 'From where it freezes to where its additives suffer.'),
    },
  },
  coupling: {
    doc: 'A quick disconnect: a pair of plug and socket in a coolant line.',
    properties: {
      size: amount('length', 'Nominal bore.'),
      'rated-flow': amount('volume flow', 'Largest flow it is rated for.'),
      'flow-coefficient': amount('flow coefficient', 'Flow coefficient of the mated pair.'),
      pressure: amount('pressure', 'Largest working pressure.'),
      'burst-pressure': amount('pressure', 'Pressure it must withstand before it bursts.'),
      'temperature-limit': amount('temperature', 'Highest coolant temperature it is made for.'),
      'lowest-temperature': amount('temperature', 'Lowest coolant temperature it is made for.'),
      cycles: count('Matings it is made for.'),
    },
  },
  cdu: {
    doc: 'A coolant distribution unit.',
    properties: {
      capacity: amount('power', 'Heat one unit passes on.'),
      flow: amount('volume flow', 'Largest flow of one unit.'),
      approach: amount('temperature difference', 'Difference between facility supply and loop supply.'),
      head: table(
        'pressure',
        'volume flow',
        'Pressure its pumps give to the loop at its flow, or by flow as `60 psi at 500 L/min, 35 psi at 780 L/min`.',
      ),
      supply: range('temperature', 'Supply temperatures it is made for.'),
      pressure: range('pressure', 'Pressures of the loop it is made for.'),
      power: amount('power', 'Maximum power of its pumps.'),
      pumps: supplies('Pumps of one unit with their redundancy, as `2 x 37 kW, n+1`.'),
      weight: amount('mass', 'Weight in operation.'),
    },
  },
  loop: {
    doc: 'A coolant loop (technology cooling system).',
    properties: {
      coolant: part('coolant', 'What flows in it.'),
      supply: amount('temperature', 'Temperature of the supply.'),
      return: bound('temperature', '<=', 'Highest temperature allowed in the return.'),
      flow: amount('volume flow', 'Flow of the whole loop.'),
      facility: amount('temperature', 'Warmest facility water (FWS) its CDUs are fed with.'),
      'pressure-drop': table(
        'pressure',
        'volume flow',
        'Pressure lost in its pipes, valves and filters by its flow: all but branches and racks.',
      ),
      'static-pressure': amount('pressure', 'Pressure it is filled to above the surroundings, without its pumps.'),
      'working-pressure': amount(
        'pressure',
        'Largest pressure in it above the surroundings: what its relief valve opens at.',
      ),
      from: selection('cdu', 'The CDUs that feed it and no other loop, with their redundancy.', { redundancy: true }),
    },
  },
  branch: {
    doc: 'A branch of a coolant loop: racks that share its flow, or stand in it one behind the other.',
    properties: {
      flow: installed(amount('volume flow', 'Flow of the branch.')),
      parallel: selection(
        'rack',
        'Racks side by side: each takes the flow it says, or an equal share of the branch’s.',
      ),
      series: selection('rack', 'Racks one behind the other: the whole flow goes through each, and warms the next.'),
      after: selection('branch', 'The branch whose outlet it takes, in place of the supply of the loop.'),
      return: bound('temperature', '<=', 'Highest temperature allowed in its return, in place of that of its loop.'),
      couplings: parts('coupling', 'Quick disconnects between the branch and its loop, in pairs.'),
      'pressure-drop': table('pressure', 'volume flow', 'Pressure lost in its pipes and valves, by its flow.'),
    },
  },
  hall: {
    doc: 'The grid that racks stand in and the tray that cables lie in: lengths of links follow from them.',
    properties: {
      'rack-pitch': installed(amount('length', 'From one position to the next in a row.')),
      'row-pitch': installed(amount('length', 'From one row to the next.')),
      'tray-height': installed(
        amount('length', 'Height of the cable tray above the floor: a cable comes down by as much at each end.'),
      ),
      'row-airflow': installed(amount('volume flow', 'Air that reaches one row of racks.')),
    },
  },
  feed: {
    doc: 'An electrical feed.',
    properties: {
      capacity: amount('power', 'Power the feed carries.'),
    },
  },
} as const satisfies Record<string, KindSpec>;

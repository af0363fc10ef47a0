// The plug-in of a house: two rules and a table, in plain JavaScript. It needs nothing but what it is given; where
// `@lightloom/core` is installed, an editor knows the types.

/** Every leaf has an even number of uplinks to each spine, so that a pair of line cards shares them. */
const evenUplinks = {
  id: 'acme/even-uplinks',
  severity: 'warning',
  title: 'A switch with hosts has an odd number of links to another switch',
  why: 'Our spines have their line cards in pairs. With an odd number of uplinks, one card of a pair carries more than the other.',
  override: 'Use an even number of uplinks for each spine.',
  *check(design) {
    const withHosts = new Set();
    const uplinks = new Map();
    for (const { from, to, origin } of design.links()) {
      for (const [near, far] of [
        [from.device, to.device],
        [to.device, from.device],
      ]) {
        if (far.kind === 'host') withHosts.add(near.id);
        else if (near.kind === 'switch') {
          const key = `${near.id} ${far.id}`;
          const known = uplinks.get(key) ?? { near, far, origin, count: 0 };
          uplinks.set(key, { ...known, count: known.count + 1 });
        }
      }
    }
    for (const { near, far, origin, count } of uplinks.values()) {
      if (!withHosts.has(near.id) || withHosts.has(far.id) || count % 2 === 0) continue;
      yield {
        message: `${near.name} has ${count} ${count === 1 ? 'link' : 'links'} to ${far.name}; the house has an even number.`,
        help: 'Add a link, or remove one.',
        about: near,
        origin,
      };
    }
  },
};

/** Racks of row 1 stand on the old busway. */
const rowPower = {
  id: 'acme/row-power',
  severity: 'error',
  title: 'A rack of row 1 draws more than the old busway delivers',
  why: 'The busway above row 1 has taps of 60 kW.',
  sources: ['Acme facility handbook, section 4'],
  override: 'Place the rack in another row.',
  limit: 'power of racks in row 1',
  *check(design, judge) {
    const limit = design.quantity('60 kW', 'limit of row 1');
    for (const rack of design.racks()) {
      if (rack.row !== 1) continue;
      const power = design.fact('power', rack);
      if (!judge.exceeds(power, limit, rack)) continue;
      yield {
        message: `${rack.name} in row 1 draws ${power.text}; its tap delivers ${limit.text}.`,
        help: 'Place the rack in another row, or move devices out of it.',
        about: rack,
        figure: power,
      };
    }
  },
};

/** `lightloom export acme-racks`: what the people of the facility ask for. */
const racks = {
  name: 'acme-racks',
  title: 'Racks',
  doc: 'Every rack with its row, its devices and its power.',
  columns: [
    { key: 'rack', head: 'Rack' },
    { key: 'row', head: 'Row', numeric: true },
    { key: 'devices', head: 'Devices', numeric: true },
    { key: 'power-kw', head: 'Power (kW)', numeric: true },
  ],
  *rows(design) {
    const devices = Map.groupBy(design.devices(), ({ rack }) => rack?.id);
    for (const rack of design.racks()) {
      const power = design.fact('power', rack).in('kW');
      yield [rack.name, rack.row ?? Number.NaN, devices.get(rack.id)?.length ?? 0, power];
    }
  },
};

/** @type {import('@lightloom/core').Plugin} */
export default { name: 'acme', rules: [evenUplinks, rowPower], exports: [racks] };

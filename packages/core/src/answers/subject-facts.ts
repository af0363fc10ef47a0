// Each subject of facts, bound to a whole fabric: what it is computed from, and by what.
import { cablingOf } from '../facts/cabling/cabling.ts';
import { deviceClasses, devicesLeft } from '../facts/classes/device-classes.ts';
import { linkClasses } from '../facts/classes/link-classes.ts';
import { linkClassesAgain } from '../facts/classes/link-classes-again.ts';
import { losesLinks, nothingFailed } from '../facts/conditions/scenario.ts';
import { flowNeeds } from '../facts/cooling/coolant-flow.ts';
import { coolingFacts } from '../facts/cooling/cooling.ts';
import { deviceFlows } from '../facts/cooling/device-flows.ts';
import { heatFacts } from '../facts/cooling/heat.ts';
import { pressureFacts } from '../facts/cooling/pressure.ts';
import { opticsFacts } from '../facts/optics/optics.ts';
import { placementFacts } from '../facts/placement/placement.ts';
import { rackContents } from '../facts/placement/rack-contents.ts';
import { powerFacts } from '../facts/power/power.ts';
import { bandwidthFacts } from '../facts/topology/bandwidth.ts';
import { connectivityFacts } from '../facts/topology/connectivity.ts';
import { topologyFacts } from '../facts/topology/topology.ts';
import { defineAnswer, defineInput, type ValuesOf } from './answer.ts';

const fabric = defineInput((inputs) => inputs.fabric);
const basis = defineInput((inputs) => inputs.basis);
const lengths = defineInput((inputs) => inputs.lengths);

const lostDevices = defineInput(({ scenario }) => scenario.devices);
const lostLinks = defineInput(({ scenario }) => scenario.links);
const lostCdus = defineInput(({ scenario: { cdus } }) => (cdus.size === 0 ? nothingFailed.cdus : cdus));
const lostPumps = defineInput(({ scenario: { pumps } }) => (pumps.size === 0 ? nothingFailed.pumps : pumps));
const lostFeeds = defineInput(({ scenario: { feeds } }) => (feeds.size === 0 ? nothingFailed.feeds : feeds));
const failedNames = defineInput(({ scenario: { names } }) => (names.length === 0 ? nothingFailed.names : names));

const deviceLosses = defineAnswer({ devices: lostDevices }, (lost) => lost);
const linkLosses = defineAnswer({ devices: lostDevices, links: lostLinks }, (lost) => lost);
const coolingLosses = defineAnswer({ cdus: lostCdus, pumps: lostPumps }, (lost) => lost);
const scenario = defineAnswer(
  {
    devices: lostDevices,
    links: lostLinks,
    cdus: lostCdus,
    pumps: lostPumps,
    feeds: lostFeeds,
    names: failedNames,
  },
  (all) => all,
);

const devices = defineAnswer({ fabric }, (inputs) => deviceClasses(inputs.fabric));
const links = defineAnswer(
  { fabric },
  (inputs) => linkClasses(inputs.fabric),
  (inputs, { values, value }) => linkClassesAgain(inputs.fabric, values.fabric, value),
);
/** The device classes, with as many of each as still run. */
const running = defineAnswer({ devices, losses: deviceLosses }, (inputs) => devicesLeft(inputs.devices, inputs.losses));
const contents = defineAnswer({ fabric, devices, losses: deviceLosses }, rackContents);
const power = defineAnswer({ fabric, devices: running, contents, basis }, powerFacts);
const heat = defineAnswer({ fabric, devices, basis }, heatFacts);
const placement = defineAnswer({ fabric, devices, contents }, placementFacts);
const cooling = defineAnswer({ fabric, heat, contents, losses: coolingLosses }, coolingFacts);
const flows = defineAnswer({ fabric, devices, contents }, flowNeeds);
const throughDevices = defineAnswer({ fabric, contents, flows, cooling }, deviceFlows);
const pressure = defineAnswer({ fabric, devices, contents, deviceFlows: throughDevices, cooling }, pressureFacts);
const optics = defineAnswer({ fabric, links, basis }, opticsFacts, (inputs, { values, value }) =>
  opticsFacts(inputs, { links: values.links, optics: value }),
);
const cabling = defineAnswer({ fabric, links }, cablingOf);
const topology = defineAnswer({ fabric }, (inputs) => topologyFacts(inputs.fabric));

/** Connectivity with nothing failed: the same object wherever nothing has, so that each graph is made once. */
const wholeConnectivity = defineAnswer({ fabric }, (inputs) => connectivityFacts({ ...inputs, losses: nothingFailed }));
const connectivity = defineAnswer({ fabric, losses: linkLosses, whole: wholeConnectivity }, (inputs) =>
  losesLinks(inputs.losses) ? connectivityFacts(inputs) : inputs.whole,
);
/** Bandwidth with nothing failed, which that of a scenario starts from. */
const wholeBandwidth = defineAnswer({ fabric, links, optics, topology, connectivity: wholeConnectivity }, (inputs) =>
  bandwidthFacts({ ...inputs, losses: nothingFailed, whole: undefined }),
);
const bandwidth = defineAnswer(
  { fabric, links, optics, topology, connectivity, losses: linkLosses, whole: wholeBandwidth },
  (inputs) => (losesLinks(inputs.losses) ? bandwidthFacts(inputs) : inputs.whole),
);

/** All subjects by name. */
export const subjectFacts = {
  fabric,
  basis,
  lengths,
  scenario,
  deviceLosses,
  linkLosses,
  devices,
  links,
  contents,
  power,
  heat,
  placement,
  cooling,
  flows,
  deviceFlows: throughDevices,
  pressure,
  optics,
  cabling,
  topology,
  connectivity,
  bandwidth,
};

/** The facts of a fabric by name. */
export type SubjectFacts = ValuesOf<typeof subjectFacts>;

/** Subjects that an answer reads: `defineAnswer(reads('fabric', 'optics'), ({ fabric, optics }) => …)`. */
export function reads<K extends keyof SubjectFacts>(...names: readonly K[]): Pick<typeof subjectFacts, K> {
  const read: Partial<Pick<typeof subjectFacts, K>> = {};
  for (const name of names) read[name] = subjectFacts[name];
  return read as Pick<typeof subjectFacts, K>;
}

// Rules that know no fix by themselves: those for which the editor finds one, and those that can't have one, with the reason.

/** The editor tries other parts of the library, or has the author fill in what only the author knows. */
export const fixedInEditor: readonly string[] = [
  'bandwidth/connectx8-800gbe',
  'bandwidth/nic-port',
  'bandwidth/serdes-lanes',
  'bandwidth/twin-port-as-one',
  'control/not-judged',
  'cooling/module-without-liquid',
  'optics/cable-form-factor',
  'optics/cable-reach',
  'optics/coherent-span',
  'optics/dispersion',
  'optics/lane-rate-mismatch',
  'optics/linear-in-deaf-host',
  'optics/osnr',
  'optics/overload',
  'optics/reach',
  'optics/receive-power',
  'optics/stressed-receiver',
  'placement/module-fits-cage',
  'power/cage-weaker-than-neighbours',
  'power/input-current',
  'power/module-over-connector',
  'provenance/assumed',
  'provenance/unsourced',
  'requirement/unknown',
];

/** Why nothing that could be offered would be right. */
export const withoutFix: Readonly<Record<string, string>> = {
  'optics/draft-pmd': 'Nothing in the design is wrong, and the standard is published when it is.',
  'placement/shared-position': 'Where each of the racks stands only the author knows.',
  'power/common-source': 'Which other source there is, and whether it carries the load, only the author knows.',
  'provenance/draft-standard':
    'The verdict is right by the figures there are; others come with the published document.',
  'topology/asymmetric-striping':
    'Fewer links to one switch cost bandwidth, more to the other take ports, cages and modules: the design says neither.',
  'topology/split-network':
    'A path between the parts takes ports and perhaps a spine; and networks that are apart on purpose are two declarations.',
};

// The kinds of network, with what each connects.

export const networkKinds = {
  'scale-up': 'Connects the accelerators of one domain, which share memory.',
  'scale-out': 'Connects the hosts of a site: the back end on which a job runs.',
  'scale-across': 'Connects sites.',
  storage: 'Connects hosts and storage.',
  management: 'Out-of-band management.',
} as const satisfies Record<string, string>;

/** The names of all kinds of network. */
export const networkKindNames = Object.keys(networkKinds) as readonly (keyof typeof networkKinds)[];

/** The choices of a tab stop for a kind of network, the most frequent first. */
export const networkKindChoice = ['scale-out', ...networkKindNames.filter((kind) => kind !== 'scale-out')].join(',');

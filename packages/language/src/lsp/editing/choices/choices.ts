// Which parts may cure a finding, by its rule: those that are tried, the likeliest first.
import type { Fabric, Finding, Part, Remedy } from '@lightloom/core';
import { otherLanes, otherLasers, otherRacks } from './hardware.ts';
import { otherAmplifiers, otherCables } from './lines.ts';
import { otherModules } from './modules.ts';

/** Other parts for what a finding is about. @param library the parts that ship with Lightloom */
type Choose = (finding: Finding, fabric: Fabric, library: readonly Part[]) => readonly Remedy[];

/** By rule. */
const choices: Readonly<Record<string, readonly Choose[]>> = {
  'bandwidth/connectx8-800gbe': [otherModules],
  'bandwidth/nic-port': [otherModules],
  'bandwidth/serdes-lanes': [otherLanes],
  'bandwidth/twin-port-as-one': [otherModules],
  'optics/amplifier-band': [otherModules],
  'optics/cable-form-factor': [otherCables],
  'optics/cable-reach': [otherCables],
  'optics/coherent-span': [otherAmplifiers, otherModules],
  'optics/dispersion': [otherModules],
  'optics/fec-mismatch': [otherModules],
  'optics/fiber-type': [otherModules],
  'optics/half-retimed-pair': [otherModules],
  'optics/lane-rate-mismatch': [otherModules],
  'optics/laser-power': [otherLasers],
  'optics/linear-in-deaf-host': [otherModules],
  'optics/loss-budget': [otherModules],
  'optics/mixed-breakout': [otherModules],
  'optics/no-module': [otherModules],
  'optics/osnr': [otherAmplifiers, otherModules],
  'optics/overload': [otherModules],
  'optics/pmd-mismatch': [otherModules],
  'optics/reach': [otherModules],
  'optics/receive-power': [otherModules],
  'optics/stressed-receiver': [otherModules],
  'optics/wavelength-mismatch': [otherModules],
  'placement/module-fits-cage': [otherModules],
  'power/cage-weaker-than-neighbours': [otherModules],
  'power/input-current': [otherModules],
  'power/input-voltage': [otherRacks],
  'power/module-over-cage': [otherModules],
  'power/module-over-connector': [otherModules],
};

/** Whether another part may cure a finding. */
export function choosesPart({ rule }: Finding): boolean {
  return Object.hasOwn(choices, rule);
}

/** What may cure a finding, none of it tried. */
export const choicesFor: Choose = (finding, fabric, library) =>
  (choices[finding.rule] ?? []).flatMap((each) => each(finding, fabric, library));

// Switches, hosts and modules in JSON: one entry for those that are alike.
import type { DesignReport, DeviceRow } from '@lightloom/core';
import { jsonQuantities, jsonQuantity } from '../../json/quantity.ts';

/** The devices of one kind. */
export function jsonDevices({ devices }: DesignReport, kind: DeviceRow['kind']) {
  return devices.filter((each) => each.kind === kind).map(jsonDevice);
}

function jsonDevice({ part, kind: _kind, where, count, modules, empty, supplies, panel, ...facts }: DeviceRow) {
  return {
    type: part?.name ?? null,
    where,
    count,
    modules: modules.map(({ module, count: each }) => ({ type: module.name, count: each })),
    emptyCages: empty,
    ...jsonQuantities(facts),
    supplies: supplies === undefined ? null : jsonQuantity(supplies),
    panel: panel === undefined ? null : jsonQuantities(panel),
  };
}

/** Modules by type. */
export function jsonModules({ modules }: DesignReport) {
  return modules.map(({ part, count, power, total }) => ({
    type: part.name,
    count,
    ...jsonQuantities({ power, total }),
  }));
}

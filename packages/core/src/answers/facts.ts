// All facts of a fabric: each subject is computed once, when it is first asked for.

import { type DeviceClasses, deviceClasses, devicesLeft, type LinkClasses, linkClasses } from '../facts/classes.ts';
import { type FlowNeeds, flowNeeds } from '../facts/cooling/coolant-flow.ts';
import { type CoolingFacts, coolingFacts } from '../facts/cooling/cooling.ts';
import { type HeatFacts, heatFacts } from '../facts/cooling/heat.ts';
import { type PressureFacts, pressureFacts } from '../facts/cooling/pressure.ts';
import { type OpticsFacts, opticsFacts } from '../facts/optics/optics.ts';
import { type PlacementFacts, placementFacts } from '../facts/placement/placement.ts';
import { type RackContents, rackContents } from '../facts/placement/rack-contents.ts';
import { type Basis, type Drawn, drawnOn, type PowerFacts, powerFacts } from '../facts/power/power.ts';
import { allWell, losesLinks, type Scenario } from '../facts/scenario.ts';
import { type BandwidthFacts, bandwidthFacts } from '../facts/topology/bandwidth.ts';
import { type ConnectivityFacts, connectivityFacts } from '../facts/topology/connectivity.ts';
import { type TopologyFacts, topologyFacts } from '../facts/topology/topology.ts';
import type { Fabric } from '../model/index.ts';

/** What is true of a fabric. Numbers and their derivations; no judgement. */
export interface Facts {
  readonly fabric: Fabric;
  readonly scenario: Scenario;
  /** What power, heat and loss are made of. */
  readonly basis: Basis;
  readonly devices: DeviceClasses;
  readonly links: LinkClasses;
  readonly power: PowerFacts;
  readonly heat: HeatFacts;
  readonly cooling: CoolingFacts;
  /** Coolant that devices and racks need. */
  readonly flows: FlowNeeds;
  /** Pressure of the coolant. */
  readonly pressure: PressureFacts;
  readonly optics: OpticsFacts;
  readonly topology: TopologyFacts;
  readonly connectivity: ConnectivityFacts;
  readonly bandwidth: BandwidthFacts;
  readonly placement: PlacementFacts;
  /** A result that is computed from these facts once and kept with them. */
  once<T>(key: string, compute: () => T): T;
  /** The same fabric with things taken away. What does not depend on them is not computed again. */
  under(scenario: Scenario): Facts;
}

/**
 * The facts of a fabric. Nothing is computed before it is asked for, and nothing twice.
 * @param basis what power, heat and loss are made of: the worst case when not said otherwise
 */
export function factsOf(fabric: Fabric, basis: Basis = 'maximum'): Facts {
  return new LazyFacts(fabric, allWell, new Map(), basis);
}

class LazyFacts implements Facts {
  readonly fabric: Fabric;
  readonly scenario: Scenario;
  readonly basis: Basis;
  private readonly shared: Map<string, unknown>;
  private readonly own = new Map<string, unknown>();

  /** @param shared results that hold in every scenario */
  constructor(fabric: Fabric, scenario: Scenario, shared: Map<string, unknown>, basis: Basis) {
    this.fabric = fabric;
    this.basis = basis;
    this.scenario = scenario;
    this.shared = shared;
  }

  get devices(): DeviceClasses {
    return once(this.shared, 'devices', () => deviceClasses(this.fabric));
  }
  get links(): LinkClasses {
    return once(this.shared, 'links', () => linkClasses(this.fabric));
  }
  private get drawn(): Drawn {
    return drawnOn(this.basis);
  }
  /** Results that hold as long as the same devices run. */
  private get loads(): Map<string, unknown> {
    return this.scenario.devices === undefined ? this.shared : this.own;
  }
  /** The device classes, with as many of each as are left. */
  private get running(): DeviceClasses {
    return once(this.loads, 'running', () => devicesLeft(this.devices, this.scenario));
  }
  private get racks(): RackContents {
    return once(this.loads, 'racks', () => rackContents(this.fabric, this.devices, this.scenario));
  }
  get power(): PowerFacts {
    return once(this.loads, 'power', () => powerFacts(this.fabric, this.running, this.racks, this.drawn));
  }
  get heat(): HeatFacts {
    return once(this.shared, 'heat', () => heatFacts(this.devices, this.drawn));
  }
  get optics(): OpticsFacts {
    return once(this.shared, 'optics', () => opticsFacts(this.fabric, this.links, this.basis));
  }
  get topology(): TopologyFacts {
    return once(this.shared, 'topology', () => topologyFacts(this.fabric));
  }
  get placement(): PlacementFacts {
    return once(this.loads, 'placement', () => placementFacts(this.fabric, this.devices, this.racks));
  }
  get cooling(): CoolingFacts {
    return once(this.own, 'cooling', () => coolingFacts(this.fabric, this.heat, this.racks, this.scenario));
  }
  get flows(): FlowNeeds {
    return once(this.loads, 'flows', () => flowNeeds(this.fabric, this.devices, this.racks));
  }
  get pressure(): PressureFacts {
    return once(this.own, 'pressure', () => {
      const { fabric, devices, flows, cooling } = this;
      return pressureFacts({ fabric, devices, flows, cooling, contents: this.racks });
    });
  }
  get connectivity(): ConnectivityFacts {
    return this.connected(this.scenario);
  }
  private connected(scenario: Scenario): ConnectivityFacts {
    return once(losesLinks(scenario) ? this.own : this.shared, 'connectivity', () =>
      connectivityFacts(this.fabric, scenario),
    );
  }
  get bandwidth(): BandwidthFacts {
    const of = (scenario: Scenario, whole?: () => BandwidthFacts): BandwidthFacts =>
      bandwidthFacts(this.fabric, this.links, this.optics, this.topology, this.connected(scenario), scenario, whole);
    const whole = (): BandwidthFacts => once(this.shared, 'whole bandwidth', () => of(allWell));
    return losesLinks(this.scenario) ? once(this.own, 'bandwidth', () => of(this.scenario, whole)) : whole();
  }

  once<T>(key: string, compute: () => T): T {
    return once(this.own, `once ${key}`, compute);
  }

  under(scenario: Scenario): Facts {
    return new LazyFacts(this.fabric, scenario, this.shared, this.basis);
  }
}

function once<T>(results: Map<string, unknown>, key: string, compute: () => T): T {
  if (!results.has(key)) results.set(key, compute());
  return results.get(key) as T;
}

// Modules and adapters for a link: what fits the cages of a switch, and what a host needs to meet it.
import { isBuiltIn, opticsRate } from '../facts/index.ts';
import { isPart, type Part } from '../model/index.ts';
import { fitsCage, twinPortRate } from '../subjects/fits.ts';
import { exceeds, same } from '../units/index.ts';

/** A module that is in the library, or one that is derived from it for other channels. */
export interface PlannedModule {
  readonly base: Part<'module'>;
  readonly pmd: Part<'optics'>;
  readonly channels: number;
  /** How it differs from its base: each lane group is a link of its own, or its lanes run slower. Undefined if it doesn't. */
  readonly derived: 'split' | 'slower' | undefined;
}

/** Modules for both ends of the links of hosts and switches. */
export interface PlannedOptics {
  readonly pmd: Part<'optics'>;
  /** Of leaves, spines and core switches, in this order. */
  readonly switches: readonly [PlannedModule, PlannedModule, PlannedModule];
  readonly host: PlannedModule;
  /** The cage of the host. */
  readonly hostCage: Part<'cage'>;
}

/** What is asked of the optics. */
export interface OpticsDemand {
  /** Rate of a link in one direction, in bit/s: that of a host port divided by the planes. */
  readonly linkRate: number;
  readonly planes: number;
  readonly switches: readonly [Part<'switch'>, Part<'switch'>, Part<'switch'>];
  /** The host, where its type is chosen. */
  readonly host: Part<'host'> | undefined;
  /** The module of the switches, where it is chosen. */
  readonly module: Part<'module'> | undefined;
}

/** Every choice of optics by which hosts and switches link up, the best first: the most links of a switch, then as sold, then the least power. */
export function opticsFor(parts: readonly Part[], demand: OpticsDemand): PlannedOptics[] {
  const [leaf, spine, core] = demand.switches;
  const modules = plannedModules(parts, demand.linkRate);
  const chosen = demand.module === undefined ? modules : modules.filter(({ base }) => base === demand.module);
  const found: PlannedOptics[] = [];
  for (const ofLeaf of fitting(chosen, leaf)) {
    const { pmd } = ofLeaf;
    const meets = modules.filter((each) => each.pmd === pmd && meetsPorts(each, demand) && !isBuiltIn(each.base));
    const ofHost = meets
      .filter(({ base }) => hostCageFor(base, demand.host) !== undefined)
      .sort((a, b) => b.channels - a.channels || compareHostModules(a, b))[0];
    const above = (part: Part<'switch'>): PlannedModule | undefined =>
      part === leaf
        ? ofLeaf
        : fitting(modules, part)
            .filter((each) => each.pmd === pmd)
            .sort(compareModules)[0];
    const [ofSpine, ofCore] = [above(spine), above(core)];
    const hostCage = ofHost === undefined ? undefined : hostCageFor(ofHost.base, demand.host);
    if (ofHost === undefined || hostCage === undefined || ofSpine === undefined || ofCore === undefined) continue;
    found.push({ pmd, switches: [ofLeaf, ofSpine, ofCore], host: ofHost, hostCage });
  }
  return found.sort((a, b) => compareOptics(a, b));
}

/** Whether a module of a host has a link for each plane; with one plane, the cages of a chosen host may have several ports. */
function meetsPorts({ channels }: PlannedModule, { planes, host }: OpticsDemand): boolean {
  return channels === planes || (planes === 1 && host !== undefined);
}

/** Ports of a host on each plane. @param rails those asked for, where no type of host is chosen */
export function railsOf(
  { host: { channels } }: PlannedOptics,
  { planes, host }: Pick<OpticsDemand, 'planes' | 'host'>,
  rails: number,
): number {
  const cages = host?.ports[0]?.count;
  return cages === undefined ? rails : (cages * channels) / planes;
}

/** The modules that offer channels of a rate, as they are sold or derived. */
function plannedModules(parts: readonly Part[], linkRate: number): PlannedModule[] {
  const pmds = parts.filter((each) => isPart(each, 'optics')).filter((each) => same(opticsRate(each).value, linkRate));
  return parts
    .filter((each) => isPart(each, 'module'))
    .flatMap((base) => {
      const [channel, ...others] = base.values.channels?.value ?? [];
      if (channel === undefined || others.length > 0) return [];
      const { count, part: own } = channel;
      if (pmds.includes(own)) return [{ base, pmd: own, channels: count, derived: undefined }];
      return pmds.flatMap((pmd): PlannedModule[] => {
        const split = Math.round(opticsRate(own).value / linkRate);
        if (split > 1 && isPieceOf(pmd, own, split)) return [{ base, pmd, channels: count * split, derived: 'split' }];
        return isBuiltIn(base) && isSlower(pmd, own) ? [{ base, pmd, channels: count, derived: 'slower' }] : [];
      });
    });
}

/** Whether a link of one PMD is one of `split` equal pieces of another's: its lanes, its fibers, and the same light. */
function isPieceOf(piece: Part<'optics'>, whole: Part<'optics'>, split: number): boolean {
  const [a, b] = [piece.values, whole.values];
  return (
    isTimes(b.lanes?.value, a.lanes?.value, split) &&
    isTimes(b.fibers?.value, a.fibers?.value, split) &&
    same(a['lane-rate']?.value ?? Number.NaN, b['lane-rate']?.value ?? Number.NaN) &&
    isAlike(piece, whole)
  );
}

/** Whether a PMD has the lanes and fibers of another at a lower rate. */
function isSlower(slow: Part<'optics'>, fast: Part<'optics'>): boolean {
  const [a, b] = [slow.values, fast.values];
  return (
    isTimes(b.lanes?.value, a.lanes?.value, 1) &&
    isTimes(b.fibers?.value, a.fibers?.value, 1) &&
    (a['lane-rate']?.value ?? Number.NaN) < (b['lane-rate']?.value ?? Number.NaN) &&
    isAlike(slow, fast)
  );
}

function isAlike(a: Part<'optics'>, b: Part<'optics'>): boolean {
  const reach = ({ values }: Part<'optics'>): number =>
    values.reach?.value.find(({ part }) => part === undefined)?.value ?? Number.NaN;
  return (
    issuer(a) === issuer(b) &&
    a.values.mode?.value === b.values.mode?.value &&
    a.values.modulation?.value === b.values.modulation?.value &&
    reach(a) === reach(b)
  );
}

/** Who defines a PMD: `IEEE` of `IEEE 802.3df`. A linear PMD of the LPO MSA isn't a piece of a retimed one. */
function issuer({ values }: Part<'optics'>): string | undefined {
  return values.standard?.value.split(' ', 1)[0];
}

function isTimes(whole: number | undefined, piece: number | undefined, times: number): boolean {
  return whole !== undefined && piece !== undefined && whole === piece * times;
}

function fitting(modules: readonly PlannedModule[], part: Part<'switch'>): PlannedModule[] {
  return modules.filter(({ base, pmd }) =>
    part.ports.some(({ cage }) => {
      const most = twinPortRate(part, cage)?.value ?? Number.POSITIVE_INFINITY;
      return fits(base, cage) && !exceeds(opticsRate(pmd).value, most);
    }),
  );
}

/** Whether a module fits a cage. */
export function fits(module: Part<'module'>, cage: Part<'cage'>): boolean {
  const form = module.values['form-factor']?.value;
  return form !== undefined && fitsCage(module, form, cage);
}

/** The cage of a host with a module: that of its type, or the module's own form factor. */
function hostCageFor(module: Part<'module'>, host: Part<'host'> | undefined): Part<'cage'> | undefined {
  if (host === undefined) return module.values['form-factor']?.value;
  return host.ports.length === 1 && host.ports.every(({ cage }) => fits(module, cage))
    ? host.ports[0]?.cage
    : undefined;
}

function compareOptics(a: PlannedOptics, b: PlannedOptics): number {
  return (
    b.switches[0].channels - a.switches[0].channels ||
    rank(a.switches[0]) - rank(b.switches[0]) ||
    rank(a.host) - rank(b.host) ||
    retiming(a.switches[0]) - retiming(b.switches[0]) ||
    pmdRank(a.pmd) - pmdRank(b.pmd) ||
    compareModules(a.switches[0], b.switches[0])
  );
}

function compareModules(a: PlannedModule, b: PlannedModule): number {
  return (
    rank(a) - rank(b) || retiming(a) - retiming(b) || powerOf(a) - powerOf(b) || (a.base.name < b.base.name ? -1 : 1)
  );
}

/** Adapters take flat tops: their heat sink is on the cage. */
function compareHostModules(a: PlannedModule, b: PlannedModule): number {
  const isFinned = ({ base }: PlannedModule): number => (base.values.top?.value === 'flat' ? 0 : 1);
  const isLiquid = ({ base }: PlannedModule): number =>
    base.values['form-factor']?.value.values.cooling?.value === 'liquid' ? 1 : 0;
  return rank(a) - rank(b) || isLiquid(a) - isLiquid(b) || isFinned(a) - isFinned(b) || compareModules(a, b);
}

/** Parts as sold come before derived ones. */
function rank({ derived }: PlannedModule): number {
  return derived === undefined ? 0 : derived === 'split' ? 1 : 2;
}

/** Retimed modules come first: a linear one needs a switch and an adapter that are made for it. */
function retiming({ base }: PlannedModule): number {
  return base.values.interface?.value === 'linear' && !isBuiltIn(base) ? 1 : 0;
}

/** Single-mode fiber comes before multimode and copper, and what is published before a draft. */
function pmdRank({ values }: Part<'optics'>): number {
  return (values.mode?.value === 'single-mode' ? 0 : 2) + (values.status?.value === 'draft' ? 1 : 0);
}

function powerOf({ base }: PlannedModule): number {
  return base.values.power?.value ?? Number.MAX_VALUE;
}

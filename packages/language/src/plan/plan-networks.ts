// Plans networks: the smallest of each form is written, and the checker says whether it holds.
import {
  compareNetworks,
  type Faceplate,
  grownHosts,
  growthOf,
  hallOf,
  isPart,
  libraryScheme,
  opticsFor,
  type Part,
  type Plan,
  type PlannedHall,
  type PlannedModule,
  type PlannedNetwork,
  type PlannedOptics,
  type Refusal,
  type RefusedNetwork,
  railsOf,
  reportOf,
  requiredFact,
  sized,
  spareUplinks,
  stripingOf,
  type Tiers,
} from '@lightloom/core';
import { closest } from '../parse/index.ts';
import type { Session } from '../session/index.ts';
import { libraryNames } from '../workspace/library.ts';
import { groupsFor } from './cage-selector.ts';
import { fabricText } from './fabric-text.ts';
import { type FindPart, type PlanParts, type PlanRequest, partsOf } from './request.ts';

/** Choices of optics that are checked for each form at most, the best first. */
const mostOptics = 4;

/**
 * Plans networks for a number of hosts. Every network is a design that the session has opened and judged, and that has no errors and
 * no warnings.
 * @param folder the address of the folder that imports are relative to; nothing is written there
 * @returns a sentence when a name of the request isn't a part
 */
export async function planNetworks(session: Session, folder: string, request: PlanRequest): Promise<Plan | string> {
  const opened = await openParts(session, folder, request);
  if (typeof opened === 'string') return opened;
  const networks: PlannedNetwork[] = [];
  const refused: RefusedNetwork[] = [];
  let checks = 0;
  for (const planes of request.planes)
    for (const tiers of request.tiers) {
      const tried = await planOne({ session, folder, request, parts: opened, tiers, planes }, () => {
        checks++;
        return checks;
      });
      if ('text' in tried) networks.push(tried);
      else refused.push({ tiers, planes, because: tried });
    }
  const { hosts, growth = 0, least = 'switches', rate, oversubscription } = request;
  networks.sort((a, b) => compareNetworks(least, a, b));
  const rails = networks[0]?.rails ?? request.rails;
  return {
    demand: { hosts, growth, least, rails, rate, oversubscription, switches: opened.switches },
    networks,
    refused,
    checks,
  };
}

interface Attempt {
  readonly session: Session;
  readonly folder: string;
  readonly request: PlanRequest;
  readonly parts: PlanParts;
  readonly tiers: Tiers;
  readonly planes: number;
}

async function planOne(attempt: Attempt, nextCheck: () => number): Promise<PlannedNetwork | Refusal> {
  const { request, parts, planes } = attempt;
  const linkRate = request.rate / planes;
  const choices = opticsFor(parts.all, {
    linkRate,
    planes,
    switches: parts.switches,
    host: parts.host,
    module: parts.module,
  });
  const { least = 'switches' } = request;
  let refusal: Refusal = { kind: 'optics', linkRate };
  let best: PlannedNetwork | undefined;
  for (const optics of choices.slice(0, mostOptics)) {
    const found = await withOptics(attempt, optics, nextCheck);
    if ('text' in found) {
      // The first choice has the fewest switches; what is least of other things may be any.
      if (least === 'switches') return found;
      if (best === undefined || compareNetworks(least, found, best) < 0) best = found;
      continue;
    }
    // The first choice is the one that says most.
    if (refusal.kind === 'optics') refusal = found;
  }
  return best ?? refusal;
}

async function withOptics(
  { session, folder, request, parts, tiers, planes }: Attempt,
  optics: PlannedOptics,
  nextCheck: () => number,
): Promise<PlannedNetwork | Refusal> {
  const [leafType, spineType, coreType] = parts.switches;
  const leaf = faceplateOf(leafType, optics.switches[0]);
  const spine = faceplateOf(spineType, optics.switches[1]);
  const core = faceplateOf(coreType, optics.switches[2]);
  const faceplates = [leaf, spine, core] as const;
  const { oversubscription } = request;
  const hosts = grownHosts(request.hosts, request.growth ?? 0);
  const rails = railsOf(optics, { planes, host: parts.host }, request.rails);
  const demand = { hosts, rails, oversubscription, leaf, spine, core };
  const size = sized(demand, tiers);
  if ('mostHosts' in size) return { kind: 'hosts', most: size.mostHosts };
  if ('uneven' in size) return { kind: 'uneven' };
  const { shape } = size;
  const growth = growthOf(shape, request.hosts, hosts);
  const draft = { request, rails, hosts, growth, parts, planes, shape, optics, faceplates, importOf };
  const open = async (hall: PlannedHall | undefined) => {
    const text = fabricText({ ...draft, hall });
    const { facts, findings } = await session.open(inFolder(folder, `plan-${nextCheck()}`), text);
    return {
      text,
      facts,
      findings,
      report: reportOf(facts),
      bad: findings.find(({ severity }) => severity !== 'note'),
    };
  };
  // What the switches need of the hall follows from the network alone; then both are one design.
  let opened = await open(undefined);
  if (opened.bad !== undefined) return { kind: 'check', message: opened.bad.message };
  const hall = hallOf(opened.facts, opened.report, parts.switches, parts);
  if (hall.placed.length > 0) opened = await open(hall);
  const { text, facts, findings, report, bad } = opened;
  if (bad !== undefined) return { kind: 'check', message: bad.message };
  return {
    tiers,
    planes,
    rails,
    shape,
    optics,
    faceplates,
    striping: stripingOf(shape, demand),
    spareUplinks: spareUplinks(shape, demand),
    text,
    findings: { error: 0, warning: 0, note: findings.length },
    report,
    hall,
    growth,
    cost: requiredFact(facts, 'cost', { of: 'network', ids: Uint32Array.of(0), point: undefined, name: 'the network' })
      .value,
  };
}

function faceplateOf(part: Part<'switch'>, { base, channels }: PlannedModule): Faceplate {
  return { cages: groupsFor(part, base).reduce((all, { count }) => all + count, 0), channels };
}

/** Reads the library and the imported files, and finds the parts that a request names. */
async function openParts(session: Session, folder: string, request: PlanRequest): Promise<PlanParts | string> {
  const files = [...libraryNames().map((name) => `std/${name}`), ...request.imports];
  const text = files.map((name) => `import "${name}"\n`).join('');
  const { fabric, findings } = await session.open(inFolder(folder, 'plan-parts'), text);
  const broken = findings.find(({ severity }) => severity === 'error');
  if (broken !== undefined) return broken.message;
  return partsOf(request, fabric.parts, finderIn(fabric.parts));
}

/** The address of a design in a folder, which may be the root. */
function inFolder(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}.fabric`;
}

function finderIn(parts: readonly Part[]): FindPart {
  return (kind, name) => {
    const found = parts.find((each) => each.name === name);
    if (found !== undefined && isPart(found, kind)) return found;
    if (found !== undefined) return `${name} is a ${found.kind} type, not a ${kind} type.`;
    const near = closest(
      name,
      parts.filter((each) => each.kind === kind).map((each) => each.name),
    );
    return `There is no ${kind} type ${name}.${near === undefined ? ` \`lightloom parts ${kind}\` lists those of the library.` : ` Did you mean ${near}?`}`;
  };
}

/** `std/xpo` for a part of the library; a part of one's own is in a file that is imported anyway. */
function importOf({ origin: { uri } }: Part): string {
  return uri.startsWith(`${libraryScheme}:/`) ? uri.replace(`${libraryScheme}:/`, '').replace(/\.fabric$/, '') : '';
}

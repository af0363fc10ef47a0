// What a plan is asked for, with names where a design has parts.
import type { Part, PartKind, PlanDemand, PlanLeast, Tiers } from '@lightloom/core';

/** What is asked for. Parts are named: those of the library, and those of the files that are imported. */
export interface PlanRequest extends Omit<PlanDemand, 'switches' | 'growth' | 'least'> {
  /** Hosts to leave room for, as a share: none when not given. */
  readonly growth?: number;
  /** What is to be least: switches when not given. */
  readonly least?: PlanLeast;
  readonly leaf: string;
  /** As the leaf, when not given. */
  readonly spine: string | undefined;
  /** As the spine, when not given. */
  readonly core: string | undefined;
  /** The type of the hosts; one with the cages that the optics need, when not given. */
  readonly host: string | undefined;
  /** The module of the leaves; the best that links up, when not given. */
  readonly module: string | undefined;
  readonly rack: string | undefined;
  readonly cdu: string | undefined;
  /** What a rack of the switches may draw, in W; that of its type when not given. */
  readonly rackPower?: number | undefined;
  readonly tiers: readonly Tiers[];
  readonly planes: readonly number[];
  /** Lengths of the links of hosts, of leaves and of spines, in m. */
  readonly lengths: readonly [number, number, number];
  /** Files with types of one's own, as a design imports them: `./site.fabric`. */
  readonly imports: readonly string[];
}

/** The parts of a request. */
export interface PlanParts {
  readonly all: readonly Part[];
  readonly switches: readonly [Part<'switch'>, Part<'switch'>, Part<'switch'>];
  readonly host: Part<'host'> | undefined;
  readonly module: Part<'module'> | undefined;
  readonly rack: Part<'rack'> | undefined;
  readonly rackPower: number | undefined;
  readonly cdu: Part<'cdu'> | undefined;
  /** Of the loop that the CDUs feed. */
  readonly coolant: Part<'coolant'> | undefined;
}

/** Finds a part by its name and kind, or says in a sentence why there is none. */
export type FindPart = <K extends PartKind>(kind: K, name: string) => Part<K> | string;

/** The parts that a request names, or what is wrong with the first name that isn't one, in a sentence. */
export function partsOf(request: PlanRequest, all: readonly Part[], find: FindPart): PlanParts | string {
  const problems: string[] = [];
  const named = <K extends PartKind>(kind: K, name: string | undefined): Part<K> | undefined => {
    const part = name === undefined ? undefined : find(kind, name);
    if (typeof part === 'string') problems.push(part);
    return typeof part === 'string' ? undefined : part;
  };
  const leaf = named('switch', request.leaf);
  const spine = named('switch', request.spine) ?? leaf;
  const core = named('switch', request.core) ?? spine;
  const [host, module] = [named('host', request.host), named('module', request.module)];
  const [rack, cdu] = [named('rack', request.rack), named('cdu', request.cdu)];
  const coolant = cdu === undefined ? undefined : named('coolant', 'PG25');
  const [problem] = problems;
  if (problem !== undefined) return problem;
  if (leaf === undefined || spine === undefined || core === undefined) return 'A plan needs a type of switch.';
  return { all, switches: [leaf, spine, core], host, module, rack, rackPower: request.rackPower, cdu, coolant };
}

// The path of a lane, step by step: from the lane of a module over connectors, fiber and panels to the lane at the far end.
import { type Facts, linkOfPort } from '../../answers/index.ts';
import {
  amplifiersOf,
  followLine,
  isCoherent,
  type LanePath,
  type LinkBudget,
  laneRun,
  receivedOver,
  waysOf,
} from '../../facts/index.ts';
import { type Derivation, printValue } from '../../figures/index.ts';
import {
  cageOfPort,
  deviceOfPort,
  type Fabric,
  firstPortOf,
  moduleIn,
  portName,
  rackName,
  rackOfDevice,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import { printCount, printQuantity } from '../../units/index.ts';
import { find } from '../find.ts';

/** One step of the light. */
export interface TraceStep {
  /** `XpoDr in backend.su[1].leaf[3].up[1]`, `OS2, 60 m`, `4 × MPO16 low-loss` */
  readonly what: string;
  /** What it takes from the light, `0.024 dB`; empty where it takes nothing. */
  readonly loss: string;
  /** What is lost up to here, `1.424 dB`. */
  readonly lost: string;
  /** Average power of a lane behind it, where that is known, `−2.924 dBm`. */
  readonly power: string;
}

/** Where one lane goes. */
export interface TracedLane {
  readonly lane: number;
  /** Its position in the connector at the module, then behind each cord; unknown between panels without a polarity. */
  readonly positions: readonly (number | undefined)[];
  /** `receiver of lane 5` */
  readonly arrives: string;
}

/** The path of the lanes of one channel. */
export interface Trace {
  /** The port that they start from, and the one they lead to. */
  readonly from: string;
  readonly to: string;
  readonly steps: readonly TraceStep[];
  readonly lanes: readonly TracedLane[];
  /** Why the lanes can't be followed, or what is to be known of the steps. */
  readonly notes: readonly string[];
}

/** Channels that are traced of one name. */
const maxTraced = 4;

/**
 * Traces the lanes of ports.
 * @param asked ports or channels, `leaf[3].up[1]/5`
 * @returns a path for each channel with a link, a few at most; a sentence where nothing can be traced
 */
export function traceLanes(facts: Facts, asked: string): readonly Trace[] | string {
  const { fabric } = facts;
  const found = find(fabric, asked.trim());
  if (found === undefined || (found.of !== 'cage' && found.of !== 'port'))
    return `\`${asked}\` names no ports; write one as \`leaf[3].up[1]\`, or a channel as \`leaf[3].up[1]/5\`.`;
  const ports = found.of === 'port' ? found.ids : found.ids.flatMap((cage) => portsOfCage(fabric, cage));
  const links = linkOfPort(facts);
  const linked = ports.filter((port) => signedAt(links, port) >= 0);
  if (linked.length === 0) return `${asked} has no link.`;
  return linked.slice(0, maxTraced).map((port) => traceOf(facts, port, signedAt(links, port), linked.length));
}

function portsOfCage(fabric: Fabric, cage: number): number[] {
  const first = firstPortOf(fabric, cage);
  return Array.from({ length: firstPortOf(fabric, cage + 1) - first }, (_, i) => first + i);
}

function traceOf(facts: Facts, port: number, link: number, all: number): Trace {
  const { fabric } = facts;
  const start = unsignedAt(fabric.links.from, link) === port ? 'from' : 'to';
  const end = start === 'from' ? 'to' : 'from';
  const far = unsignedAt(fabric.links[end], link);
  const budget = facts.optics.budgets[unsignedAt(facts.links.of, link)] as LinkBudget;
  const run = laneRun(fabric, budget.class, link, start);
  const left = all - maxTraced;
  return {
    from: portName(fabric, port),
    to: portName(fabric, far),
    steps: stepsOf(fabric, budget, { port, far, start, end }),
    lanes:
      typeof run === 'string' ? [] : run.paths.map((path) => laneOf(path, run.far.lanesBefore, run.near.lanesBefore)),
    notes: [
      ...(typeof run === 'string' ? [`The lanes can't be followed: ${run}.`] : []),
      ...(isPassive(budget)
        ? [
            'A design says how many connectors, splices and panels are on a path, and not where: equal ones are one step.',
          ]
        : []),
      ...(left > 0
        ? [`${printCount(left, 'more channel', 'more channels')} of ${printCount(all, 'channel')} with a link.`]
        : []),
    ],
  };
}

/** The ends of a link, from where it is followed. */
interface Ends {
  readonly port: number;
  readonly far: number;
  readonly start: 'from' | 'to';
  readonly end: 'from' | 'to';
}

function isPassive({ class: { group }, loss }: LinkBudget): boolean {
  return group.cable === undefined && loss.isNone !== true && amplifiersOf(group).length === 0;
}

function stepsOf(fabric: Fabric, budget: LinkBudget, { port, far, start, end }: Ends): TraceStep[] {
  const { group } = budget.class;
  const sent = budget.class[start].optics?.values.launch?.value.from;
  const received = receivedOver(budget).find(({ at }) => at === end) ?? receivedOver(budget)[0];
  const margin = budget.margin.isNone === true || Number.isNaN(budget.margin.value) ? undefined : budget.margin;
  const first = step(endText(fabric, port, budget.class[start].optics?.name), sent ?? Number.NaN);
  const last: TraceStep = {
    what: endText(fabric, far, budget.class[end].optics?.name),
    loss: '',
    lost: margin === undefined ? '' : `margin ${printValue(margin)}`,
    power: received === undefined ? '' : neededText(received.least, received.floor),
  };
  if (group.cable !== undefined)
    return [first, step(`${group.cable.name}, ${printValue(budget.length)}`, Number.NaN), last];
  return [first, ...(isPassive(budget) ? passiveSteps(budget, sent) : lineSteps(budget, end)), last];
}

/** Module, PMD and place of an end: `XpoDr in backend.su[1].leaf[3].up[1]/5, 800GBASE-DR4, rack net[2]`. */
function endText(fabric: Fabric, port: number, optics: string | undefined): string {
  const module = moduleIn(fabric, cageOfPort(fabric, port));
  const rack = rackOfDevice(fabric, deviceOfPort(fabric, port));
  return [
    `${module?.name ?? 'Port'} in ${portName(fabric, port)}`,
    ...(optics === undefined ? [] : [optics]),
    ...(rack < 0 ? [] : [`rack ${rackName(fabric, rack)}`]),
  ].join(', ');
}

/** Each part of a path without amplifiers, with the least power behind it. */
function passiveSteps({ class: { group }, loss, length }: LinkBudget, sent: number | undefined): TraceStep[] {
  let lost = 0;
  return loss.terms.map((term, i): TraceStep => {
    lost += term.value;
    const isLowLoss = group.medium.connectors?.value[i - 1]?.lowLoss === true;
    const label = i === 0 ? `${group.fiber?.name ?? 'fiber'}, ${printValue(length)}` : term.label;
    const power = (sent ?? Number.NaN) - lost;
    return {
      ...step(isLowLoss ? `${label}, low-loss` : label, power),
      loss: printValue(term),
      lost: Number.isNaN(lost) ? '' : printValue({ ...term, value: lost }),
    };
  });
}

/** An amplified line: the power into each amplifier. */
function lineSteps(budget: LinkBudget, end: 'from' | 'to'): TraceStep[] {
  const ways = waysOf(budget);
  const way = ways.find(({ at }) => at === end) ?? ways[0];
  if (way === undefined || !isCoherent(budget.class.from.optics)) return [];
  const { stages, launched } = followLine(way, 'from');
  return [
    step('Into the first span', launched.value),
    ...stages
      .filter(({ span }) => span > 0)
      .map(({ amplifier, span, count, into }) =>
        step(
          `${count === 1 ? `Span ${span}` : `Spans ${span} to ${span + count - 1}`}, into ${amplifier.name}`,
          into.value,
        ),
      ),
  ];
}

function step(what: string, power: number): TraceStep {
  return { what, loss: '', lost: '', power: Number.isNaN(power) ? '' : printQuantity(power, 'optical power') };
}

/** `−4.4 dBm at least, needs −6.3 dBm` */
function neededText(least: Derivation, floor: Derivation): string {
  if (Number.isNaN(least.value)) return '';
  return `${printValue(least)} at least${Number.isNaN(floor.value) ? '' : `, needs ${printValue(floor)}`}`;
}

function laneOf({ lane, positions, arrives }: LanePath, farBefore: number, nearBefore: number): TracedLane {
  return {
    lane: nearBefore + lane,
    positions: positions.map((each) => (Number.isNaN(each) ? undefined : each)),
    arrives: arrives === undefined ? 'no lane' : `${arrives.side} of lane ${farBefore + arrives.lane}`,
  };
}

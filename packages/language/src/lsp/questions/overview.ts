// The overview of a design: networks, racks, loops and feeds, each with its load in a line.
import {
  type Block,
  type Facts,
  type Finding,
  groupOfLink,
  type Origin,
  printAtLeast,
  printCount,
  printValue,
  rackName,
  requiredFact,
  single,
} from '@lightloom/core';
import { visible } from '@lightloom/print/shown';
import type { LangiumDocuments } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import { rangeOf } from '../../diagnostics/to-diagnostic.ts';
import type { OverviewResult, OverviewThing } from '../../protocol/questions.ts';
import { feedTitle, loopTitle, networkTitle } from '../lenses/plant.ts';

/** How many racks of an array are listed one by one. */
const maxListed = 200;

/** A thing before it has a place in lines and columns. */
interface Thing extends Omit<OverviewThing, 'place' | 'state' | 'parts'> {
  readonly origin: Origin;
  /** What it is among its family; undefined for an array. */
  readonly is?: string;
  readonly parts?: readonly Thing[];
}

/** What a design consists of. */
export function overviewOf({ facts, findings }: Analysis, documents: LangiumDocuments): OverviewResult {
  const { fabric } = facts;
  const counted = (severity: Finding['severity']): number =>
    findings.filter((each) => each.severity === severity).length;
  const worst = worstOf(facts, findings);
  const all = (things: readonly Thing[]): OverviewThing[] =>
    things.map(({ origin, is, parts, name, figures, ...rest }) => {
      const range = rangeOf(documents, origin);
      const within = parts === undefined ? [] : all(parts);
      const states = [worst.get(is ?? '') ?? 'fine', ...within.map(({ state }) => state)];
      return {
        ...rest,
        name: visible(name),
        figures: visible(figures),
        state: states.find((each) => each === 'error') ?? states.find((each) => each === 'warning') ?? 'fine',
        place: range === undefined ? undefined : { uri: origin.uri, range },
        ...(parts === undefined ? {} : { parts: within }),
      };
    });
  const [power, margin] = [powerOf(facts), marginOf(facts)];
  return {
    isEmpty: fabric.devices.count + fabric.racks.count + fabric.loops.length + fabric.feeds.length === 0,
    counts: { error: counted('error'), warning: counted('warning'), note: counted('note') },
    ...(power === undefined ? {} : { power }),
    ...(margin === undefined ? {} : { margin }),
    networks: all(
      fabric.networks.map((each) => ({
        name: each.name,
        figures: networkTitle(facts, each),
        origin: each.origin,
        is: `network ${each.index}`,
        view: `network:${each.name}`,
      })),
    ),
    racks: all(fabric.blocks.flatMap((block) => (block.kind === 'rack' ? [racksOf(facts, block)] : []))),
    loops: all(
      fabric.loops.map((each) => ({
        name: each.name,
        figures: loopTitle(facts, each),
        origin: each.origin,
        is: `loop ${each.index}`,
      })),
    ),
    feeds: all(
      fabric.feeds.map((each) => ({
        name: each.name,
        figures: feedTitle(facts, each).slice(each.name.length + 2),
        origin: each.origin,
        is: `feed ${each.index}`,
      })),
    ),
  };
}

/** An array of racks, and each of them if they aren't too many. */
function racksOf(facts: Facts, { path, part, first, count, origin }: Block): Thing {
  const racks = Array.from({ length: count }, (_, i) => first + i);
  const figures = [printCount(count, 'rack'), ...(part === undefined ? [] : [part.name])].join(' · ');
  if (count === 1) return { name: path, figures: rackFigures(facts, first), origin, is: `rack ${first}` };
  if (count > maxListed) return { name: path, figures, origin };
  const parts = racks.map((rack) => ({
    name: rackName(facts.fabric, rack),
    figures: rackFigures(facts, rack),
    origin,
    is: `rack ${rack}`,
  }));
  return { name: path, figures, origin, parts };
}

/** `30.288 kW · headroom 74.76 % · 12 OU` */
function rackFigures(facts: Facts, rack: number): string {
  const power = facts.power.rack(rack);
  const subject = { ...single('rack', rack), point: undefined, name: rackName(facts.fabric, rack) };
  const headroom = requiredFact(facts, 'headroom', subject).value;
  const used = facts.placement.used(rack);
  return [
    ...(power.known > 0 ? [printAtLeast(power)] : []),
    ...(Number.isNaN(headroom.value) ? [] : [`headroom ${printValue(headroom)}`]),
    ...(used.value > 0 ? [printValue(used)] : []),
  ].join(' · ');
}

/** The worst that is found of each thing, notes aside; of a network also what is found of its links. */
function worstOf({ fabric }: Facts, findings: readonly Finding[]): ReadonlyMap<string, 'warning' | 'error'> {
  const found = new Map<string, 'warning' | 'error'>();
  for (const { severity, subjects, alike = [], folded = [] } of findings) {
    if (severity === 'note') continue;
    const all = [subjects, ...[...alike, ...folded].map((each) => each.subjects)];
    for (const { of, ids } of all.flatMap((each) => each ?? []))
      for (const id of ids) {
        const network = of === 'link' ? groupOfLink(fabric, id)?.network?.index : undefined;
        const key = of === 'link' ? `network ${network}` : `${of} ${id}`;
        if (found.get(key) !== 'error') found.set(key, severity);
      }
  }
  return found;
}

/** Power of all racks, CDUs and devices. */
function powerOf(facts: Facts): string | undefined {
  const { count } = facts.fabric.devices;
  if (count === 0) return undefined;
  const ids = Uint32Array.from({ length: count }, (_, i) => i);
  const { value } = requiredFact(facts, 'power', { of: 'device', ids, point: undefined, name: 'the design' });
  return value.known > 0 ? printAtLeast(value) : undefined;
}

/** The smallest margin of a network. */
function marginOf({ fabric, optics }: Facts): string | undefined {
  const worst = fabric.networks.flatMap(({ index }) => optics.worst(index) ?? []);
  const [least] = worst.sort((a, b) => a.margin.value - b.margin.value);
  return least === undefined ? undefined : printValue(least.margin);
}

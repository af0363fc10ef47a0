// Networks in tiers: spines on top, hosts at the bottom; without tiers, in circles, grids and nets.
import { type Facts, noTier, signedAt } from '@lightloom/core';
import { bandLegend, colorLegend, widthLegend } from '../captions/legend.ts';
import type { Locator } from '../marks/locator.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { countIfAny, joined } from '../text/phrases.ts';
import { bandsOf } from './bundles/bands.ts';
import { isDirect, linksAmong } from './bundles/links-among.ts';
import { missingBands } from './bundles/missing.ts';
import { boxOf } from './devices/box.ts';
import { paintDevices } from './devices/device-status.ts';
import { drawnDevices, tiersOf } from './drawn-devices.ts';
import { expandedArrays, expandNotes } from './expanded.ts';
import { boxFolding, frameFolding } from './folding.ts';
import { freeBody } from './free-body.ts';
import { sitesOf } from './map.ts';
import { networkFigures } from './network-figures.ts';
import { networkNotes } from './notes.ts';
import { railOf, railsOf } from './rails/rails.ts';
import { ranksIn } from './ranks.ts';
import { choicesOf } from './seen.ts';
import { siteRanks } from './site-frames.ts';
import type { NetworkSketch } from './sketch.ts';
import { linkColors } from './stacks/link-colors.ts';
import { stacksOf } from './stacks/stacks.ts';
import { tiersBody } from './tiers-body.ts';

/** The drawing of one network, several, or some devices of them. */
export function networkGraph(facts: Facts, sketch: NetworkSketch): Sketched {
  const { fabric } = facts;
  const networks = fabric.networks.filter((each) => sketch.networks?.has(each.index) ?? true);
  const ids = networks.map((each) => each.index);
  const drawn = drawnDevices(facts, sketch);
  const tiers = tiersOf(facts, ids);
  const tiered = tiers.some((tier, device) => drawn[device] === 1 && tier !== noTier && tier > 0);
  const expanded = expandedArrays(fabric, sketch);
  const among = linksAmong(fabric, sketch.networks, new Set(expanded));
  // Where there are tiers, links among the switches of one are an arch over their box.
  const framed = new Set(!tiered || isDirect(fabric, drawn, among) ? among.shapes.keys() : []);
  const found = stacksOf(facts, {
    devices: drawn,
    tiers,
    colors: linkColors(facts, { networks: sketch.networks, devices: drawn, tiers, between: among.between }),
    collapse: sketch.collapse,
    expand: sketch.expand.groups,
    interlinked: among.groups,
    framed,
    apart: new Map(
      [...expanded, ...framed].map((block) => [block, framed.has(block) ? (among.shapes.get(block)?.devices ?? 1) : 1]),
    ),
  });
  const rails = railsOf(facts);
  const { trunks: linked, links, bandOf } = bandsOf(facts, found, { ...sketch, rails });
  const missing = missingBands(fabric, found, sketch.networks, new Set(linked.map(({ id }) => id)));
  const trunks = [...linked, ...missing.trunks];
  const painted = paintDevices(facts, sketch.color, found.stacks, rails);
  const opened = new Set(expanded);
  const boxes = new Map(
    found.stacks.map((stack) => [
      stack,
      { ...boxOf(facts, stack, painted, railOf(rails, stack.devices)), ...boxFolding(stack, opened) },
    ]),
  );
  // Sites are as far from each other as they are, none is above another.
  const sites = trunks.length > 0 && networks.every((each) => each.kind === 'scale-across');
  const map = tiered || framed.size > 0 || trunks.length === 0 ? undefined : sitesOf(facts, found.stacks);
  const isMap = map !== undefined && map.places.size > 1;
  const framedSites = tiered || isMap || framed.size > 0 || !sites ? undefined : siteRanks(found, trunks);
  const ranks = framedSites ?? ranksIn(found.stacks, trunks);
  const free = framed.size > 0 || (!tiered && framedSites === undefined && (ranks.isUnordered || sites || isMap));
  const nodes = [...boxes.values()];
  const count = (kind: string): number =>
    found.stacks.reduce((sum, each) => sum + (each.blocks[0]?.kind === kind ? each.devices.length : 0), 0);
  const only = networks.length === 1 ? networks[0] : undefined;
  const sheet = {
    subtitle: joined([
      `${sketch.devices === undefined ? '' : 'part of '}${only === undefined ? (countIfAny(networks.length, 'network') ?? '') : `${only.name}, ${only.kind}`}`,
      countIfAny(count('switch'), 'switch', 'switches'),
      countIfAny(count('host'), 'host'),
      countIfAny(links, 'link'),
    ]),
    figures: networkFigures(facts, { stacks: found.stacks, networks: ids, tiered }),
    trunks,
    legend: {
      ...colorLegend(painted.colors, painted.bands === undefined ? [...nodes, ...trunks] : nodes, {
        unknown: linked.some((each) => each.weight === null),
      }),
      ...(painted.bands === undefined ? {} : bandLegend(painted.bands, trunks)),
      ...widthLegend(trunks, 'Width of a band: bandwidth, one direction', 'bit rate'),
    },
    choices: choicesOf(facts, sketch),
    notes: [
      ...networkNotes(facts, sketch, nodes.length, trunks),
      ...expandNotes(fabric, sketch),
      ...(map?.notes ?? []),
    ],
    locator: {
      isWhole: (of, id) => of === 'network' && ids.includes(id),
      itemOf(of, id) {
        if (of === 'link') return bandOf(id);
        if (of === 'link statement') return missing.bandOf(id);
        return of === 'device' ? found.stacks[signedAt(found.of, id)]?.id : undefined;
      },
    } satisfies Locator,
  };
  return free
    ? { ...sheet, arrangement: 'free', ...freeBody(facts, found, boxes, among, map?.places ?? new Map()) }
    : {
        ...sheet,
        arrangement: 'tiers',
        ...tiersBody(found, boxes, ranks, trunks, (frame) => frameFolding(fabric, frame)),
      };
}

// Every cable of a design with its ends, in the order of its links.
import type { Facts } from '../answers/index.ts';
import type { CableKind } from '../facts/index.ts';
import { itemAt, unsignedAt } from '../model/index.ts';
import { unknownText } from '../units/index.ts';
import { type EndText, endOfPort, endText } from './cable-ends.ts';
import { cableIdsOf } from './cable-ids.ts';
import { pathOfKind, pathOfLink } from './cable-paths.ts';
import type { Cell } from './table.ts';

/** A cable, or a link whose cables are unknown. */
export interface CableRow {
  /** `unknown` where the cable is. */
  readonly id: string;
  /** The connectors at each end. */
  readonly from: readonly EndText[];
  readonly to: readonly EndText[];
  readonly network: string;
  /** How many links have fibers in it. */
  readonly links: number;
  /** Cells of `pathColumns`. */
  readonly path: readonly Cell[];
}

/** All cables, one by one: a million links are a million rows. */
export function* cableRows(facts: Facts): Iterable<CableRow> {
  const { fabric, links, optics, cabling } = facts;
  const { budgets } = optics;
  const known = new Map<CableKind, Cell[]>();
  const pathOf = (kind: CableKind): Cell[] => {
    let cells = known.get(kind);
    if (cells === undefined) known.set(kind, (cells = pathOfKind(kind, budgets, fabric)));
    return cells;
  };
  const idOf = cableIdsOf(facts);
  for (let link = 0; link < fabric.links.count; link++) {
    const budget = itemAt(budgets, unsignedAt(links.of, link));
    const { name: network = '' } = budget.class.group.network ?? {};
    if (cabling.whyUnknown(budget.class.index) === undefined)
      for (const cable of cabling.cablesFrom(link))
        yield {
          id: idOf(cable),
          from: cable.from.map((each) => endText(fabric, each)),
          to: cable.to.map((each) => endText(fabric, each)),
          network,
          links: cable.links.length,
          path: pathOf(cable.kind),
        };
    else
      yield {
        id: unknownText,
        from: [endOfPort(fabric, unsignedAt(fabric.links.from, link), unknownText)],
        to: [endOfPort(fabric, unsignedAt(fabric.links.to, link), unknownText)],
        network,
        links: 1,
        path: pathOfLink(budget, fabric),
      };
  }
}

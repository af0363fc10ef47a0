// Free capacity: ports, racks, feeds and CDUs.
import type { Derivation, DesignReport, FreeRow } from '@lightloom/core';
import { type Block, type Cell, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { nameRanges } from '../../wording/name-ranges.ts';
import { foldRows, likeTheFirst, ofEach } from '../rows/fold-rows.ts';
import { count, quantity } from './cells.ts';

/** A table for each kind of capacity. */
export function freeTables({ free }: DesignReport): Block[] {
  const of = (...kinds: FreeRow['what'][]): FreeRow[] => free.filter(({ what }) => kinds.includes(what));
  return [
    ...table(
      [...text('Ports'), ...number('Installed', 'With a link', 'Free', 'Of these with a module')],
      of('ports').map((row) => [...capacityCells(row), row.withModule === undefined ? '–' : count(row.withModule)]),
      { caption: 'Ports; an empty cage counts as the modules beside it do' },
    ),
    ...table(
      [...text('Racks'), ...number('Height', 'Used', 'Free')],
      foldRows(of('rack height').map(capacityCells), likeTheFirst),
      {
        caption: 'Height of racks',
      },
    ),
    ...table(
      [...text('Racks'), ...number('Power', 'Used', 'Free')],
      foldRows(of('rack power').map(capacityCells), likeTheFirst),
      {
        caption: 'Power of racks',
      },
    ),
    ...table([...text('Feed'), ...number('Capacity', 'Load when feeds fail', 'Free')], of('feed').map(capacityCells), {
      caption: 'Power of feeds',
    }),
    ...table(
      [...text('Loop', 'Of'), ...number('Remaining CDU capacity', 'Used', 'Free')],
      foldRows(
        [...of('CDU heat'), ...of('CDU flow')].map((row) => {
          const [name = '', ...figures] = capacityCells(row);
          return [name, row.what === 'CDU heat' ? 'heat' : 'flow', ...figures];
        }),
        ofEach,
      ),
      { caption: 'CDUs that remain when the redundancy is lost' },
    ),
  ];
}

function capacityCells({ what, of, capacity, used, free }: FreeRow): Cell[] {
  return [nameRanges(of), quantity(capacity), usedCell(what, used, capacity), quantity(free)];
}

/** Ports that are all in use are what a design wants: they get no bar. */
function usedCell(what: FreeRow['what'], used: Derivation, capacity: Derivation): Cell {
  const share = used.value / capacity.value;
  return what === 'ports' || !Number.isFinite(share) ? quantity(used) : { ...quantity(used), share };
}

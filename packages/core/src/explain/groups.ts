// An instance of a template, and a CDU.
import { type Facts, figure, powerOfSelection, stated } from '../facts/index.ts';
import { type Block, cduName, type Group, missingText, partOfCdu, single } from '../model/index.ts';
import { type Explanation, row } from './explanation.ts';

/** An instance of a template: what it holds and draws. */
export function explainGroup(facts: Facts, group: Group): Explanation {
  const within = (block: Block): boolean => {
    for (let each = block.group; each !== undefined; each = each.parent) if (each === group) return true;
    return false;
  };
  const count = (kind: Block['kind']): number =>
    facts.fabric.blocks.reduce((all, block) => all + (block.kind === kind && within(block) ? block.count : 0), 0);
  return {
    title: `${group.path}${group.template === undefined ? '' : `, ${group.template}`}`,
    rows: [
      row('switches', figure('switches', 'count', count('switch'))),
      row('hosts', figure('hosts', 'count', count('host'))),
      row('power', powerOfSelection(facts, single('group', group.index), 'maximum', group.path)),
    ],
  };
}

/** A CDU: what it gives, and to which loops. */
export function explainCdu({ fabric }: Facts, cdu: number): Explanation {
  const part = partOfCdu(fabric, cdu);
  const loops = fabric.loops.filter(({ values }) => values.from?.value.selection.ids.includes(cdu));
  const feeds = loops.length === 0 ? '' : `, feeds ${loops.map(({ name }) => name).join(', ')}`;
  const title = `CDU ${cduName(fabric, cdu)}${part === undefined ? '' : `, ${part.name}`}${feeds}`;
  if (part === undefined) return { title, rows: [] };
  const figures = [
    ['capacity', 'power'],
    ['flow', 'volume flow'],
    ['approach', 'temperature difference'],
    ['head', 'pressure'],
    ['power', 'power'],
  ] as const;
  return {
    title,
    rows: figures.flatMap(([name, dimension]) => {
      const given = part.values[name];
      return given === undefined && name !== 'capacity' && name !== 'flow'
        ? []
        : [row(name, stated(`${name} of ${part.name}`, dimension, given, missingText(part, name)))];
    }),
  };
}

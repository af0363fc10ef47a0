// Explanations of a template instance and of a CDU.
import type { Facts } from '../answers/index.ts';
import { headAt } from '../facts/index.ts';
import { stated } from '../figures/index.ts';
import { cduName, type Group, missingIn, partOfCdu, single } from '../model/index.ts';
import { type Explanation, row } from './explanation.ts';
import { contentRows, factRow } from './required.ts';

/** Explains an instance of a template: its contents, power and heat. */
export function explainGroup(facts: Facts, group: Group): Explanation {
  const subject = { selection: single('group', group.index), name: group.path };
  return {
    title: `${group.path}${group.template === undefined ? '' : `, ${group.template}`}`,
    rows: [
      ...contentRows(facts, subject),
      ...factRow(facts, subject, 'fibers of its modules', 'fibers'),
      ...factRow(facts, subject, 'power', 'power'),
      ...(facts.basis === 'worst-case' ? factRow(facts, subject, 'typical power', 'power', 'typical') : []),
      ...factRow(facts, subject, 'energy per bit', 'energy'),
      ...factRow(facts, subject, 'heat to liquid', 'heat', 'liquid'),
      ...factRow(facts, subject, 'heat to air', 'heat', 'air'),
    ],
  };
}

/** Explains a CDU: its capacity, and the loops it feeds. */
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
    ['power', 'power'],
  ] as const;
  const rows = figures.flatMap(([name, dimension]) => {
    const given = part.values[name];
    return given === undefined && name !== 'capacity' && name !== 'flow'
      ? []
      : [row(name, stated(`${name} of ${part.name}`, dimension, given, missingIn(part, name)))];
  });
  const flow = stated(`flow of ${part.name}`, 'volume flow', part.values.flow, missingIn(part, 'flow'));
  const head = part.values.head === undefined ? [] : [row('head', headAt(part.name, part, flow), 'at that flow')];
  return { title, rows: [...rows, ...head] };
}

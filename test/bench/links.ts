// Many links of one line: expanding and judging them, against the least that looking at each can cost.
import { analyzeText } from '@lightloom/language/testing';
import { meshDesign } from './designs.ts';
import { pairs } from './pairs.ts';
import { ratioRow, type Section } from './row.ts';

export const links: Section = {
  title: 'Links of one line',
  async *rows({ isShort, rounds }) {
    const [spines, leaves] = isShort ? [128, 512] : [512, 2048];
    const count = spines * leaves;
    for (const [work, length, goal, bound] of [
      [`Judging ${count.toLocaleString('en')} links`, 30, 45, 'A prototype on columns alone took 40.'],
      // Beyond the 500 m that the optics reach.
      [`Judging ${count.toLocaleString('en')} links that fail`, 600, 90, 'A prototype on columns alone took 82.'],
    ] as const) {
      const text = meshDesign(spines, leaves, length);
      const { analysis } = await analyzeText(text);
      if (analysis.fabric.links.count !== count) throw new Error(`The mesh has ${analysis.fabric.links.count} links.`);
      const hasFailed = analysis.findings.some(({ rule }) => rule === 'optics/reach');
      if (hasFailed !== length > 500)
        throw new Error(`Links of ${length} m: ${hasFailed ? 'they fail' : 'none fails'}.`);
      const measured = await pairs(rounds, () => analyzeText(text), columnSum(count));
      yield ratioRow(measured, { work, against: 'the sum of four columns', goal, bound });
    }
  },
};

/** The sum of four columns: the least that looking at every link can cost. */
function columnSum(count: number): () => number {
  const columns = Array.from({ length: 4 }, () => new Float64Array(count).fill(1));
  return () => {
    let sum = 0;
    for (const column of columns) for (let i = 0; i < count; i++) sum += column[i] as number;
    return sum;
  };
}

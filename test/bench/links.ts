// Many links of one line: expanding and judging them, against the least that looking at each can cost.
import { analyzeText } from '@lightloom/language/testing';
import { meshDesign } from './designs.ts';
import { pairs } from './pairs.ts';
import { leastPasses } from './passes.ts';
import { ratioRow, type Section, shown } from './row.ts';

export const links: Section = {
  title: 'Links of one line',
  async *rows({ isShort, rounds }) {
    const [spines, leaves] = isShort ? [128, 512] : [512, 2048];
    const count = spines * leaves;
    const against = 'the sum of four columns';
    const least = await pairs(rounds, leastPasses(leaves, spines), columnSum(count));
    yield ratioRow(least, { work: 'The passes that judging them needs, on columns alone', against });
    const bound = `The passes that it needs take ${shown(least.ratio)} on columns alone, without a language, ports and modules. The rest are the ports, of which there are twice as many as links: which are selected, what is plugged, what has no link.`;
    for (const [work, length, goal] of [
      [`Judging ${count.toLocaleString('en')} links`, 30, 45],
      // Beyond the 500 m that the optics reach.
      [`Judging ${count.toLocaleString('en')} links that fail`, 600, 90],
    ] as const) {
      const text = meshDesign(spines, leaves, length);
      const { analysis } = await analyzeText(text);
      if (analysis.fabric.links.count !== count) throw new Error(`The mesh has ${analysis.fabric.links.count} links.`);
      const hasFailed = analysis.findings.some(({ rule }) => rule === 'optics/reach');
      if (hasFailed !== length > 500)
        throw new Error(`Links of ${length} m: ${hasFailed ? 'they fail' : 'none fails'}.`);
      const measured = await pairs(rounds, () => analyzeText(text), columnSum(count));
      yield ratioRow(measured, { work, against, goal, bound });
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

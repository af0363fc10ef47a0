// Rules in a list for the terminal, family by family.
import { defineFormat } from '../format/format.ts';
import { ruleListDocument, type Topic } from './document.ts';

/** Cells of the longest severity, `warning`. */
const severityWidth = 7;

export const format = defineFormat({
  document: ruleListDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(topics, { theme }) {
    const idWidth = Math.max(...topics.map((each) => each.id.length));
    const family = (topic: Topic | undefined): string | undefined => topic?.id.split('/', 1)[0];
    const rows = topics.map(({ id, severity, title }, i) => {
      const gap = i > 0 && family(topics[i]) !== family(topics[i - 1]) ? '\n' : '';
      const idCell = theme.strong(id) + ' '.repeat(idWidth - id.length);
      const severityCell = theme.severity[severity](severity) + ' '.repeat(severityWidth - severity.length);
      return `${gap}${idCell}  ${severityCell}  ${title}`;
    });
    return `${rows.join('\n')}\n`;
  },
});

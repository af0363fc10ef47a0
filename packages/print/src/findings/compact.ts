// Findings a line each, as compilers print them: for a problem matcher, an editor or grep.
import { concernedText } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { findingsDocument } from './document.ts';
import { listedFindings } from './listed.ts';
import { summaryText } from './summary.ts';

export const format = defineFormat({
  document: findingsDocument,
  name: 'compact',
  title: 'one line for each finding, for a problem matcher',
  print(document, { sources }) {
    const lines = listedFindings(document, sources).map(({ finding, fabric, location: { path, start } }) => {
      const { severity, message, rule } = finding;
      const concerned = concernedText(finding, fabric);
      const text = concerned === undefined ? message : `${message} Concerns ${concerned}.`;
      return `${visible(path)}:${start.line}:${start.column}: ${severity}: ${visible(text)} [${rule}]`;
    });
    return `${[...lines, summaryText(document)].join('\n')}\n`;
  },
});

// Findings as a Code Quality report, which GitLab shows in a merge request.
import { digest } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonText } from '../json/number.ts';
import { findingsDocument } from './document.ts';
import { listedFindings, paragraphsOf } from './listed.ts';

const severityNames = { error: 'major', warning: 'minor', note: 'info' } as const;

export const format = defineFormat({
  document: findingsDocument,
  name: 'gitlab',
  title: 'Code Quality report of GitLab, for a merge request',
  print(document, { sources }) {
    return jsonText(
      listedFindings(document, sources).map((each) => {
        const { finding, location, fingerprint } = each;
        const { path, start, end } = location;
        return {
          description: paragraphsOf(each).join(' '),
          check_name: finding.rule,
          // One report holds all files, and takes no fingerprint twice.
          fingerprint: digest([path, fingerprint]),
          severity: severityNames[finding.severity],
          location: { path, lines: { begin: start.line, end: end.line } },
        };
      }),
    );
  },
});

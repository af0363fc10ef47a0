// The documents of rules and problems: a list of them, or everything about one.
import type { Severity } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** A rule of the design, or a problem of the text. */
export interface Topic {
  /** `family/name` */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly sources?: readonly string[];
  /** How to change the limit. */
  readonly override?: string;
  readonly bad?: string;
  readonly good?: string;
  /** What it reports for the bad example, a line each. */
  readonly says?: readonly string[] | undefined;
}

export const ruleListDocument = defineDocument<readonly Topic[]>({ name: 'rule list', defaultFormat: 'pretty' });

export const ruleDocument = defineDocument<Topic>({ name: 'rule', defaultFormat: 'pretty' });

// The rules of plug-ins in one analysis, and what is reported where one of them fails.
import { allRules, type Fabric, type Finding, nowhere, type Origin, type Rule } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type { ProjectPlugins } from '../configuration/index.ts';
import { problem } from '../problems/problem.ts';
import { problemKinds } from '../problems/problem-kinds.ts';

/** The rules of plug-ins, for one run. */
export interface HouseRules {
  readonly rules: readonly Rule[];
  /** The rules that failed, once they were run. */
  readonly failed: readonly string[];
  /** A finding for each of them, where the project names the plug-in. */
  readonly problems: readonly Finding[];
}

/**
 * The rules of the plug-ins of a project.
 * @param uri the design: where a plug-in is reported that no file names
 * @param read the files of the design
 */
export function houseRulesOf({ loaded }: ProjectPlugins, uri: string, read: readonly LangiumDocument[]): HouseRules {
  const failed: string[] = [];
  const problems: Finding[] = [];
  const lengths = new Map(read.map((each) => [each.uri.toString(), each.textDocument.getText().length]));
  const isPlace = ({ uri: of, start, end }: Origin): boolean =>
    start >= 0 && start <= end && end <= (lengths.get(of) ?? -1);
  const rules = loaded.flatMap(({ rules: rulesOf, origin = { ...nowhere, uri } }) => {
    const onFailure = (rule: string, what: string): void => {
      failed.push(rule);
      const help =
        'This is a bug in the plug-in, not in the design nor in Lightloom: what the rule would find is unknown.';
      problems.push(problem('config/plugin', origin, `The rule \`${rule}\` ${what}`, { help }));
    };
    return rulesOf({ onFailure, isPlace });
  });
  return { rules, failed, problems };
}

/** The rules that allowances of a design name and that aren't known, because their plug-in isn't loaded. */
export function unknownRules({ allowances }: Fabric, { loaded }: ProjectPlugins): readonly string[] {
  const ids = [
    ...allRules.map(({ id }) => id),
    ...Object.keys(problemKinds),
    ...loaded.flatMap((each) => each.ruleIds),
  ];
  return allowances
    .map(({ rule }) => rule)
    .filter((rule) => !ids.some((id) => id === rule || id.startsWith(`${rule}/`)));
}

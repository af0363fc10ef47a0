// What changed in one sentence.
import {
  type Change,
  type ChangeKind,
  type DesignDiff,
  printCount,
  printNumber,
  type RequirementChange,
} from '@lightloom/core';
import { countFindings, countText } from '../../wording/counts.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { cableCounts, touchedCount } from './cables.ts';
import { byFamily, countOf, familyOrder } from './families.ts';
import { deltaText, figureTexts } from './figures.ts';
import { listedFindings } from './findings.ts';

/** `4 switches removed, 32 modules removed; 832 of 1,024 cables are touched; power −10 kW (−0.5 %); 1 finding is new.` */
export function headlineOf({ diff, before, after }: ComparedPair): string {
  if (before.path === undefined) return `This design is new: ${contentsOf(diff)}.`;
  if (after.path === undefined) return 'This design is gone.';
  const names = diff.renamed.reduce((all, { count }) => all + count, 0);
  const renamed = names === 0 ? '' : `; ${printCount(names, 'thing is', 'things are')} called otherwise`;
  if (diff.isSame) return `No change${renamed}.`;
  const parts = [installedText(diff.changes), cablesText(diff), ...powerText(diff), ...judgedTexts(diff)];
  return `${capital(parts.filter((each) => each !== '').join('; '))}${renamed}.`;
}

function installedText(changes: readonly Change[]): string {
  return [...byFamily(changes)]
    .sort(([a], [b]) => familyOrder(a) - familyOrder(b))
    .map(([family, own]) => {
      const counts = new Map<ChangeKind, number>();
      for (const { kind, count } of own) counts.set(kind, (counts.get(kind) ?? 0) + count);
      // `24 switches removed, 8 moved and 24 replaced`
      const [first = '', ...others] = [...counts].map(
        ([kind, count], i) => `${i === 0 ? countOf(family, count) : printNumber(count, 0)} ${kind}`,
      );
      return others.length === 0 ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`;
    })
    .join('; ');
}

function cablesText({ cables }: DesignDiff): string {
  const touched = touchedCount(cables);
  if (touched === 0) return '';
  const all = Number.isNaN(cables.before.value) ? '' : ` of ${printNumber(cables.before.value, 0)}`;
  const { laid, unknown } = cableCounts(cables);
  const old = touched - laid - unknown;
  const fresh = laid === 0 ? '' : `${printCount(laid, 'cable is', 'cables are')} laid new`;
  const existing = old === 0 ? '' : `${printNumber(old, 0)}${all} existing cables ${old === 1 ? 'is' : 'are'} touched`;
  const open = unknown === 0 ? '' : `what becomes of ${printCount(unknown, 'cable')} is unknown`;
  return [[existing, fresh].filter((each) => each !== '').join(' and '), open].filter((each) => each !== '').join('; ');
}

function powerText({ figures }: DesignDiff): string[] {
  const power = figures.find(({ name }) => name === 'worst-case power');
  const delta = power === undefined ? '' : deltaText(power);
  return delta === '' || delta === '=' ? [] : [`power ${delta}`];
}

function judgedTexts({ requirements, findings }: DesignDiff): string[] {
  const fails = requirements.filter(({ after, before }) => after?.holds === false && before?.holds !== false).length;
  const [fresh, gone] = [findings.fresh, findings.gone].map((each) =>
    countText(countFindings(listedFindings(each).map(({ finding }) => finding))).replace(/, ([^,]*)$/, ' and $1'),
  );
  const verb = (counts: string | undefined): string => (/^1 [a-z]+$/.test(counts ?? '') ? 'is' : 'are');
  const count = (of: RequirementChange['kind']): number => requirements.filter(({ kind }) => kind === of).length;
  const [added, removed, limits] = [count('added'), count('removed'), count('limit')];
  return [
    ...(added === 0 ? [] : [printCount(added, 'requirement is new', 'requirements are new')]),
    ...(removed === 0 ? [] : [printCount(removed, 'requirement is gone', 'requirements are gone')]),
    ...(limits === 0 ? [] : [printCount(limits, 'requirement has another limit', 'requirements have other limits')]),
    ...(fails === 0 ? [] : [`${printCount(fails, 'requirement fails', 'requirements fail')} now`]),
    ...(fresh === '' ? [] : [`${fresh} ${verb(fresh)} new`]),
    ...(gone === '' ? [] : [`${gone} ${verb(gone)} gone`]),
  ];
}

function contentsOf({ figures }: DesignDiff): string {
  const shown = ['switches', 'hosts', 'links', 'racks'];
  return figures
    .filter(({ name }) => shown.includes(name))
    .map((each) => `${figureTexts(each)[1]} ${each.name}`)
    .join(', ');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

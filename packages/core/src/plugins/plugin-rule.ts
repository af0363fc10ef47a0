// A rule of a plug-in, run as one of ours: what it throws or returns can't end a check.
import type { Judge, Report, Rule } from '../findings/index.ts';
import type { Fabric } from '../model/index.ts';
import { type Element, readerOf } from '../reader/index.ts';
import type { Origin } from '../source/index.ts';
import type { PluginJudge, PluginReport, PluginRule } from './plugin.ts';
import { isList, isRecord, itemsOf, type Limited, thrownText, wrongMember } from './shape.ts';

/** What rules of a plug-in are run with. */
export interface RuleRun {
  /**
   * Takes what a rule did wrong: it throws, or returns what isn't a report.
   * @param what the rest of a sentence that starts with the rule
   */
  readonly onFailure: (rule: string, what: string) => void;
  /** Whether a place is in the text of the design. */
  readonly isPlace: (origin: Origin) => boolean;
}

/** A rule that reports nothing where it fails. */
export function ruleOf(own: PluginRule, { onFailure, isPlace }: RuleRun, limited: Limited): Rule {
  const { check, ...said } = own;
  return {
    sources: [],
    override: '',
    bad: '',
    good: '',
    ...said,
    // What a house demands is judged once the design is whole, and never hides what is wrong with it.
    level: 'demand',
    fix: {},
    edges: [],
    check(facts, judge) {
      try {
        const items = limited(() => itemsOf(check.call(own, readerOf(facts), judgeOf(judge))));
        if (typeof items === 'string') throw new NotReports(`returned ${items}.`);
        return items.map((each, i) => reportOf(each, i, { fabric: facts.fabric, isPlace }));
      } catch (error) {
        onFailure(own.id, error instanceof NotReports ? error.message : `failed: ${thrownText(error)}.`);
        return [];
      }
    },
  };
}

/** What a rule returned isn't what a rule returns. */
class NotReports extends Error {}

function judgeOf(judge: Judge): PluginJudge {
  return {
    exceeds: (figure, limit, of) =>
      judge.exceeds(figure.derivation, limit.derivation, {
        at: of.origin,
        of: { of: of.of, ids: Uint32Array.of(of.id) },
      }),
  };
}

/** What reports are about. */
interface Told extends Pick<RuleRun, 'isPlace'> {
  readonly fabric: Fabric;
}

/** A report, from what a rule returned. */
function reportOf(given: unknown, index: number, about: Told): Report {
  const wrong = whyNotReport(given, `report ${index + 1}`, about);
  if (wrong !== undefined) throw new NotReports(`returned something that isn't a report: ${wrong}`);
  const { about: one, figure, origin, ...said } = given as PluginReport;
  const things = 'of' in one ? [one] : [...one];
  const [first] = things as [Element];
  return {
    ...said,
    origin: origin ?? first.origin,
    subjects: { of: first.of, ids: Uint32Array.from(things, ({ id }) => id) },
    ...(figure === undefined ? {} : { derivation: figure.derivation }),
  };
}

function whyNotReport(given: unknown, which: string, { fabric, isPlace }: Told): string | undefined {
  if (!isRecord(given)) return `${which} isn't an object.`;
  const { about, figure, origin, related = [] } = given;
  const things = isList(about) ? about : [about];
  const isOfOneKind = things.every((each) => isElement(each, fabric) && each.of === (things[0] as Element).of);
  if (things.length === 0 || !isOfOneKind)
    return `\`about\` of ${which} must be things of one kind that the design gave, such as a rack.`;
  if (origin !== undefined && !(isOrigin(origin) && isPlace(origin)))
    return `\`origin\` of ${which} must be a place that the design gave.`;
  if (figure !== undefined && !(isRecord(figure) && isRecord(figure['derivation'])))
    return `\`figure\` of ${which} must be a figure that the design gave.`;
  if (
    !isList(related) ||
    !related.every(
      (each) => isRecord(each) && isOrigin(each['origin']) && isPlace(each['origin']) && isText(each['message']),
    )
  )
    return `\`related\` of ${which} must be a list of \`{ origin, message }\`, each origin a place that the design gave.`;
  return wrongMember(given, which, {
    message: 'text',
    help: 'text?',
    about: 'any',
    origin: 'any',
    label: 'text?',
    related: 'any',
    figure: 'any',
    severity: given['severity'] === undefined ? 'any' : ['error', 'warning', 'note'],
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isOrigin(value: unknown): value is Origin {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    Number.isInteger(value['start']) &&
    Number.isInteger(value['end'])
  );
}

/** Whether a value is a thing of this design, whoever made it. */
function isElement(value: unknown, { devices, links, racks, loops, feeds, networks }: Fabric): value is Element {
  if (!isRecord(value)) return false;
  const { of, id, origin } = value as Partial<Element>;
  const counts = {
    device: devices.count,
    link: links.count,
    rack: racks.count,
    loop: loops.length,
    feed: feeds.length,
    network: networks.length,
  };
  const count = of !== undefined && Object.hasOwn(counts, of) ? counts[of] : 0;
  return Number.isInteger(id) && (id as number) >= 0 && (id as number) < count && isOrigin(origin);
}

// A rule of a plug-in, run as one of ours: what it throws or returns can't end a check.
import type { Judge, Report, Rule } from '../findings/index.ts';
import type { Fabric } from '../model/index.ts';
import { type Element, readerOf } from '../reader/index.ts';
import type { PluginJudge, PluginReport, PluginRule } from './plugin.ts';
import { isList, isRecord, itemsOf, thrownText, wrongMember } from './shape.ts';

/** Takes what a rule of a plug-in did wrong, as the rest of a sentence that starts with the rule. */
export type OnFailure = (rule: string, what: string) => void;

/** A rule that reports nothing where it fails. */
export function ruleOf(own: PluginRule, onFailure: OnFailure): Rule {
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
        const items = itemsOf(check.call(own, readerOf(facts), judgeOf(judge)));
        if (typeof items === 'string') throw new NotReports(`returned ${items}.`);
        return items.map((each, i) => reportOf(each, i, facts.fabric));
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

/** A report, from what a rule returned. */
function reportOf(given: unknown, index: number, fabric: Fabric): Report {
  const wrong = whyNotReport(given, `report ${index + 1}`, fabric);
  if (wrong !== undefined) throw new NotReports(`returned something that isn't a report: ${wrong}`);
  const { about, figure, origin, ...said } = given as PluginReport;
  const things = 'of' in about ? [about] : [...about];
  const [first] = things as [Element];
  return {
    ...said,
    origin: origin ?? first.origin,
    subjects: { of: first.of, ids: Uint32Array.from(things, ({ id }) => id) },
    ...(figure === undefined ? {} : { derivation: figure.derivation }),
  };
}

function whyNotReport(given: unknown, which: string, fabric: Fabric): string | undefined {
  if (!isRecord(given)) return `${which} isn't an object.`;
  const { about, figure, origin, related = [] } = given;
  const things = isList(about) ? about : [about];
  const isOfOneKind = things.every((each) => isElement(each, fabric) && each.of === (things[0] as Element).of);
  if (things.length === 0 || !isOfOneKind)
    return `\`about\` of ${which} must be things of one kind that the design gave, such as a rack.`;
  if (origin !== undefined && !isOrigin(origin)) return `\`origin\` of ${which} must be a place that the design gave.`;
  if (figure !== undefined && !(isRecord(figure) && isRecord(figure['derivation'])))
    return `\`figure\` of ${which} must be a figure that the design gave.`;
  if (
    !isList(related) ||
    !related.every((each) => isRecord(each) && isOrigin(each['origin']) && isText(each['message']))
  )
    return `\`related\` of ${which} must be a list of \`{ origin, message }\`.`;
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

function isOrigin(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    typeof value['start'] === 'number' &&
    typeof value['end'] === 'number'
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

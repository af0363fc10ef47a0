// A length that is typed: nothing is made again but what asks for it, and all is as if the text had been opened so.
import { describe, expect, it } from 'vitest';
import { linkClasses } from '../../../packages/core/src/facts/classes/link-classes.ts';
import type { Analysis } from '../../../packages/language/src/analysis/analysis.ts';
import { textAnalyzer } from '../../../packages/language/src/testing.ts';
import { cables, withOtherLength } from '../../fuzz/cables.ts';
import { Dice } from '../../fuzz/dice.ts';
import { EditorView } from '../../kit/editor-view.ts';

const uri = 'file:///design.fabric';

/** What is known of a design that lengths may have to do with; without derivations, whose places are those of the text before. */
function known({ findings, judged, fabric, facts }: Analysis) {
  return {
    findings: findings.map(({ rule, severity, message, help, origin, related, subjects, fixes }) => {
      const ids = subjects === undefined ? [] : [...subjects.ids];
      return { rule, severity, message, help, origin, related, of: subjects?.of, ids, fixes };
    }),
    judged: judged.judged,
    unjudged: judged.reasons.map(({ reason, limits, places }) => ({ reason, limits, places })),
    classes: facts.links.classes.map(({ count, statements, sample, given }) => [count, statements, sample, given]),
    of: [...facts.links.of],
    budgets: facts.optics.budgets.map(({ length, loss, margin }) => [length.value, loss.value, margin.value]),
    links: fabric.linkGroups.map(({ medium, from, to }) => [medium.length?.value, from.text, to.text]),
  };
}

/** The classes of links, as they were sorted. */
function sorted({ classes, of }: Analysis['facts']['links']) {
  const all = classes.map(({ index, like, count, statements, sample, given, group }) => {
    return { index, like, count, statements, sample, given, group: group.index };
  });
  return { all, of: [...of] };
}

describe('a length that is typed', () => {
  it('gives what the whole text gives', async () => {
    const fresh = textAnalyzer();
    const view = await EditorView.of({});
    let [edits, kept] = [0, 0];
    for (let seed = 1; seed <= 10; seed++) {
      const dice = new Dice(seed);
      let text = cables(dice);
      await view.type(uri, text);
      let { fabric } = await view.analysis(uri);
      for (let i = 0; i < 8; i++) {
        const line = dice.between(3, 6);
        text = dice.once(5)
          ? text.replace(/\n/g, (end) => (dice.once(line) ? ` // note${end}` : end))
          : (withOtherLength(text, dice) ?? text);
        await view.type(uri, text);
        const typed = await view.analysis(uri);
        const { analysis } = await fresh(text);
        expect(known(typed), `seed ${seed}, edit ${i}: ${text}`).toEqual(known(analysis));
        expect(sorted(typed.facts.links), text).toEqual(sorted(linkClasses(typed.fabric)));
        edits++;
        if (typed.fabric.devices === fabric.devices) kept++;
        fabric = typed.fabric;
      }
    }
    // All else is made again: another link has the length already, or so much has changed that it isn't worth it.
    expect(kept / edits).toBeGreaterThan(0.4);
  });

  it('keeps what asks for no length', async () => {
    const view = await EditorView.of({});
    const text = cables(new Dice(3));
    const at = (length: string): Promise<Analysis> =>
      view.type(uri, text.replace(/length [\d.]+ m/, `length ${length} m`)).then(() => view.analysis(uri));
    // What asks for a length is found out as it asks.
    for (const each of ['71', '7100']) await at(each);
    const [one, other] = [await at('72'), await at('7200')];
    expect(other.fabric.devices).toBe(one.fabric.devices);
    expect(other.facts.topology).toBe(one.facts.topology);
    expect(other.facts.placement).toBe(one.facts.placement);
    expect(other.facts.links).not.toBe(one.facts.links);
    const found = ({ findings }: Analysis): number =>
      findings.filter(({ rule }) => rule === 'optics/loss-budget').length;
    expect(found(other)).toBe(found(one) + 1);
  });
});

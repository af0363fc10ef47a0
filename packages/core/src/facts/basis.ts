// What a requirement is judged on when the user asks for typical figures in place of the worst case.
import type { Asked } from './asked.ts';
import type { Facts } from './facts.ts';

/** Facts of what racks and feeds carry. */
const ofPower: ReadonlySet<string> = new Set(['load', 'current', 'headroom']);
/** Facts of loss, with what they are called typically. */
const ofLoss: ReadonlyMap<string, string> = new Map([
  ['loss', 'typical-loss'],
  ['margin', 'typical-margin'],
]);

/** A question about some facts. */
export interface Question {
  readonly facts: Facts;
  readonly fact: string;
  readonly asked: Asked;
}

/** The question on the basis that was asked for. A point `maximum` asks for the maximum on any. */
export function onBasis(question: Question): Question {
  const { facts, fact, asked } = question;
  if (facts.basis === 'maximum') return question;
  if (fact === 'power') return { facts, fact, asked: { ...asked, point: asked.point ?? 'typical' } };
  return { facts: ofPower.has(fact) ? facts.typically() : facts, fact: ofLoss.get(fact) ?? fact, asked };
}

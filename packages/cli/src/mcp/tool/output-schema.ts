// The schemas of what tools give: those that are published with the command line, and what an answer adds.

/** A JSON schema of an object. */
export interface OutputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
  readonly $defs?: Readonly<Record<string, object>>;
}

/** A published schema. */
interface Published {
  readonly type: string;
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly $defs?: Readonly<Record<string, object>>;
}

/** The lists that were cut, in any answer. */
const truncated = {
  type: 'array',
  description: 'Lists that are longer than what is given here; absent when none is.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'shown', 'of'],
    properties: {
      list: { type: 'string', description: 'As `findings`, or `findings[].terms` for that of each finding.' },
      shown: { type: 'integer', minimum: 0 },
      of: { type: 'integer', minimum: 1 },
    },
  },
} as const;

/** The schema of an answer that is a published document. */
export function published({ properties, required, $defs }: Published): OutputSchema {
  return { ...answerSchema(properties, required), ...($defs === undefined ? {} : { $defs }) };
}

/** The schema of an answer. */
export function answerSchema(
  properties: Readonly<Record<string, object>>,
  required: readonly string[] = Object.keys(properties),
): OutputSchema {
  return { type: 'object', additionalProperties: false, required, properties: { ...properties, truncated } };
}

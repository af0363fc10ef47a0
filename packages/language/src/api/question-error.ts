// A question that can't be answered.

/** A question for a fact, or a path, that can't be answered. Its message is a sentence. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  /** What to do; undefined when there is nothing to suggest. */
  readonly help: string | undefined;
  /** Where in the question, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;

  constructor(message: string, help: string | undefined, start: number, end: number) {
    super(message);
    this.help = help;
    this.start = start;
    this.end = end;
  }
}

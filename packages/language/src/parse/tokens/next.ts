// Where something comes next in a text, searched for once: a line may be as long as the file.

export class Next {
  private readonly text: string;
  private readonly pattern: RegExp;
  private readonly length: number;
  /** The stretch that was searched. */
  private from = 0;
  private end = -1;

  /** @param pattern global, for texts of one length */
  constructor(text: string, pattern: RegExp, length: number) {
    this.text = text;
    this.pattern = pattern;
    this.length = length;
  }

  /** Where it comes next; the end of the text where it doesn't. */
  after(from: number): number {
    if (from >= this.from && from <= this.end) return this.end;
    this.pattern.lastIndex = from;
    this.from = from;
    // Tested only, which makes no array of the match: there may be one in each line.
    this.end = this.pattern.test(this.text) ? this.pattern.lastIndex - this.length : this.text.length;
    return this.end;
  }
}

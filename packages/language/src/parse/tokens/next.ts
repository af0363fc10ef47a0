// Where something comes next in a text, searched for once: a line may be as long as the file.

export class Next {
  private readonly text: string;
  private readonly pattern: RegExp;
  /** The stretch that was searched. */
  private from = 0;
  private end = -1;

  /** @param pattern global */
  constructor(text: string, pattern: RegExp) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Where it comes next; the end of the text where it doesn't. */
  after(from: number): number {
    if (from >= this.from && from <= this.end) return this.end;
    this.pattern.lastIndex = from;
    this.from = from;
    this.end = this.pattern.exec(this.text)?.index ?? this.text.length;
    return this.end;
  }
}

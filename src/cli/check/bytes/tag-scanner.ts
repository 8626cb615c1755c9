/** An attribute of a tag, its name in lower case. */
export interface ScannedAttribute {
  readonly name: string;
  readonly value: string;
}

const BLANK = new Set('\t\n\f\r ');

/**
 * Walks over the beginning of an HTML source for its declarations, by the prescan algorithm of the HTML Standard ("get an
 * attribute"). Every call moves on, so walking is linear.
 */
export class TagScanner {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** True when the given text stands here, whatever its case. */
  sees(text: string): boolean {
    return this.source.slice(this.at, this.at + text.length).toLowerCase() === text;
  }

  /** True when the character `ahead` of this one is one of `characters`. */
  seesOneOf(characters: ReadonlySet<string>, ahead: number): boolean {
    return characters.has(this.source.charAt(this.at + ahead));
  }

  skip(characters: number): void {
    this.at += characters;
  }

  /** Moves behind the next such text, or to the end. */
  skipBeyond(text: string): void {
    const found = this.source.indexOf(text, this.at);
    this.at = found < 0 ? this.source.length : found + text.length;
  }

  /** Moves to the next `<`, or to the end. */
  skipToTag(): void {
    const found = this.source.indexOf('<', this.at);
    this.at = found < 0 ? this.source.length : found;
  }

  /** Moves behind the name of a tag. */
  skipName(): void {
    while (!this.isAtEnd && !BLANK.has(this.here) && this.here !== '>') this.at++;
  }

  private get here(): string {
    return this.source.charAt(this.at);
  }

  private skipBlanks(): void {
    while (BLANK.has(this.here)) this.at++;
  }

  private readName(): string {
    const from = this.at;
    // An equals sign in the first place belongs to the name.
    do this.at++;
    while (!this.isAtEnd && !BLANK.has(this.here) && !'/>='.includes(this.here));
    return this.source.slice(from, this.at).toLowerCase();
  }

  private readValue(): string {
    const quote = this.here;
    if (quote === '"' || quote === "'") {
      const from = this.at + 1;
      this.at = from;
      this.skipBeyond(quote);
      return this.source.slice(from, Math.max(from, this.at - 1));
    }
    const from = this.at;
    while (!this.isAtEnd && !BLANK.has(this.here) && this.here !== '>') this.at++;
    return this.source.slice(from, this.at);
  }

  /** The next attribute of the tag; nothing, standing on its `>`, when there is no more. */
  nextAttribute(): ScannedAttribute | undefined {
    while (BLANK.has(this.here) || this.here === '/') this.at++;
    if (this.isAtEnd || this.here === '>') return undefined;
    const name = this.readName();
    this.skipBlanks();
    if (this.here !== '=') return { name, value: '' };
    this.at++;
    this.skipBlanks();
    return { name, value: this.readValue() };
  }
}

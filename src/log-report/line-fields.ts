/** No count of ours comes near it, and a sum of ten million of them is exact. */
const MOST_COUNT = 1e9;
const WORD = 64;

/**
 * Reads the fields of one line and remembers whether all were as the log contract has them: a line is counted whole or not at
 * all. What is not as it should be reads as an empty value.
 */
export class LineFields {
  private readonly fields: Readonly<Record<string, unknown>>;
  private whole = true;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.fields = fields;
  }

  get isWhole(): boolean {
    return this.whole;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** From 1 to `limit` UTF-16 code units. */
  text(name: string, limit = WORD): string {
    const value = this.fields[name];
    return typeof value === 'string' && value.length > 0 && value.length <= limit ? value : this.refuse('');
  }

  textIfAny(name: string, limit = WORD): string | undefined {
    return this.has(name) ? this.text(name, limit) : undefined;
  }

  word<const Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.fields[name];
    return words.find((word) => word === value) ?? this.refuse(undefined);
  }

  /** The place of a word among `words`. */
  place(name: string, words: readonly unknown[]): number {
    const at = words.indexOf(this.fields[name]);
    return at >= 0 ? at : this.refuse(0);
  }

  count(name: string, least = 0): number {
    const value = this.fields[name];
    return this.isCount(value) && value >= least ? value : this.refuse(least);
  }

  /** 0 when it is absent. */
  countIfAny(name: string): number {
    return this.has(name) ? this.count(name) : 0;
  }

  amount(name: string, most = Number.MAX_VALUE): number {
    const value = this.fields[name];
    return typeof value === 'number' && value >= 0 && value <= most ? value : this.refuse(0);
  }

  amountIfAny(name: string): number | undefined {
    return this.has(name) ? this.amount(name) : undefined;
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : this.refuse(false);
  }

  /** Names with counts; nothing when it is absent. */
  counts(name: string, limit: number): readonly (readonly [name: string, count: number])[] {
    const value = this.fields[name];
    if (value === undefined) return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.refuse([]);
    const pairs: [string, number][] = [];
    for (const [key, count] of Object.entries(value)) {
      if (key.length > limit || !this.isCount(count)) return this.refuse([]);
      pairs.push([key, count]);
    }
    return pairs;
  }

  /** Nothing when it is absent. */
  words(name: string): readonly string[] {
    const value = this.fields[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.refuse([]);
    const isWord = (item: unknown): item is string => typeof item === 'string' && item.length > 0 && item.length <= WORD;
    return value.every(isWord) ? value : this.refuse([]);
  }

  private isCount(value: unknown): value is number {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_COUNT;
  }

  private refuse<Empty>(empty: Empty): Empty {
    this.whole = false;
    return empty;
  }
}

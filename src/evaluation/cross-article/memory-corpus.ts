import type { ArticleFingerprint, CorpusMatches, KnownArticle } from '../../index.ts';

/** As the store does it: holders of a key that are counted, holders of a line, and articles that are compared. */
const HOLDERS = 20;
const LINE_HOLDERS = 30;
const COMPARED = 5;
/** Of those that share one key only. */
const COMPARED_BY_ONE = 2;

interface Entry {
  readonly id: string;
  readonly source: string;
  readonly fingerprint: ArticleFingerprint;
}

/** Articles that came before, in memory; finds what the store of a desk would find for one tenant. */
export class MemoryCorpus {
  readonly #entries: Entry[] = [];
  readonly #holders = new Map<string, number[]>();

  add(entry: Entry): void {
    const at = this.#entries.push(entry) - 1;
    const lines = entry.fingerprint.lines.map((line) => `${entry.source} ${line}`);
    for (const key of [...entry.fingerprint.keys, ...lines]) {
      const holders = this.#holders.get(key);
      if (holders) holders.push(at);
      else this.#holders.set(key, [at]);
    }
  }

  find(source: string, { keys, lines }: ArticleFingerprint): CorpusMatches {
    const recurring = lines.flatMap((line) => {
      const holders = this.#newest(`${source} ${line}`, LINE_HOLDERS);
      const ids = holders.map((at) => this.#entries[at]?.id ?? '').sort();
      return ids.length > 0 ? [[line, { articles: ids.length, externalIds: ids.slice(0, 5) }] as const] : [];
    });
    const chosen = this.#mostShared(keys).map((at) => this.#toKnown(at));
    return { recurringLines: Object.fromEntries(recurring), articles: chosen.flatMap((article) => article ?? []) };
  }

  #newest(key: string, most: number): readonly number[] {
    return this.#holders.get(key)?.slice(-most) ?? [];
  }

  #mostShared(keys: readonly string[]): readonly number[] {
    const hits = new Map<number, { shared: number; keys: number }>();
    for (const key of keys) {
      const holders = this.#newest(key, HOLDERS);
      for (const at of holders) {
        const hit = hits.get(at) ?? { shared: 0, keys: 0 };
        hits.set(at, { shared: hit.shared + 1 / holders.length, keys: hit.keys + 1 });
      }
    }
    const ranked = [...hits].sort(([a, one], [b, other]) => other.shared - one.shared || b - a);
    let single = 0;
    const likely = ranked.filter(([, { keys }]) => keys > 1 || single++ < COMPARED_BY_ONE);
    const chosen = likely.slice(0, COMPARED);
    return chosen.map(([at]) => at).sort((a, b) => a - b);
  }

  #toKnown(at: number): KnownArticle | undefined {
    const entry = this.#entries[at];
    if (!entry) return undefined;
    const name = { externalId: entry.id, source: entry.source, articleId: '', revision: 1 };
    const { paragraphs } = entry.fingerprint;
    return { name, isOwn: false, order: at, paragraphs };
  }
}

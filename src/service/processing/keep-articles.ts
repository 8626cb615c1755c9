import { createHash } from 'node:crypto';
import {
  type AmendableArticle,
  type Article,
  type FingerprintedArticle,
  fingerprintArticle,
  type ModerationContext,
  openArticle,
} from '../../index.ts';

/** An article that somebody amends: read once, and opened beside the corpus that was found last. */
interface KeptArticle {
  readonly read: FingerprintedArticle;
  readonly length: number;
  corpus: string | undefined;
  opened: AmendableArticle | undefined;
}

/** What a thread remembers of the articles that people amend. */
export interface KeptArticles {
  readonly read: (article: Article, own: ModerationContext) => FingerprintedArticle;
  /** For `moderate` with amendments; `context.corpus` is what other articles share with it now. */
  readonly open: (article: Article, context: ModerationContext) => AmendableArticle;
}

/** UTF-16 code units of all articles that are remembered; the newest stays whatever its length. */
const MOST_TEXT = 1_500_000;
const MOST_ARTICLES = 24;

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64');

function forgetOldest(kept: Map<string, KeptArticle>): void {
  let length = 0;
  for (const [at, [name, article]] of [...kept].reverse().entries()) {
    length += article.length;
    if (at > 0 && (at >= MOST_ARTICLES || length > MOST_TEXT)) kept.delete(name);
  }
}

/** Remembers articles by all that they are and by their rules: a person amends one again and again, and most of it stays the same. */
export function keepArticles(): KeptArticles {
  const kept = new Map<string, KeptArticle>();
  const find = (article: Article, context: ModerationContext): KeptArticle => {
    const name = `${context.ruleset.version} ${hash(article)}`;
    const known = kept.get(name) ?? {
      read: fingerprintArticle(article, context),
      length: article.text.length,
      corpus: undefined,
      opened: undefined,
    };
    kept.delete(name);
    kept.set(name, known);
    forgetOldest(kept);
    return known;
  };
  return {
    read: (article, own) => find(article, own).read,
    open: (article, context) => {
      const known = find(article, context);
      const corpus = hash(context.corpus);
      if (known.opened && known.corpus === corpus) return known.opened;
      known.corpus = corpus;
      known.opened = openArticle(article, { ...context, reading: known.read.reading });
      return known.opened;
    },
  };
}

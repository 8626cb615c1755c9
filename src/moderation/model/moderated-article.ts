import type { AmendmentEffect } from './amendment.ts';
import type { Entity, Keyphrase, Language, Topic, Value } from './annotation.ts';
import type { ArticleFormat } from './article.ts';
import type { ArticleBlock } from './block.ts';
import type { CorpusSnapshot } from './corpus-snapshot.ts';
import type { Edit } from './edit.ts';
import type { Finding } from './finding.ts';
import type { TextEncoding } from './text-encoding.ts';

export const MODERATED_ARTICLE_SCHEMA = 'copydesk.moderated-article/1';

export const OUTCOMES = ['publish', 'review', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ArticleHeader {
  readonly id: string;
  readonly revision: number;
  readonly source: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly publishedAt: string | null;
  readonly language: Language;
}

export interface Original {
  readonly sha256: string;
  /** UTF-16 code units. */
  readonly length: number;
  readonly format: ArticleFormat;
  /** How its bytes became the text; null when it was handed in as text. */
  readonly encoding: TextEncoding | null;
}

/** A component of this beginning names a signal beyond its published limit; it takes no points. */
export const LIMIT_COMPONENT = 'limit.';

export interface QualityComponent {
  readonly name: string;
  readonly points: number;
  readonly findings: readonly string[];
}

/** `score = 100 - sum(components.points)`, exact in hundredths, never below 0. */
export interface Quality {
  readonly score: number;
  readonly components: readonly QualityComponent[];
  /** Numbers about the cleaned text, by the names of `SIGNAL_NAMES`. */
  readonly signals: Readonly<Record<string, number>>;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

/** The result that people amended. */
export interface AmendedResult {
  /** SHA-256 of its JSON text, as hexadecimal digits. */
  readonly sha256: string;
  /** Whether the same bytes came again when the amended result was made: then rules, models and corpus are those of the machine's result. */
  readonly isRepeated: boolean;
}

export interface Provenance {
  readonly engine: string;
  readonly ruleset: string;
  readonly models: Readonly<Record<string, string>>;
  /** What other articles it was compared with; null when it was judged by itself, or nobody can say. */
  readonly corpus: CorpusSnapshot | null;
  /** Of a result that people amended on a desk: the machine's, which they saw. `moderate()` does not know it. */
  readonly amends?: AmendedResult;
}

/** The document that comes out: see `schemas/moderated-article-1.schema.json`. */
export interface ModeratedArticle {
  readonly schema: typeof MODERATED_ARTICLE_SCHEMA;
  readonly article: ArticleHeader;
  readonly original: Original;
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly blocks: readonly ArticleBlock[];
  readonly findings: readonly Finding[];
  readonly entities: readonly Entity[];
  readonly values: readonly Value[];
  readonly topics: readonly Topic[];
  readonly keyphrases: readonly Keyphrase[];
  readonly quality: Quality;
  readonly verdict: Verdict;
  readonly incomplete: readonly string[];
  /** What became of each amendment, in order of id; absent when there were none. */
  readonly amendments?: readonly AmendmentEffect[];
  readonly provenance: Provenance;
}

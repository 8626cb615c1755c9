import { annotateBlocks } from './annotate/annotate-blocks.ts';
import { MODELS } from './annotate/models.ts';
import { clean } from './clean/clean.ts';
import { settle } from './clean/settle.ts';
import { detect } from './detect/detect.ts';
import { GARBAGE_MODEL } from './detect/garbage/garbage-model.ts';
import type { Article } from './model/article.ts';
import type { CorpusMatches } from './model/corpus-matches.ts';
import { ENGINE_VERSION } from './model/engine.ts';
import { MODERATED_ARTICLE_SCHEMA, type ModeratedArticle } from './model/moderated-article.ts';
import type { Ruleset } from './model/ruleset.ts';
import type { Taxonomy } from './model/taxonomy.ts';
import { parse } from './parse/parse.ts';
import { read } from './read/read.ts';
import { assessQuality } from './score/assess-quality.ts';
import { decideVerdict } from './score/decide-verdict.ts';
import { describeArticle } from './score/describe-article.ts';
import { describeOriginal } from './score/describe-original.ts';
import { findBrokenLimits } from './score/find-broken-limits.ts';
import { measureSignals } from './score/measure-signals.ts';
import { toFindings } from './score/to-findings.ts';

export interface ModerationContext {
  readonly ruleset: Ruleset;
  /** What other articles share with this one; without it the article is judged by itself. */
  readonly corpus?: CorpusMatches;
  /** The publisher's own topics in place of IPTC Media Topics. */
  readonly taxonomy?: Taxonomy;
}

const NO_CORPUS: CorpusMatches = { recurringLines: {} };

/**
 * The whole of Copydesk: an article as received becomes a cleaned, annotated, scored document. Synchronous and pure:
 * the same article, ruleset and models give the same result everywhere. A bad article gives findings, not exceptions.
 */
export function moderate(article: Article, context: ModerationContext): ModeratedArticle {
  const { ruleset, corpus = NO_CORPUS, taxonomy } = context;
  const settled = settle(article, {
    read: (received) => read(received, ruleset),
    parse,
    detect: (document) => detect(document, ruleset, corpus),
  });
  const cleaned = clean(settled);
  const {
    language,
    incomplete: unannotated,
    ...annotations
  } = annotateBlocks(cleaned, settled.metadata, {
    seeds: ruleset.topics,
    ...(taxonomy && { taxonomy }),
  });
  const incomplete = [...settled.incomplete, ...unannotated];
  const findings = toFindings(settled.detections, ruleset);
  const signals = measureSignals(settled.received, settled.document, ruleset.signals);
  const quality = assessQuality(findings, signals, findBrokenLimits(signals, ruleset.signals, language.code));
  const verdict = decideVerdict(quality, findings, incomplete, ruleset.verdict);
  return {
    schema: MODERATED_ARTICLE_SCHEMA,
    article: describeArticle(article, settled.metadata, language),
    original: describeOriginal(article),
    text: cleaned.text,
    edits: cleaned.edits,
    blocks: cleaned.blocks,
    findings,
    ...annotations,
    quality,
    verdict,
    incomplete,
    provenance: {
      engine: ENGINE_VERSION,
      ruleset: ruleset.version,
      models: { ...MODELS, garbage: GARBAGE_MODEL, ...(taxonomy && { topics: taxonomy.version }) },
    },
  };
}

import { annotateBlocks } from './annotate/annotate-blocks.ts';
import { MODELS } from './annotate/models.ts';
import { clean } from './clean/clean.ts';
import { settle } from './clean/settle.ts';
import { detect } from './detect/detect.ts';
import { GARBAGE_MODEL } from './detect/garbage/garbage-model.ts';
import type { Article } from './model/article.ts';
import type { CorpusMatches } from './model/corpus-matches.ts';
import { ENGINE_VERSION } from './model/engine.ts';
import type { FormatReaders } from './model/format-readers.ts';
import { MODERATED_ARTICLE_SCHEMA, type ModeratedArticle } from './model/moderated-article.ts';
import type { Ruleset } from './model/ruleset.ts';
import { parse } from './parse/parse.ts';
import { readWith } from './read/read-with.ts';
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
}

const NO_CORPUS: CorpusMatches = { recurringLines: {} };

/** The whole of Copydesk with the readers of HTML and Markdown that it is given; `moderate` of `src/index.ts` has its own. */
export function moderateWith(readers: FormatReaders, article: Article, context: ModerationContext): ModeratedArticle {
  const { ruleset, corpus = NO_CORPUS } = context;
  const settled = settle(article, {
    read: (received) => readWith(readers, received, ruleset),
    parse,
    detect: (document) => detect(document, ruleset, corpus),
  });
  const cleaned = clean(settled);
  const { language, blocks, incomplete: unannotated, ...annotations } = annotateBlocks(cleaned, settled.metadata);
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
    blocks,
    findings,
    ...annotations,
    quality,
    verdict,
    incomplete,
    provenance: { engine: ENGINE_VERSION, ruleset: ruleset.version, models: { ...MODELS, garbage: GARBAGE_MODEL } },
  };
}

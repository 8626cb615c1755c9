import { concludeAmendments } from './amend/conclude-amendments.ts';
import { findRestored } from './amend/find-restored.ts';
import { type AmendmentPlan, planAmendments } from './amend/plan-amendments.ts';
import { siftAmendments } from './amend/sift-amendments.ts';
import { annotateBlocks } from './annotate/annotate-blocks.ts';
import { askRecogniser } from './annotate/entities/ask-recogniser.ts';
import { clean } from './clean/clean.ts';
import { openDraft, toSourceMap } from './clean/draft.ts';
import { placeLayout } from './clean/place-layout.ts';
import { type Settled, type SettleStages, settle } from './clean/settle.ts';
import { detect } from './detect/detect.ts';
import { GARBAGE_MODEL } from './detect/garbage/garbage-model.ts';
import type { Amendment } from './model/amendment.ts';
import type { Annotations } from './model/annotation.ts';
import type { Article } from './model/article.ts';
import type { ArticleFingerprint } from './model/article-fingerprint.ts';
import type { CleanedText } from './model/cleaned-text.ts';
import type { CorpusMatches } from './model/corpus-matches.ts';
import { ENGINE_VERSION } from './model/engine.ts';
import type { EntityRecogniser } from './model/entity-recogniser.ts';
import type { FormatReaders } from './model/format-readers.ts';
import { MODERATED_ARTICLE_SCHEMA, type ModeratedArticle } from './model/moderated-article.ts';
import type { Reading } from './model/reading.ts';
import type { Ruleset } from './model/ruleset.ts';
import type { Taxonomy } from './model/taxonomy.ts';
import type { Watch } from './model/watch.ts';
import { parse } from './parse/parse.ts';
import { readWith } from './read/read-with.ts';
import { assessQuality } from './score/assess-quality.ts';
import { decideVerdict } from './score/decide-verdict.ts';
import { describeArticle } from './score/describe-article.ts';
import { describeOriginal } from './score/describe-original.ts';
import { findBrokenLimits } from './score/find-broken-limits.ts';
import { measureSignals } from './score/measure-signals.ts';
import { toFindings } from './score/to-findings.ts';
import { fingerprintDocument } from './text/fingerprint-document.ts';

export interface ModerationContext {
  readonly ruleset: Ruleset;
  /** What other articles share with this one; without it the article is judged by itself. */
  readonly corpus?: CorpusMatches;
  /** The article as `fingerprintArticle` has read it, so that it is not read twice. */
  readonly reading?: Reading;
  /** The publisher's own topics in place of IPTC Media Topics. */
  readonly taxonomy?: Taxonomy;
  /** What people change about the result. In any order; none throws, the result says what became of each. */
  readonly amendments?: readonly Amendment[];
  /** Is handed each stage to run, so that it can be timed. What it does must not change what the stage returns. */
  readonly watch?: Watch;
}

const RUN: Watch = (_, run) => run();

const NO_CORPUS: CorpusMatches = { recurringLines: {}, articles: [] };

/** What `moderateWith` is given beside the article. */
export interface RecogniserContext extends ModerationContext {
  /** Finds the names in place of the built-in recogniser. */
  readonly recogniser: EntityRecogniser;
  /** Hears why the recogniser failed on an article. */
  readonly onRecogniserError?: (error: unknown) => void;
}

/** An article after cleaning, with what it was judged by. */
interface CleanedArticle {
  readonly article: Article;
  readonly ruleset: Ruleset;
  readonly settled: Settled;
  readonly cleaned: CleanedText;
  readonly corpus: CorpusMatches;
  readonly taxonomy: Taxonomy | undefined;
  /** Absent when nothing was amended. */
  readonly plan: AmendmentPlan | undefined;
  readonly watch: Watch;
}

interface ReadArticle {
  readonly reading: Reading;
  readonly plan: AmendmentPlan | undefined;
}

/** Reads an article; what people restore of what the reader left out is in the reading. */
function readAmended(article: Article, context: ModerationContext, readers: FormatReaders): ReadArticle {
  const { ruleset, amendments = [] } = context;
  const reading = context.reading ?? readWith(readers, article, ruleset);
  if (amendments.length === 0) return { reading, plan: undefined };
  const sifted = siftAmendments(amendments, article.text);
  const restored = findRestored(sifted, reading.detections);
  const amended = restored.length === 0 ? reading : readWith(readers, article, ruleset, restored);
  return { reading: amended, plan: planAmendments(sifted, amended) };
}

function cleanArticle(article: Article, context: ModerationContext, readers: FormatReaders): CleanedArticle {
  const { ruleset, corpus = NO_CORPUS, taxonomy, watch = RUN } = context;
  const { reading, plan } = watch('read', () => readAmended(article, context, readers));
  const stages: SettleStages = {
    read: () => reading,
    parse: (...parts) => watch('parse', () => parse(...parts)),
    detect: (document) => watch('detect', () => detect(document, ruleset, corpus)),
  };
  const settled = watch('clean', () => settle(article, stages, plan));
  const cleaned = watch('clean', () => clean(settled));
  return { article, ruleset, settled, cleaned, corpus, taxonomy, plan, watch };
}

function judge({ article, ruleset, settled, cleaned, corpus, plan }: CleanedArticle, annotated: Annotations): ModeratedArticle {
  const { language, blocks, models, incomplete: unannotated, entities: found, ...annotations } = annotated;
  const amended = plan && concludeAmendments(plan, { ...settled, entities: found });
  const { detections, entities } = amended ?? { detections: settled.detections, entities: found };
  const incomplete = [...settled.incomplete, ...unannotated, ...(amended?.isWhole === false ? ['amendments'] : [])];
  const findings = toFindings(detections, ruleset);
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
    entities,
    ...annotations,
    quality,
    verdict,
    incomplete,
    ...(amended && { amendments: amended.effects }),
    provenance: {
      engine: ENGINE_VERSION,
      ruleset: ruleset.version,
      models: { ...models, garbage: GARBAGE_MODEL },
      corpus: corpus.snapshot ?? null,
    },
  };
}

/** What an article is found again by, and the article as read, for `moderate`. */
export interface FingerprintedArticle {
  readonly fingerprint: ArticleFingerprint;
  readonly reading: Reading;
}

/**
 * The fingerprint of an article as received. It is looked up among those of other articles, and what they share is the `corpus` of
 * `moderate`. Synchronous and pure.
 */
export function fingerprintArticle(
  article: Article,
  { ruleset, watch = RUN }: Pick<ModerationContext, 'ruleset' | 'watch'>,
  readers: FormatReaders,
): FingerprintedArticle {
  const reading = watch('read', () => readWith(readers, article, ruleset));
  const draft = openDraft(article.text, reading);
  const document = parse(reading.text, article, reading.metadata, reading.layout && placeLayout(draft, reading.layout));
  const minWords = ruleset.thresholds['cross_article.min_paragraph_words'] ?? Number.POSITIVE_INFINITY;
  return { fingerprint: fingerprintDocument(document, toSourceMap(draft), minWords), reading };
}

/**
 * The whole of Copydesk: an article as received becomes a cleaned, annotated, scored document. Synchronous and pure:
 * the same article, ruleset and models give the same result everywhere. A bad article gives findings, not exceptions.
 * The readers of HTML and Markdown are handed in: `src/moderate.ts` has those that the library uses.
 */
export function moderate(article: Article, context: ModerationContext, readers: FormatReaders): ModeratedArticle {
  const prepared = cleanArticle(article, context, readers);
  const { cleaned, settled, ruleset, taxonomy, watch } = prepared;
  const annotated = watch('annotate', () => annotateBlocks(cleaned, settled.metadata, { rules: { ...ruleset, taxonomy } }));
  return watch('score', () => judge(prepared, annotated));
}

/**
 * `moderate` with another recogniser of names, which may take its time. It is asked once, about the cleaned text, and
 * `provenance.models.entities` states it. When it fails, `onRecogniserError` hears of it, the built-in recogniser finds
 * the names, and the result is `incomplete: ["entities"]`, which asks for a person. Never rejects because of the recogniser.
 */
export async function moderateWith(
  article: Article,
  context: RecogniserContext,
  readers: FormatReaders,
): Promise<ModeratedArticle> {
  const prepared = cleanArticle(article, context, readers);
  const { cleaned, settled, ruleset, taxonomy, watch } = prepared;
  const asked = await askRecogniser(context.recogniser, cleaned, context.onRecogniserError);
  const annotated = watch('annotate', () =>
    annotateBlocks(cleaned, settled.metadata, { rules: { ...ruleset, taxonomy }, asked }),
  );
  return watch('score', () => judge(prepared, annotated));
}

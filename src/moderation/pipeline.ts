import { concludeAmendments } from './amend/conclude-amendments.ts';
import { findRestored } from './amend/find-restored.ts';
import { type AmendmentPlan, planAmendments } from './amend/plan-amendments.ts';
import { siftAmendments } from './amend/sift-amendments.ts';
import { createTopicFinder } from './annotate/create-topic-finder.ts';
import { askRecogniser } from './annotate/entities/ask-recogniser.ts';
import { clean } from './clean/clean.ts';
import { openDraft, toSourceMap } from './clean/draft.ts';
import { placeLayout } from './clean/place-layout.ts';
import { type Settled, type SettleStages, settle } from './clean/settle.ts';
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
import { toFindings } from './score/to-findings.ts';
import { keepStages, openStages, type Stages } from './stages.ts';
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
  readonly context: ModerationContext;
  readonly stages: Stages;
  readonly settled: Settled;
  readonly cleaned: CleanedText;
  /** Absent when nothing was amended. */
  readonly plan: AmendmentPlan | undefined;
}

interface ReadArticle {
  readonly reading: Reading;
  readonly plan: AmendmentPlan | undefined;
}

/** Reads an article; what people restore of what the reader left out is in the reading. */
function readAmended(article: Article, amendments: readonly Amendment[], { read }: Stages): ReadArticle {
  const reading = read([]);
  if (amendments.length === 0) return { reading, plan: undefined };
  const sifted = siftAmendments(amendments, article.text);
  const restored = findRestored(sifted, reading.detections);
  const amended = restored.length === 0 ? reading : read(restored);
  return { reading: amended, plan: planAmendments(sifted, amended) };
}

function cleanArticle(article: Article, context: ModerationContext, stages: Stages): CleanedArticle {
  const { amendments = [], watch = RUN } = context;
  const { reading, plan } = readAmended(article, amendments, stages);
  const parseAgain: SettleStages['parse'] = (text, _, stated, layout) => stages.parse({ text, stated, layout });
  const settleAll = () => settle(article, { read: () => reading, parse: parseAgain, detect: stages.detect }, plan);
  const settled = watch('clean', settleAll);
  return { article, context, stages, settled, cleaned: watch('clean', () => clean(settled)), plan };
}

function judge({ article, context, stages, settled, cleaned, plan }: CleanedArticle, annotated: Annotations): ModeratedArticle {
  const { ruleset, corpus = NO_CORPUS, taxonomy } = context;
  const { language, blocks, models, incomplete: unannotated, entities, topics, ...annotations } = annotated;
  const findTopic = createTopicFinder({ ...ruleset, taxonomy });
  const amended = plan && concludeAmendments(plan, { ...settled, entities, topics, findTopic });
  const { detections, ...named } = amended ?? { detections: settled.detections, entities, topics };
  const incomplete = [...settled.incomplete, ...unannotated, ...(amended?.isWhole === false ? ['amendments'] : [])];
  const findings = toFindings(detections, ruleset);
  const signals = stages.measure(settled);
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
    entities: named.entities,
    values: annotations.values,
    topics: named.topics,
    keyphrases: annotations.keyphrases,
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

function toStages(
  article: Article,
  { ruleset, corpus = NO_CORPUS, taxonomy, reading, watch = RUN }: ModerationContext,
  readers: FormatReaders,
): Stages {
  return openStages({ article, ruleset, corpus, taxonomy, readers, reading, watch });
}

function moderateBy(article: Article, context: ModerationContext, stages: Stages): ModeratedArticle {
  const { watch = RUN } = context;
  const prepared = cleanArticle(article, context, stages);
  const annotated = stages.annotate({ ...prepared, asked: undefined });
  return watch('score', () => judge(prepared, annotated));
}

async function moderateByWith(article: Article, context: RecogniserContext, stages: Stages): Promise<ModeratedArticle> {
  const { watch = RUN } = context;
  const prepared = cleanArticle(article, context, stages);
  const asked = await askRecogniser(context.recogniser, prepared.cleaned, context.onRecogniserError);
  const annotated = stages.annotate({ ...prepared, asked });
  return watch('score', () => judge(prepared, annotated));
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
  const layout = reading.layout && placeLayout(draft, reading.layout);
  const document = watch('parse', () => parse(reading.text, article, reading.metadata, layout));
  const minWords = ruleset.thresholds['cross_article.min_paragraph_words'] ?? Number.POSITIVE_INFINITY;
  return { fingerprint: fingerprintDocument(document, toSourceMap(draft), minWords), reading };
}

/**
 * The whole of Copydesk: an article as received becomes a cleaned, annotated, scored document. Synchronous and pure:
 * the same article, ruleset and models give the same result everywhere. A bad article gives findings, not exceptions.
 * The readers of HTML and Markdown are handed in: `src/moderate.ts` has those that the library uses.
 */
export function moderate(article: Article, context: ModerationContext, readers: FormatReaders): ModeratedArticle {
  return moderateBy(article, context, toStages(article, context, readers));
}

/**
 * `moderate` with another recogniser of names, which may take its time. It is asked once, about the cleaned text, and
 * `provenance.models.entities` states it. When it fails, `onRecogniserError` hears of it, the built-in recogniser finds
 * the names, and the result is `incomplete: ["entities"]`, which asks for a person. Never rejects because of the recogniser.
 */
export function moderateWith(article: Article, context: RecogniserContext, readers: FormatReaders): Promise<ModeratedArticle> {
  return moderateByWith(article, context, toStages(article, context, readers));
}

type Amendments = readonly Amendment[];

/** An article that is amended again and again. Both give what `moderate` and `moderateWith` give, in any order of calls. */
export interface AmendableArticle {
  readonly moderate: (amendments: Amendments) => ModeratedArticle;
  readonly moderateWith: (
    amendments: Amendments,
    asking: Pick<RecogniserContext, 'recogniser' | 'onRecogniserError'>,
  ) => Promise<ModeratedArticle>;
}

/**
 * Opens an article for amendments. What does not depend on them is made once and remembered, some ten times the article's length in
 * memory for each of a handful of documents: let go of it in time.
 */
export function openArticle(article: Article, context: ModerationContext, readers: FormatReaders): AmendableArticle {
  const stages = keepStages(toStages(article, context, readers));
  return {
    moderate: (amendments) => moderateBy(article, { ...context, amendments }, stages),
    moderateWith: (amendments, asking) => moderateByWith(article, { ...context, ...asking, amendments }, stages),
  };
}

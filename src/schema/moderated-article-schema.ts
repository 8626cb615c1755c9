import { z } from 'zod';
import { AMENDMENT_KINDS, AMENDMENT_REASONS } from '../moderation/model/amendment.ts';
import { DATE_PRECISIONS, ENTITY_TYPES } from '../moderation/model/annotation.ts';
import { BLOCK_KINDS } from '../moderation/model/block.ts';
import { AMENDED_AS, EDITOR_KINDS, FINDING_ACTIONS, FINDING_KINDS } from '../moderation/model/finding.ts';
import { MODERATED_ARTICLE_SCHEMA, type ModeratedArticle, OUTCOMES } from '../moderation/model/moderated-article.ts';
import type { AssertSame } from './assert-same.ts';
import { textEncodingSchema } from './text-encoding-schema.ts';

const offset = z.int().min(0);
const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const findingId = z.string().regex(/^f[1-9][0-9]*$/);
const topicCode = z.string().regex(/^[^\s,]+$/u);
const inCleaned = {
  start: offset.describe('Offset in the cleaned text.'),
  end: offset.describe('Offset in the cleaned text, one past the last code unit.'),
};
const inOriginal = {
  sourceStart: offset.describe('Offset in the original.'),
  sourceEnd: offset.describe('Offset in the original, one past the last code unit.'),
};

const languageCode = z.string().regex(/^[a-z]{2,3}$/);

const language = z.strictObject({
  code: languageCode.describe('ISO 639-1, or "und" when undetermined.'),
  confidence: share.describe('How well the text reads in it, about .7 to .8 for clean prose.'),
});

const article = z
  .strictObject({
    id: z.string().describe('As handed in.'),
    revision: z.int().min(1).describe('Counts from 1.'),
    source: z.string().nullable().describe('The feed or system that sent it.'),
    url: z.string().nullable().describe('Its own address.'),
    title: z.string().nullable().describe('The title of the article, one copy.'),
    byline: z.string().nullable().describe('Who wrote it, as stated.'),
    site: z.string().nullable().describe('Where it was published.'),
    publishedAt: z.string().nullable().describe('ISO 8601 date or date-time.'),
    language,
  })
  .describe('Facts handed in with the article or read from its own lines.');

const original = z
  .strictObject({
    sha256: sha256.describe('Of the UTF-8 form of the original; a lone surrogate counts as U+FFFD.'),
    length: offset.describe('UTF-16 code units.'),
    format: z.enum(['text', 'markdown', 'html']).describe('How it was read.'),
    encoding: textEncodingSchema.nullable().describe('How its bytes became the text; null when it was handed in as text.'),
  })
  .describe('Identity of the text that was received; all offsets in the original count its UTF-16 code units.');

const edit = z.strictObject({ start: offset, end: offset, replacement: z.string() });

const block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  ...inCleaned,
  ...inOriginal,
  language: languageCode.describe(
    'ISO 639-1: of the block itself when it has letters enough to tell, else of the article. Only English blocks have entities, values, topics and keyphrases.',
  ),
});

const evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]));

const kind = z.enum([...FINDING_KINDS, ...EDITOR_KINDS]);

const amended = z
  .strictObject({
    by: z.array(z.string()).describe('Ids of the amendments.'),
    as: z
      .enum(AMENDED_AS)
      .describe(
        '"kept": a person wants its text as it is; "fine": it is wrong; "reclassified": it has another kind; "removed", "changed": an editor did it himself. Only "reclassified" takes points, those of its new kind.',
      ),
    was: z
      .strictObject({ kind, action: z.enum(FINDING_ACTIONS) })
      .exactOptional()
      .describe('What the machine says; absent for what an editor did himself.'),
  })
  .describe('How people changed the finding; absent unless an amendment concerns it.');

const finding = z.strictObject({
  id: findingId,
  kind: kind.describe('"editor_removal" and "editor_change" are what a person did to the text, at no points.'),
  rule: z
    .string()
    .regex(/^[^\s@.]+(?:\.[^\s@.]+)+@[1-9][0-9]*$/)
    .describe('family.name@version.'),
  start: offset.describe('Offset in the original.'),
  end: offset.describe('Offset in the original, one past the last code unit.'),
  confidence: share.describe('How sure the rule is; decides between findings on the same words.'),
  action: z.enum(FINDING_ACTIONS).describe('What was done; "moved" means taken out of the text and kept as metadata.'),
  message: z.string().min(1).describe('What it is, in one line for a person.'),
  evidence: evidence.describe('What the rule saw, by name.'),
  points: points.describe('What the finding takes from the score.'),
  related: z.array(findingId).describe('Ids of findings about the same or the repeated text.'),
  amended: amended.exactOptional(),
});

const amendment = z.strictObject({
  id: z.string().describe('As handed in.'),
  kind: z.enum(AMENDMENT_KINDS),
  effect: z.enum(['applied', 'none']).describe('Whether it changed the result.'),
  reason: z.enum(AMENDMENT_REASONS).exactOptional().describe('Why it has no effect; absent when it was applied.'),
  label: z.string().min(1).exactOptional().describe('Of the topic that it took away or added.'),
});

const mention = z.strictObject({
  ...inCleaned,
  ...inOriginal,
  text: z.string(),
  confidence: share.describe('How sure it is that a name of this kind stands here.'),
  block: offset.describe('Row of its block in `blocks`.'),
  sentence: z.strictObject(inCleaned).describe('Its sentence in the cleaned text.'),
});

const entity = z.strictObject({
  id: z.string().min(1),
  type: z.enum(ENTITY_TYPES).describe('Person, place, organisation, or another name.'),
  confidence: share.describe('How sure the type is.'),
  name: z.string().min(1).describe('The fullest form the article itself uses.'),
  aliases: z.array(z.string()).describe('Other forms in order of first use.'),
  roles: z.array(z.string()).describe('Roles stated beside the name, in order of first use; of persons only.'),
  salience: share.describe('How much the article is about it.'),
  mentions: z.array(mention).describe('Each place where it is named.'),
});

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const dateValue = z.strictObject({
  type: z.literal('date'),
  text: z.string(),
  value: z
    .string()
    .nullable()
    .describe(
      'ISO 8601: day, month, year, week ("2024-W10"), day and time, or an interval with "/"; "--03-05" and "--03" lack their year. Null where it counts from a date of publication that is not known.',
    ),
  precision: z.enum(DATE_PRECISIONS),
  relativeTo: isoDate.nullable().describe('The date of publication, where the value was reckoned from it.'),
  ...inCleaned,
  ...inOriginal,
});

const amountValue = z.strictObject({
  type: z.enum(['money', 'percent', 'quantity']),
  text: z.string(),
  value: z.string().describe('Amount and unit: "5000000 USD", "12%", "5..7 km" for a range.'),
  amount: z.number(),
  maxAmount: z.number().nullable().describe('Upper end of a range.'),
  unit: z.string().min(1).describe('ISO 4217 of money; "%", "pp" or "bp"; a unit of UCUM, or what is counted ("person").'),
  ...inCleaned,
  ...inOriginal,
});

const value = z.discriminatedUnion('type', [dateValue, amountValue]);

const topic = z.strictObject({
  code: topicCode.describe('Code of IPTC Media Topics (medtop:...), or of the taxonomy that the publisher handed in.'),
  label: z.string().min(1).describe('Its name.'),
  score: share,
  broader: z.array(topicCode).describe('From the direct parent up to the top level.'),
  evidence: z
    .array(z.strictObject({ text: z.string().min(1), count: z.int().min(1), weight: z.number().min(0) }))
    .describe('Words that earned the topic as they first stand in title or text, how often, and their share; strongest first.'),
});

const quality = z
  .strictObject({
    score: points.describe('0 to 100.'),
    components: z
      .array(z.strictObject({ name: z.string().min(1), points, findings: z.array(findingId) }))
      .describe('A kind of finding each, and "limit.<signal>" of no points for each signal beyond its published limit.'),
    signals: z
      .record(z.string(), z.number())
      .describe('Numbers about the cleaned text; rules/signals.yaml defines each, with unit, source and published limit.'),
  })
  .describe('score = 100 - sum(components.points) = 100 - sum(findings.points), exact in hundredths, never below 0.');

const corpus = z
  .strictObject({
    fingerprints: z.string().min(1).describe('How the fingerprints of articles were made.'),
    asOf: z
      .int()
      .min(1)
      .nullable()
      .describe(
        'The highest number of a fingerprint that counted; later articles have higher ones. Null for an article without words.',
      ),
    days: z.int().min(1).describe('For how many days fingerprints were kept.'),
  })
  .describe('With which other articles of the desk it was compared.');

const provenance = z
  .strictObject({
    engine: z.string().min(1).describe('Version of Copydesk.'),
    ruleset: sha256.describe('Of all rules, thresholds, lists and prices.'),
    models: z.record(z.string(), z.string()).describe('Version of each model, by what it finds.'),
    corpus: corpus.nullable().describe('Null: judged by itself, or among articles that were not named.'),
    amends: z
      .strictObject({
        sha256,
        isRepeated: z
          .boolean()
          .describe('Whether it came again, byte for byte, when this one was made: then rules, models and corpus are the same.'),
      })
      .exactOptional()
      .describe("The machine's result that people amended on a desk; absent without amendments."),
  })
  .describe(
    'What made this result: the same original, amendments and provenance give the same bytes, while the desk still has the articles it was compared with.',
  );

/** The result of `moderate()`, strict: an unknown or missing field is a fault. */
export const moderatedArticleSchema = z.strictObject({
  schema: z.literal(MODERATED_ARTICLE_SCHEMA).describe('Name and version of this form.'),
  article,
  original,
  text: z.string().describe('The cleaned text: its blocks joined by one blank line.'),
  edits: z
    .array(edit)
    .describe('Sorted and disjoint spans of the original with what stands in their place; applied, they give text.'),
  blocks: z.array(block).describe('The parts of the cleaned text, each with its place in the original.'),
  findings: z.array(finding).describe('In the order of the original.'),
  entities: z.array(entity).describe('Names that the cleaned text tells of.'),
  values: z.array(value).describe('Dates, money, percentages and quantities of the cleaned text.'),
  topics: z.array(topic).describe('What the article is about; the surest first.'),
  keyphrases: z
    .array(z.strictObject({ text: z.string().min(1), score: z.number() }))
    .describe('Words that tell what it is about; the strongest first.'),
  quality,
  verdict: z.strictObject({
    outcome: z.enum(OUTCOMES).describe('publish: nobody has to look; review, reject: a person has to decide.'),
    reasons: z.array(z.string()).describe('Why it is not to be published as it is; empty for publish.'),
  }),
  incomplete: z.array(z.string()).describe('Stages that were cut short; such an article always asks for a person.'),
  amendments: z
    .array(amendment)
    .exactOptional()
    .describe('What became of each amendment, in order of id; absent when there were none.'),
  provenance,
});

// Checked by the compiler: schema and type say the same.
true satisfies AssertSame<z.infer<typeof moderatedArticleSchema>, ModeratedArticle>;

import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { storableText } from '../../shapes/storable-text.ts';
import { revisionField } from './act-shape.ts';
import { personShape } from './person-shape.ts';

/** No article is so long. */
const MOST_OFFSET = 1_000_000_000;

const time = z.iso.datetime().describe('UTC.');
const count = z.int().min(0);
const score = z.number().min(0).max(100);
const outcome = z.enum(['publish', 'review', 'reject']);

/** Kinds of finding that a learned rule may make. */
const LEARNED_KINDS = ['spam_insert', 'boilerplate', 'leftover', 'personal_data', 'profanity'] as const;
const RULE_STATES = ['proposed', 'shadow', 'active', 'retired'] as const;
/** What can be done with a rule; the server says which of them this person may do now. */
const RULE_ACTIONS = ['prove', 'backtest', 'shadow', 'activate', 'retire'] as const;

export const ruleIdShape = storableText().max(100).describe('`rul_…`.');

const spanShape = z
  .strictObject({
    id: storableText().max(100).describe('The article.'),
    revision: revisionField,
    start: z.int().min(0).max(MOST_OFFSET),
    end: z.int().min(1).max(MOST_OFFSET),
  })
  .describe('A span of an article; offsets into the original.');

const text = storableText()
  .min(1)
  .max(400)
  .describe('Words in any case; `{number}`, `{word}`, `{name}` (one to three words) and `{url}` stand for what varies.');
const form = z.enum(['phrase', 'pattern']).describe('A phrase has no placeholder, a pattern has some.');
const scope = z
  .enum(['block', 'sentence'])
  .describe('What a match takes: the whole block, which is a line in plain text, or the sentence.');
const anchor = z
  .enum(['whole', 'anywhere'])
  .describe('Where the text has to stand in the block: it is the whole block, or it is somewhere in it.');
const maxWords = z.int().min(1).max(100_000).describe('Of the block; in longer ones nothing is matched.');
const examples = z.array(storableText().min(1).max(2000)).max(20);

/** `POST /v1/desk/rules/propose`. */
export const proposeShape = named('RuleSpan', 'The span that a rule is to be made from.', spanShape);

const proposalShape = z.strictObject({
  ...{ form, text, scope, anchor, maxWords },
  why: z.string().describe('What this candidate keeps of the span, and what it leaves open; for people.'),
  match: examples.min(1).describe('Texts that it matches, the span among them.'),
  allow: examples.describe('Texts of the same article that come near and that it does not match.'),
  hits: count.describe('Blocks of this article that it matches.'),
});

export const proposalsShape = named(
  'RuleProposals',
  'Rules that a span could become, the narrowest first.',
  z.strictObject({
    proposals: z.array(proposalShape),
    name: z.string().describe('A name that is free.'),
    kind: z.enum(LEARNED_KINDS).describe('The kind that fits the span best.'),
  }),
);

/** `POST /v1/desk/rules`. */
export const newRuleShape = named(
  'NewRule',
  'A rule to be learned. Its back-test begins at once.',
  z.strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)
      .max(60)
      .describe('Lower-case words joined by hyphens. A name that a retired rule had gives its next version.'),
    kind: z.enum(LEARNED_KINDS).describe('personal_data and profanity are flagged, the others removed.'),
    ...{ form, text, from: spanShape },
    scope: scope.exactOptional().describe('As proposed when absent: the block when the span is one, else the sentence.'),
    anchor: anchor.exactOptional().describe('`anywhere` when absent.'),
    maxWords: maxWords
      .exactOptional()
      .describe('When absent: twice the words of the block, at least 20; for sentences no limit.'),
    message: storableText().min(3).max(200).exactOptional().describe('What it finds, for people.'),
    match: examples.exactOptional().describe('Further texts that must match; the span is one of them by itself.'),
    allow: examples.exactOptional().describe('Texts that must not match. When absent the back-test looks for one.'),
  }),
);

/** `PUT /v1/desk/rules/{id}/proof`. */
export const proofShape = named(
  'RuleProof',
  'The examples of a rule.',
  z.strictObject({
    match: examples.min(1).describe('Texts that must match.'),
    allow: examples.describe('Texts that must not match; without one the rule is not tried on new articles.'),
  }),
);

const snippetShape = z
  .strictObject({ before: z.string(), text: z.string(), after: z.string() })
  .nullable()
  .describe(
    'The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once.',
  );

const placeShape = z.strictObject({
  id: z.string(),
  revision: z.int().min(1),
  title: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  snippet: snippetShape,
});

const hitShape = z.strictObject({
  ...placeShape.shape,
  before: z.strictObject({ outcome, score }).nullable().describe('Without the rule. Null: it was not looked at.'),
  after: z.strictObject({ outcome, score }).nullable().describe('With it.'),
  flips: z.boolean().describe('It changes the verdict.'),
});

const backtestShape = z
  .strictObject({
    state: z
      .enum(['waiting', 'running', 'done', 'failed'])
      .describe('waiting: others of the tenant come before; failed: it was cut off, begin it again.'),
    startedAt: time,
    looked: count.describe('Articles looked at, from the newest on.'),
    total: count.describe('Articles that it will look at, if there is time.'),
    isWhole: z.boolean().describe('False while it runs, and when its time ended before its articles.'),
    seconds: z.number().min(0),
    articles: count.describe('Articles in which the rule finds something.'),
    hits: count.describe('Spans that it finds.'),
    covered: count.describe('Articles in which other rules take all that it matches already.'),
    flips: count.describe('Articles whose verdict it changes.'),
    places: z.array(hitShape).describe('The first 50; those that flip a verdict first. Only in the answer about one rule.'),
    near: z.array(placeShape).describe('What comes nearest without matching, at most 5. Only in the answer about one rule.'),
  })
  .nullable();

const precisionShape = z
  .strictObject({
    kept: count.describe('Spans that people left taken out in articles they accepted.'),
    restored: count.describe('Spans that they brought back or called wrong.'),
    precision: z.number().min(0).max(1).nullable().describe('kept / (kept + restored); null without a decision.'),
    low: z.number().min(0).max(1).describe('Lower end of the 95 % interval of Wilson.'),
    high: z.number().min(0).max(1).describe('Upper end.'),
    articles: count.describe('Articles that these decisions are about; of more than 10,000 the newest.'),
  })
  .describe('What decisions say of the rule.');

const RULE = {
  id: z.string(),
  rule: z.string().describe('As findings name it: `learned.<name>@<version>`.'),
  name: z.string(),
  version: z.int().min(1),
  state: z.enum(RULE_STATES),
  kind: z.enum(LEARNED_KINDS),
  action: z.enum(['removed', 'flagged']),
  ...{ form, text, scope, anchor, maxWords },
  message: z.string(),
  match: examples.describe('Empty in lists.'),
  allow: examples.describe('Empty in lists.'),
  isProven: z.boolean().describe('It has a text of both kinds.'),
  from: spanShape,
  by: personShape.describe('Who proposed it.'),
  createdAt: time,
  changedAt: time.describe('When it came into its state.'),
  backtest: backtestShape,
  shadow: z
    .strictObject({
      articles: count.describe('Articles on which rules in shadow were tried while it was one.'),
      matched: count.describe('Articles of them in which it finds something.'),
      hits: count,
      flips: count.describe('Articles whose verdict it would have changed.'),
    })
    .nullable()
    .describe('Null: it was never in shadow.'),
  live: precisionShape.nullable().describe('Null: it was never active. In lists always null.'),
  actions: z.array(z.enum(RULE_ACTIONS)),
} as const;

/** A rule and how it does. */
export const ruleShape = named('LearnedRule', 'A rule that people learned from a span, and how it does.', z.strictObject(RULE));

export const rulesShape = named(
  'LearnedRules',
  'The rules of a tenant, the newest first; retired ones last.',
  z.strictObject({ rules: z.array(ruleShape) }),
);

/** A rule with all that is known of it. */
export const ruleDetailShape = named(
  'LearnedRuleDetail',
  'A rule with its history and its newest hits.',
  z.strictObject({
    ...RULE,
    hits: z.array(hitShape).describe('In new articles, in shadow and active, the newest 50.'),
    history: z.array(
      z.strictObject({
        number: z.int().min(1),
        time,
        name: z.enum(['rule.proposed', 'rule.shadowed', 'rule.activated', 'rule.retired']),
        by: personShape,
        hash: z.string().describe('Of the event, the one before it included.'),
      }),
    ),
  }),
);

export type ProposalsShape = z.infer<typeof proposalsShape>;
export type NewRuleShape = z.infer<typeof newRuleShape>;
export type RuleShape = z.infer<typeof ruleShape>;
export type RulesShape = z.infer<typeof rulesShape>;
export type RuleDetailShape = z.infer<typeof ruleDetailShape>;

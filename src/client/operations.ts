// Written by src/client/write-operations.ts from schemas/openapi-1.json; do not edit.

/** Somebody who works at the desk, as admins see them. */
export interface Account {
  /** `per_…`, or `key:…` for a program. */
  readonly id: string;
  readonly name: string;
  readonly role: "publisher" | "moderator" | "lead" | "admin";
  /** Null: all tenants. */
  readonly tenant: string | null;
  readonly login: string;
  /** What they type as their login: that of a tenant other than `default` comes before it, as in `gazette/ina`. */
  readonly signInName: string;
  /** In small letters; null: the person signs in by password only. */
  readonly email: string | null;
  /** UTC. */
  readonly createdAt: string;
  readonly disabledAt: string | null;
  /** Whether they have a password, or have signed in elsewhere. */
  readonly hasJoined: boolean;
}

/** What is to change of a person; what is left out stays. A new role or address and a disabled account end their sessions. */
export interface AccountChange {
  readonly role?: "publisher" | "moderator" | "lead" | "admin";
  readonly isDisabled?: boolean;
  readonly name?: string;
  /** It also ends the bond with an account at the OpenID provider; with one, only admins of all tenants may change it. */
  readonly email?: string | null;
}

/** A page of people, by login. An admin of all tenants sees all of them, any other those of their own tenant. */
export interface AccountList {
  readonly people: readonly Account[];
  /** Send it as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

/** How often second persons, who knew nothing of the decision, said the same. */
export interface Agreement {
  readonly checked: number;
  readonly agreed: number;
  /** Cohen's kappa: agreement beyond chance. Null when nothing was checked, or both always said the same. */
  readonly kappa: number | null;
  /** Decisions of the sample that nobody has checked yet. */
  readonly waiting: number;
}

/** A key, without its secret. */
export interface ApiKey {
  readonly id: string;
  /** Null: an operator's key, for all tenants. */
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly ("submit" | "read" | "review" | "admin")[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** What became of an appeal. */
export interface AppealState {
  readonly id: string;
  /** UTC. */
  readonly openedAt: string;
  /** `closed`: it is over without a decision, because what it was against stands no more. */
  readonly state: "open" | "upheld" | "turned_down" | "closed";
  readonly endedAt: string | null;
  /** Of a closed one: the article was moderated anew, has a newer revision, or has no content any more; the event of that in `history` names the appeal. Null also for what was closed before this was recorded. */
  readonly closedReason: "replayed" | "superseded" | "purged" | null;
}

/** An article as it is handed in. */
export interface Article {
  /** Names the article; the result carries it. */
  readonly id: string;
  /** The body exactly as received; every offset in the result counts its UTF-16 code units. */
  readonly text: string;
  /** How the body is to be read; text when absent. */
  readonly format?: "text" | "markdown" | "html";
  /** How its bytes became the text; absent when there were none to decode. */
  readonly encoding?: {
    /** Name in the Encoding Standard, in lower case. */
    readonly name: string;
    /** What it was told by; "detected" by the statistics of languages. */
    readonly from: "bom" | "utf-8" | "declared" | "detected";
    /** 1 unless it was detected. */
    readonly confidence: number;
    /** Places whose bytes are none of the encoding; U+FFFD stands there. */
    readonly replaced: number;
  };
  /** Counts from 1; a changed body of the same article is the next revision. */
  readonly revision?: number;
  /** The feed or system that sent the article. */
  readonly source?: string;
  readonly url?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly site?: string;
  /** ISO 8601 date, or date-time with Z or an offset. */
  readonly publishedAt?: string;
}

/** A page of articles, every revision an entry, newest first. */
export interface ArticleList {
  readonly articles: readonly ArticleRow[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** An article in a list. */
export interface ArticleRow {
  readonly id: string;
  readonly revision: number;
  readonly externalId: string;
  readonly source: string | null;
  readonly title: string;
  readonly format: "text" | "markdown" | "html";
  readonly characters: number;
  readonly status: "pending" | "accepted" | "flagged" | "rejected" | "dead" | "superseded" | "purged";
  /** Of the newest result. */
  readonly score: number | null;
  /** How often moderation was asked for. */
  readonly run: number;
  /** UTC. */
  readonly receivedAt: string;
  /** UTC. */
  readonly changedAt: string;
  readonly url: string;
}

/** Where a revision of an article stands, its result, and all that happened to it. */
export interface ArticleState {
  readonly id: string;
  readonly revision: number;
  readonly externalId: string;
  readonly source: string | null;
  readonly title: string;
  readonly format: "text" | "markdown" | "html";
  readonly characters: number;
  readonly status: "pending" | "accepted" | "flagged" | "rejected" | "dead" | "superseded" | "purged";
  /** Of the newest result. */
  readonly score: number | null;
  /** How often moderation was asked for. */
  readonly run: number;
  /** UTC. */
  readonly receivedAt: string;
  /** UTC. */
  readonly changedAt: string;
  readonly url: string;
  readonly processing: "received" | "queued" | "processing" | "retrying" | "cleaned" | "dead" | "superseded";
  /** `flagged`, `escalated` and `appealed` are on the desk. */
  readonly review: "none" | "flagged" | "escalated" | "appealed" | "decided";
  /** What a person has decided, while it stands. */
  readonly decision: "accepted" | "rejected" | null;
  readonly delivery: "none" | "held" | "pending" | "delivering" | "retrying" | "delivered" | "dead" | "available" | "cancelled";
  /** How often processing was started in this run. */
  readonly attempt: number;
  /** Revisions of the article, the newest 1,000. */
  readonly revisions: readonly number[];
  /** The newest 1,000 events of the revision. */
  readonly history: readonly Event[];
  /** The newest 1,000 decisions of the revision. */
  readonly deliveries: readonly Delivery[];
  /** Appeals against decisions on the revision, the newest last. */
  readonly appeals: readonly AppealState[];
  /** Null until the article is cleaned, and after its content is purged. */
  readonly result: ModeratedArticle | null;
}

/** Several articles at once. Each has its own answer, in their order. */
export interface Batch {
  readonly articles: readonly Article[];
}

/** What became of each article of a batch, in their order: what `Submitted` says, or a problem. */
export interface BatchAnswer {
  readonly articles: readonly (Submitted | Problem)[];
}

/** What a bulk decision would be about. */
export interface BulkCount {
  /** At most 10,000. */
  readonly count: number;
  /** The decision names it, and is about just these articles. */
  readonly token: string;
  readonly sample: readonly QueueRow[];
}

/** How far a bulk decision has come. */
export interface BulkProgress {
  readonly id: string;
  readonly state: "running" | "done" | "stopped" | "undoing" | "undone";
  readonly total: number;
  /** Decided, and not undone. */
  readonly done: number;
  readonly undone: number;
  /** How many were not decided, or stay decided after an undo, by the code of the reason. */
  readonly refused: Readonly<Record<string, number>>;
}

/** A tenant after a change. */
export interface ChangedTenant {
  readonly id: string;
  readonly createdAt: string;
  /** Articles a second on the average; null: the default of the desk. */
  readonly ratePerSecond: number | null;
  /** Articles at once; null: the default of the desk. */
  readonly burst: number | null;
  /** Share of the workers while several tenants wait. */
  readonly weight: number;
  /** Days after which content is purged; null: the default of the desk. */
  readonly retentionDays: number | null;
  /** Whether its paragraphs may be compared with those of other tenants that allow it too. */
  readonly sharesFingerprints: boolean;
  /** Where decisions are sent; null: they wait to be fetched. */
  readonly webhookUrl: string | null;
  /** How many secrets sign now. */
  readonly webhookSecrets: number;
  /** A secret just made, `whsec_…`. It is shown this once. */
  readonly webhookSecret?: string;
}

/** A bulk decision that begins. */
export interface CreatedBulk {
  readonly id: string;
  readonly total: number;
}

/** What the publisher is told: the very JSON that a webhook gets. */
export interface Decision {
  readonly type: "article.accepted" | "article.flagged" | "article.dead" | "review.accepted" | "review.rejected" | "review.withdrawn";
  /** When it was decided. */
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly externalId: string;
    readonly source: string | null;
    readonly revision: number;
    readonly run: number;
    readonly status: "accepted" | "flagged" | "rejected" | "dead";
    readonly outcome: "publish" | "review" | "reject" | null;
    readonly score: number | null;
    readonly reasons: readonly string[];
    /** What a person decided; null when it was the machine, and when it was taken back. */
    readonly decision: "accepted" | "rejected" | null;
    /** Code of the person's reason. */
    readonly reason: string | null;
    /** Whether people amended `result`; then its field `amendments` says how. */
    readonly isAmended: boolean;
    /** Null when it has more than a megabyte: then `resultUrl` says where it stands. */
    readonly result: ModeratedArticle | null;
    /** `/v1/deliveries/{id}/result`: the same bytes for as long as the content is kept. */
    readonly resultUrl?: string;
  };
}

/** A decision that the publisher is told. */
export interface Delivery {
  /** The webhook-id of every attempt. */
  readonly id: string;
  readonly type: "article.accepted" | "article.flagged" | "article.dead" | "review.accepted" | "review.rejected" | "review.withdrawn";
  readonly articleId: string;
  readonly revision: number;
  readonly run: number;
  readonly state: "held" | "pending" | "delivering" | "retrying" | "delivered" | "dead" | "available" | "cancelled";
  readonly attempts: number;
  /** UTC. */
  readonly createdAt: string;
  readonly lastAttemptAt: string | null;
  /** HTTP status of the last attempt. */
  readonly lastStatus: number | null;
  /** Why the last attempt failed. */
  readonly lastCode: string | null;
}

/** A page of the feed. */
export interface DeliveryList {
  readonly deliveries: readonly ListedDelivery[];
  /** Send it as `after` to read on, now or later; nothing that comes is passed over. */
  readonly next: string;
}

/** An article as the desk shows it: what came in, what the machine and people made of it, and what this person may do now. */
export interface DeskArticle {
  readonly id: string;
  readonly revision: number;
  /** As it was given, or else as it was found in the article; empty when there is none. */
  readonly title: string;
  readonly source: string | null;
  readonly format: "text" | "markdown" | "html";
  readonly characters: number;
  readonly score: number | null;
  /** Why the machine did not publish it. */
  readonly reasons: readonly string[];
  /** Kinds of its findings. */
  readonly kinds: readonly string[];
  /** Rules of its findings, at most 50. */
  readonly rules: readonly string[];
  readonly review: "none" | "flagged" | "escalated" | "appealed" | "decided";
  readonly decision: "accepted" | "rejected" | null;
  /** Who has it now. */
  readonly claimant: Person | null;
  /** UTC. */
  readonly receivedAt: string;
  readonly flaggedAt: string | null;
  /** When somebody should have decided. */
  readonly dueAt: string | null;
  /** Greater comes first among those that are equally due. */
  readonly priority: number;
  /** As the publisher gave it; nothing fetches it. */
  readonly url: string | null;
  /** The text as it came in; null after a purge. */
  readonly original: string | null;
  /** With the amendments. Null while there is none, and after a purge. */
  readonly result: ModeratedArticle | null;
  /** Of the bytes of `result`; a decision names it. */
  readonly resultSha256: string | null;
  /** What the machine said without amendments. */
  readonly machine: {
    readonly score: number;
    readonly outcome: "publish" | "review" | "reject";
    readonly reasons: readonly string[];
  } | null;
  /** Each with its content; null after a purge. */
  readonly amendments: readonly {
    readonly id: string;
    readonly by: Person;
    /** UTC. */
    readonly time: string;
    readonly amendment: {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "restore";
      /** Offset in the original. */
      readonly start: number;
      /** Offset in the original, one past the last code unit. */
      readonly end: number;
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "remove";
      /** Offset in the original. */
      readonly start: number;
      /** Offset in the original, one past the last code unit. */
      readonly end: number;
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "replace";
      /** Offset in the original. */
      readonly start: number;
      /** Offset in the original, one past the last code unit. */
      readonly end: number;
      readonly text: string;
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "reclassify";
      /** Offset in the original. */
      readonly start: number;
      /** Offset in the original, one past the last code unit. */
      readonly end: number;
      readonly rule: string;
      readonly to: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "fine";
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "reject_entity";
      readonly name: string;
      readonly type: "PER" | "LOC" | "ORG" | "MISC";
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "reject_entity";
      /** Offset in the original. */
      readonly start: number;
      /** Offset in the original, one past the last code unit. */
      readonly end: number;
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "reject_topic";
      readonly code: string;
    } | {
      /** Names it within its list; the result says under it what became of it. */
      readonly id: string;
      readonly kind: "add_topic";
      readonly code: string;
    } | null;
  }[];
  /** Of this revision, the newest last. */
  readonly appeals: readonly {
    readonly id: string;
    readonly by: Person;
    /** UTC. */
    readonly time: string;
    /** Null after a purge. */
    readonly text: string | null;
    /** Null while it waits. */
    readonly endedAt: string | null;
    /** Null while it waits, and when it was closed without a decision. */
    readonly upheld: boolean | null;
    /** Why it was closed without a decision: the article was moderated anew, has a newer revision, or has no content any more. Null also for what was closed before this was recorded. */
    readonly closedReason: "replayed" | "superseded" | "purged" | null;
  }[];
  /** The decision that an open appeal is against, with the SHA-256 of the result that it is about: of the machine, or of a person. Null when no appeal waits, and for publishers. */
  readonly against: {
    readonly decision: "accepted" | "rejected";
    readonly result: string | null;
  } | null;
  /** Of the claim of now; acts name it. */
  readonly fence: number;
  /** How long the claim lasts still, unless it is renewed. */
  readonly leaseSeconds: number | null;
  /** How long a decision can be undone before anybody is told; null when it is told, or there is none. */
  readonly undoSeconds: number | null;
  /** What this person may do now. */
  readonly actions: readonly ("claim" | "release" | "skip" | "escalate" | "accept" | "reject" | "amend" | "note" | "undo" | "open_appeal" | "decide_appeal" | "check" | "propose_rule")[];
  /** Others who have the article open. */
  readonly looking: readonly Person[];
  /** The number of its last event, for publishers of the last that they see: it grows whenever something has happened. */
  readonly version: number;
  readonly revisions: readonly number[];
  /** Events of all revisions, the newest 1,000. */
  readonly history: readonly {
    readonly number: number;
    readonly revision: number;
    /** UTC. */
    readonly time: string;
    readonly name: string;
    /** Null: the machine. */
    readonly by: Person | null;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly by: Person;
    /** UTC. */
    readonly time: string;
    /** Null after a purge. */
    readonly text: string | null;
  }[];
  /** Other articles of the tenant that its findings name. */
  readonly copies: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string | null;
    readonly findings: readonly string[];
  }[];
}

/** How a tenant works its desk. */
export interface DeskSettings {
  /** Hours after which a flagged article should be decided. */
  readonly reviewHours: number;
  /** Share of decisions that a second person checks, unaware of the first. */
  readonly secondReviewShare: number;
}

/** What is to change of the settings; what is left out stays. */
export interface DeskSettingsChange {
  /** Hours after which a flagged article should be decided. */
  readonly reviewHours?: number;
  /** Share of decisions that a second person checks, unaware of the first. */
  readonly secondReviewShare?: number;
}

/** Something that happened to the article. Events are appended, never changed; each holds the hash of the one before it. Where a key does not see them all, numbers are left out. */
export interface Event {
  readonly number: number;
  /** UTC. */
  readonly time: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

/** An article that came to its outcome while the request waited. */
export interface Finished {
  /** Ours: `art_…`. It stands in addresses, log lines and deliveries. */
  readonly id: string;
  /** Which content under this source and external id it is; counts from 1. */
  readonly revision: number;
  /** The `id` of the article as it was submitted. */
  readonly externalId: string;
  readonly source: string | null;
  readonly status: "pending" | "accepted" | "flagged" | "rejected" | "dead" | "superseded" | "purged";
  /** Where its state and result stand. */
  readonly url: string;
  /** False when the very same article was accepted before: nothing has changed then. */
  readonly isNew: boolean;
  /** Null when it could not be moderated (`status` dead), or was superseded. */
  readonly result: ModeratedArticle | null;
}

/** A link that lets a person choose a password, once. */
export interface Invitation {
  readonly url: string;
  /** UTC. */
  readonly expiresAt: string;
}

/** A key just made. */
export interface IssuedKey {
  readonly id: string;
  /** Null: an operator's key, for all tenants. */
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly ("submit" | "read" | "review" | "admin")[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** `ck_<id>_<secret>`. It is shown this once. */
  readonly key: string;
}

/** A rule that people learned from a span, and how it does. */
export interface LearnedRule {
  readonly id: string;
  /** As findings name it: `learned.<name>@<version>`. */
  readonly rule: string;
  readonly name: string;
  readonly version: number;
  readonly state: "proposed" | "shadow" | "active" | "retired";
  readonly kind: "spam_insert" | "boilerplate" | "leftover" | "personal_data" | "profanity";
  readonly action: "removed" | "flagged";
  /** A phrase has no placeholder, a pattern has some. */
  readonly form: "phrase" | "pattern";
  /** Words in any case; `{number}`, `{word}`, `{name}` (one to three words) and `{url}` stand for what varies. */
  readonly text: string;
  /** What a match takes: the whole block, which is a line in plain text, or the sentence. */
  readonly scope: "block" | "sentence";
  /** Where the text has to stand in the block: it is the whole block, or it is somewhere in it. */
  readonly anchor: "whole" | "anywhere";
  /** Of the block; in longer ones nothing is matched. */
  readonly maxWords: number;
  readonly message: string;
  /** Empty in lists. */
  readonly match: readonly string[];
  /** Empty in lists. */
  readonly allow: readonly string[];
  /** It has a text of both kinds. */
  readonly isProven: boolean;
  readonly from: RuleSpan;
  /** Who proposed it. */
  readonly by: Person;
  /** UTC. */
  readonly createdAt: string;
  /** When it came into its state. */
  readonly changedAt: string;
  readonly backtest: {
    /** waiting: others of the tenant come before; failed: it was cut off, begin it again. */
    readonly state: "waiting" | "running" | "done" | "failed";
    /** UTC. */
    readonly startedAt: string;
    /** Articles looked at, from the newest on. */
    readonly looked: number;
    /** Articles that it will look at, if there is time. */
    readonly total: number;
    /** False while it runs, and when its time ended before its articles. */
    readonly isWhole: boolean;
    readonly seconds: number;
    /** Articles in which the rule finds something. */
    readonly articles: number;
    /** Spans that it finds. */
    readonly hits: number;
    /** Articles in which other rules take all that it matches already. */
    readonly covered: number;
    /** Articles whose verdict it changes. */
    readonly flips: number;
    /** The first 50; those that flip a verdict first. Only in the answer about one rule. */
    readonly places: readonly {
      readonly id: string;
      readonly revision: number;
      readonly title: string;
      readonly start: number;
      readonly end: number;
      /** The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once. */
      readonly snippet: {
        readonly before: string;
        readonly text: string;
        readonly after: string;
      } | null;
      /** Without the rule. Null: it was not looked at. */
      readonly before: {
        readonly outcome: "publish" | "review" | "reject";
        readonly score: number;
      } | null;
      /** With it. */
      readonly after: {
        readonly outcome: "publish" | "review" | "reject";
        readonly score: number;
      } | null;
      /** It changes the verdict. */
      readonly flips: boolean;
    }[];
    /** What comes nearest without matching, at most 5. Only in the answer about one rule. */
    readonly near: readonly {
      readonly id: string;
      readonly revision: number;
      readonly title: string;
      readonly start: number;
      readonly end: number;
      /** The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once. */
      readonly snippet: {
        readonly before: string;
        readonly text: string;
        readonly after: string;
      } | null;
    }[];
  } | null;
  /** Null: it was never in shadow. */
  readonly shadow: {
    /** Articles on which rules in shadow were tried while it was one. */
    readonly articles: number;
    /** Articles of them in which it finds something. */
    readonly matched: number;
    readonly hits: number;
    /** Articles whose verdict it would have changed. */
    readonly flips: number;
  } | null;
  /** Null: it was never active. In lists always null. */
  readonly live: {
    /** Spans that people left taken out in articles they accepted. */
    readonly kept: number;
    /** Spans that they brought back or called wrong. */
    readonly restored: number;
    /** kept / (kept + restored); null without a decision. */
    readonly precision: number | null;
    /** Lower end of the 95 % interval of Wilson. */
    readonly low: number;
    /** Upper end. */
    readonly high: number;
    /** Articles that these decisions are about; of more than 10,000 the newest. */
    readonly articles: number;
  } | null;
  readonly actions: readonly ("prove" | "backtest" | "shadow" | "activate" | "retire")[];
}

/** A rule with its history and its newest hits. */
export interface LearnedRuleDetail {
  readonly id: string;
  /** As findings name it: `learned.<name>@<version>`. */
  readonly rule: string;
  readonly name: string;
  readonly version: number;
  readonly state: "proposed" | "shadow" | "active" | "retired";
  readonly kind: "spam_insert" | "boilerplate" | "leftover" | "personal_data" | "profanity";
  readonly action: "removed" | "flagged";
  /** A phrase has no placeholder, a pattern has some. */
  readonly form: "phrase" | "pattern";
  /** Words in any case; `{number}`, `{word}`, `{name}` (one to three words) and `{url}` stand for what varies. */
  readonly text: string;
  /** What a match takes: the whole block, which is a line in plain text, or the sentence. */
  readonly scope: "block" | "sentence";
  /** Where the text has to stand in the block: it is the whole block, or it is somewhere in it. */
  readonly anchor: "whole" | "anywhere";
  /** Of the block; in longer ones nothing is matched. */
  readonly maxWords: number;
  readonly message: string;
  /** Empty in lists. */
  readonly match: readonly string[];
  /** Empty in lists. */
  readonly allow: readonly string[];
  /** It has a text of both kinds. */
  readonly isProven: boolean;
  readonly from: RuleSpan;
  /** Who proposed it. */
  readonly by: Person;
  /** UTC. */
  readonly createdAt: string;
  /** When it came into its state. */
  readonly changedAt: string;
  readonly backtest: {
    /** waiting: others of the tenant come before; failed: it was cut off, begin it again. */
    readonly state: "waiting" | "running" | "done" | "failed";
    /** UTC. */
    readonly startedAt: string;
    /** Articles looked at, from the newest on. */
    readonly looked: number;
    /** Articles that it will look at, if there is time. */
    readonly total: number;
    /** False while it runs, and when its time ended before its articles. */
    readonly isWhole: boolean;
    readonly seconds: number;
    /** Articles in which the rule finds something. */
    readonly articles: number;
    /** Spans that it finds. */
    readonly hits: number;
    /** Articles in which other rules take all that it matches already. */
    readonly covered: number;
    /** Articles whose verdict it changes. */
    readonly flips: number;
    /** The first 50; those that flip a verdict first. Only in the answer about one rule. */
    readonly places: readonly {
      readonly id: string;
      readonly revision: number;
      readonly title: string;
      readonly start: number;
      readonly end: number;
      /** The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once. */
      readonly snippet: {
        readonly before: string;
        readonly text: string;
        readonly after: string;
      } | null;
      /** Without the rule. Null: it was not looked at. */
      readonly before: {
        readonly outcome: "publish" | "review" | "reject";
        readonly score: number;
      } | null;
      /** With it. */
      readonly after: {
        readonly outcome: "publish" | "review" | "reject";
        readonly score: number;
      } | null;
      /** It changes the verdict. */
      readonly flips: boolean;
    }[];
    /** What comes nearest without matching, at most 5. Only in the answer about one rule. */
    readonly near: readonly {
      readonly id: string;
      readonly revision: number;
      readonly title: string;
      readonly start: number;
      readonly end: number;
      /** The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once. */
      readonly snippet: {
        readonly before: string;
        readonly text: string;
        readonly after: string;
      } | null;
    }[];
  } | null;
  /** Null: it was never in shadow. */
  readonly shadow: {
    /** Articles on which rules in shadow were tried while it was one. */
    readonly articles: number;
    /** Articles of them in which it finds something. */
    readonly matched: number;
    readonly hits: number;
    /** Articles whose verdict it would have changed. */
    readonly flips: number;
  } | null;
  /** Null: it was never active. In lists always null. */
  readonly live: {
    /** Spans that people left taken out in articles they accepted. */
    readonly kept: number;
    /** Spans that they brought back or called wrong. */
    readonly restored: number;
    /** kept / (kept + restored); null without a decision. */
    readonly precision: number | null;
    /** Lower end of the 95 % interval of Wilson. */
    readonly low: number;
    /** Upper end. */
    readonly high: number;
    /** Articles that these decisions are about; of more than 10,000 the newest. */
    readonly articles: number;
  } | null;
  readonly actions: readonly ("prove" | "backtest" | "shadow" | "activate" | "retire")[];
  /** In new articles, in shadow and active, the newest 50. */
  readonly hits: readonly {
    readonly id: string;
    readonly revision: number;
    readonly title: string;
    readonly start: number;
    readonly end: number;
    /** The place and some words around it, read now; null when the content of the article is gone, and when all these articles are too long to be read at once. */
    readonly snippet: {
      readonly before: string;
      readonly text: string;
      readonly after: string;
    } | null;
    /** Without the rule. Null: it was not looked at. */
    readonly before: {
      readonly outcome: "publish" | "review" | "reject";
      readonly score: number;
    } | null;
    /** With it. */
    readonly after: {
      readonly outcome: "publish" | "review" | "reject";
      readonly score: number;
    } | null;
    /** It changes the verdict. */
    readonly flips: boolean;
  }[];
  readonly history: readonly {
    readonly number: number;
    /** UTC. */
    readonly time: string;
    readonly name: "rule.proposed" | "rule.shadowed" | "rule.activated" | "rule.retired";
    readonly by: Person;
    /** Of the event, the one before it included. */
    readonly hash: string;
  }[];
}

/** The rules of a tenant, the newest first; retired ones last. */
export interface LearnedRules {
  readonly rules: readonly LearnedRule[];
}

/** A decision in the feed. */
export interface ListedDelivery {
  /** The webhook-id of every attempt. */
  readonly id: string;
  readonly type: "article.accepted" | "article.flagged" | "article.dead" | "review.accepted" | "review.rejected" | "review.withdrawn";
  readonly articleId: string;
  readonly revision: number;
  readonly run: number;
  readonly state: "held" | "pending" | "delivering" | "retrying" | "delivered" | "dead" | "available" | "cancelled";
  readonly attempts: number;
  /** UTC. */
  readonly createdAt: string;
  readonly lastAttemptAt: string | null;
  /** HTTP status of the last attempt. */
  readonly lastStatus: number | null;
  /** Why the last attempt failed. */
  readonly lastCode: string | null;
  /** Its place in the feed: a whole number that grows. */
  readonly place: string;
  readonly externalId: string;
  readonly source: string | null;
  /** When it is tried next; null when it is not. */
  readonly dueAt: string | null;
  /** Null when it was not asked for, and when the content was purged. */
  readonly body: Decision | null;
}

/** Whether an article is as it was, and who else has it open. */
export interface Looking {
  /** The number of its last event. */
  readonly version: number;
  /** Others who have it open. */
  readonly looking: readonly Person[];
  readonly claimant: Person | null;
}

/** The cleaned, annotated, scored document. */
export interface ModeratedArticle {
  /** Name and version of this form. */
  readonly schema: "copydesk.moderated-article/1";
  /** Facts handed in with the article or read from its own lines. */
  readonly article: {
    /** As handed in. */
    readonly id: string;
    /** Counts from 1. */
    readonly revision: number;
    /** The feed or system that sent it. */
    readonly source: string | null;
    /** Its own address. */
    readonly url: string | null;
    /** The title of the article, one copy. */
    readonly title: string | null;
    /** Who wrote it, as stated. */
    readonly byline: string | null;
    /** Where it was published. */
    readonly site: string | null;
    /** ISO 8601 date or date-time. */
    readonly publishedAt: string | null;
    readonly language: {
      /** ISO 639-1, or "und" when undetermined. */
      readonly code: string;
      /** How well the text reads in it, about .7 to .8 for clean prose. */
      readonly confidence: number;
    };
  };
  /** Identity of the text that was received; all offsets in the original count its UTF-16 code units. */
  readonly original: {
    /** Of the UTF-8 form of the original; a lone surrogate counts as U+FFFD. */
    readonly sha256: string;
    /** UTF-16 code units. */
    readonly length: number;
    /** How it was read. */
    readonly format: "text" | "markdown" | "html";
    /** How its bytes became the text; null when it was handed in as text. */
    readonly encoding: {
      /** Name in the Encoding Standard, in lower case. */
      readonly name: string;
      /** What it was told by; "detected" by the statistics of languages. */
      readonly from: "bom" | "utf-8" | "declared" | "detected";
      /** 1 unless it was detected. */
      readonly confidence: number;
      /** Places whose bytes are none of the encoding; U+FFFD stands there. */
      readonly replaced: number;
    } | null;
  };
  /** The cleaned text: its blocks joined by one blank line. */
  readonly text: string;
  /** Sorted and disjoint spans of the original with what stands in their place; applied, they give text. */
  readonly edits: readonly {
    readonly start: number;
    readonly end: number;
    readonly replacement: string;
  }[];
  /** The parts of the cleaned text, each with its place in the original. */
  readonly blocks: readonly {
    readonly kind: "title" | "heading" | "paragraph" | "list_item" | "quote" | "code" | "table" | "caption";
    /** Offset in the cleaned text. */
    readonly start: number;
    /** Offset in the cleaned text, one past the last code unit. */
    readonly end: number;
    /** Offset in the original. */
    readonly sourceStart: number;
    /** Offset in the original, one past the last code unit. */
    readonly sourceEnd: number;
    /** ISO 639-1: of the block itself when it has letters enough to tell, else of the article. Only English blocks have entities, values, topics and keyphrases. */
    readonly language: string;
  }[];
  /** In the order of the original. */
  readonly findings: readonly {
    readonly id: string;
    /** "editor_removal" and "editor_change" are what a person did to the text, at no points. */
    readonly kind: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
    /** family.name@version. */
    readonly rule: string;
    /** Offset in the original. */
    readonly start: number;
    /** Offset in the original, one past the last code unit. */
    readonly end: number;
    /** How sure the rule is; decides between findings on the same words. */
    readonly confidence: number;
    /** What was done; "moved" means taken out of the text and kept as metadata. */
    readonly action: "removed" | "repaired" | "moved" | "flagged";
    /** What it is, in one line for a person. */
    readonly message: string;
    /** What the rule saw, by name. */
    readonly evidence: Readonly<Record<string, string | number | boolean | readonly string[] | readonly number[]>>;
    /** What the finding takes from the score. */
    readonly points: number;
    /** Ids of findings about the same or the repeated text. */
    readonly related: readonly string[];
    /** How people changed the finding; absent unless an amendment concerns it. */
    readonly amended?: {
      /** Ids of the amendments. */
      readonly by: readonly string[];
      /** "kept": a person wants its text as it is; "fine": it is wrong; "reclassified": it has another kind; "removed", "changed": an editor did it himself. Only "reclassified" takes points, those of its new kind. */
      readonly as: "kept" | "fine" | "reclassified" | "removed" | "changed";
      /** What the machine says; absent for what an editor did himself. */
      readonly was?: {
        readonly kind: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
        readonly action: "removed" | "repaired" | "moved" | "flagged";
      };
    };
  }[];
  /** Names that the cleaned text tells of. */
  readonly entities: readonly {
    readonly id: string;
    /** Person, place, organisation, or another name. */
    readonly type: "PER" | "LOC" | "ORG" | "MISC";
    /** How sure the type is. */
    readonly confidence: number;
    /** The fullest form the article itself uses. */
    readonly name: string;
    /** Other forms in order of first use. */
    readonly aliases: readonly string[];
    /** Roles stated beside the name, in order of first use; of persons only. */
    readonly roles: readonly string[];
    /** How much the article is about it. */
    readonly salience: number;
    /** Each place where it is named. */
    readonly mentions: readonly {
      /** Offset in the cleaned text. */
      readonly start: number;
      /** Offset in the cleaned text, one past the last code unit. */
      readonly end: number;
      /** Offset in the original. */
      readonly sourceStart: number;
      /** Offset in the original, one past the last code unit. */
      readonly sourceEnd: number;
      readonly text: string;
      /** How sure it is that a name of this kind stands here. */
      readonly confidence: number;
      /** Row of its block in `blocks`. */
      readonly block: number;
      /** Its sentence in the cleaned text. */
      readonly sentence: {
        /** Offset in the cleaned text. */
        readonly start: number;
        /** Offset in the cleaned text, one past the last code unit. */
        readonly end: number;
      };
    }[];
  }[];
  /** Dates, money, percentages and quantities of the cleaned text. */
  readonly values: readonly ({
    readonly type: "date";
    readonly text: string;
    /** ISO 8601: day, month, year, week ("2024-W10"), day and time, or an interval with "/"; "--03-05" and "--03" lack their year. Null where it counts from a date of publication that is not known. */
    readonly value: string | null;
    readonly precision: "decade" | "year" | "month" | "week" | "day" | "minute";
    /** The date of publication, where the value was reckoned from it. */
    readonly relativeTo: string | null;
    /** Offset in the cleaned text. */
    readonly start: number;
    /** Offset in the cleaned text, one past the last code unit. */
    readonly end: number;
    /** Offset in the original. */
    readonly sourceStart: number;
    /** Offset in the original, one past the last code unit. */
    readonly sourceEnd: number;
  } | {
    readonly type: "money" | "percent" | "quantity";
    readonly text: string;
    /** Amount and unit: "5000000 USD", "12%", "5..7 km" for a range. */
    readonly value: string;
    readonly amount: number;
    /** Upper end of a range. */
    readonly maxAmount: number | null;
    /** ISO 4217 of money; "%", "pp" or "bp"; a unit of UCUM, or what is counted ("person"). */
    readonly unit: string;
    /** Offset in the cleaned text. */
    readonly start: number;
    /** Offset in the cleaned text, one past the last code unit. */
    readonly end: number;
    /** Offset in the original. */
    readonly sourceStart: number;
    /** Offset in the original, one past the last code unit. */
    readonly sourceEnd: number;
  })[];
  /** What the article is about; the surest first. */
  readonly topics: readonly {
    /** Code of IPTC Media Topics (medtop:...), or of the taxonomy that the publisher handed in. */
    readonly code: string;
    /** Its name. */
    readonly label: string;
    readonly score: number;
    /** From the direct parent up to the top level. */
    readonly broader: readonly string[];
    /** Words that earned the topic as they first stand in title or text, how often, and their share; strongest first. */
    readonly evidence: readonly {
      readonly text: string;
      readonly count: number;
      readonly weight: number;
    }[];
  }[];
  /** Words that tell what it is about; the strongest first. */
  readonly keyphrases: readonly {
    readonly text: string;
    readonly score: number;
  }[];
  /** score = 100 - sum(components.points) = 100 - sum(findings.points), exact in hundredths, never below 0. */
  readonly quality: {
    /** 0 to 100. */
    readonly score: number;
    /** A kind of finding each, and "limit.<signal>" of no points for each signal beyond its published limit. */
    readonly components: readonly {
      readonly name: string;
      readonly points: number;
      readonly findings: readonly string[];
    }[];
    /** Numbers about the cleaned text; rules/signals.yaml defines each, with unit, source and published limit. */
    readonly signals: Readonly<Record<string, number>>;
  };
  readonly verdict: {
    /** publish: nobody has to look; review, reject: a person has to decide. */
    readonly outcome: "publish" | "review" | "reject";
    /** Why it is not to be published as it is; empty for publish. */
    readonly reasons: readonly string[];
  };
  /** Stages that were cut short; such an article always asks for a person. */
  readonly incomplete: readonly string[];
  /** What became of each amendment, in order of id; absent when there were none. */
  readonly amendments?: readonly {
    /** As handed in. */
    readonly id: string;
    readonly kind: "restore" | "remove" | "replace" | "reclassify" | "reject_entity" | "reject_topic" | "add_topic";
    /** Whether it changed the result. */
    readonly effect: "applied" | "none";
    /** Why it has no effect; absent when it was applied. */
    readonly reason?: "duplicate_id" | "out_of_range" | "splits_character" | "inside_markup" | "ill_formed_text" | "conflict" | "nothing_there" | "unknown_topic" | "already_told" | "too_many" | "too_large";
    /** Of the topic that it took away or added. */
    readonly label?: string;
  }[];
  /** What made this result: the same original, amendments and provenance give the same bytes, while the desk still has the articles it was compared with. */
  readonly provenance: {
    /** Version of Copydesk. */
    readonly engine: string;
    /** Of all rules, thresholds, lists and prices. */
    readonly ruleset: string;
    /** Version of each model, by what it finds. */
    readonly models: Readonly<Record<string, string>>;
    /** Null: judged by itself, or among articles that were not named. */
    readonly corpus: {
      /** How the fingerprints of articles were made. */
      readonly fingerprints: string;
      /** The highest number of a fingerprint that counted; later articles have higher ones. Null for an article without words. */
      readonly asOf: number | null;
      /** For how many days fingerprints were kept. */
      readonly days: number;
    } | null;
    /** The machine's result that people amended on a desk; absent without amendments. */
    readonly amends?: {
      readonly sha256: string;
      /** Whether it came again, byte for byte, when this one was made: then rules, models and corpus are the same. */
      readonly isRepeated: boolean;
    };
  };
}

/** Somebody who is to work at the desk. */
export interface NewAccount {
  /** Without spaces and `/`; nobody else of the tenant has it, in whatever case. */
  readonly login: string;
  readonly name: string;
  readonly role: "publisher" | "moderator" | "lead" | "admin";
  /** The login when that is an address and this is absent. With an OpenID provider only admins of all tenants may give one, and there is none else. */
  readonly email?: string | null;
  /** The tenant that is acted for when absent. Null: all tenants; only admins of all tenants may say so. */
  readonly tenant?: string | null;
}

/** A key to be made. */
export interface NewKey {
  /** What it is for. */
  readonly name: string;
  /** submit: hand articles in; read: lists, results, deliveries; review: decide; admin: keys, tenant, purge. */
  readonly scopes: readonly ("submit" | "read" | "review" | "admin")[];
  /** Never when absent. */
  readonly expiresAt?: string;
  /** An operator's key, for all tenants; only operators may make one. */
  readonly isOperator?: boolean;
}

/** A rule to be learned. Its back-test begins at once. */
export interface NewRule {
  /** Lower-case words joined by hyphens. A name that a retired rule had gives its next version. */
  readonly name: string;
  /** personal_data and profanity are flagged, the others removed. */
  readonly kind: "spam_insert" | "boilerplate" | "leftover" | "personal_data" | "profanity";
  /** A phrase has no placeholder, a pattern has some. */
  readonly form: "phrase" | "pattern";
  /** Words in any case; `{number}`, `{word}`, `{name}` (one to three words) and `{url}` stand for what varies. */
  readonly text: string;
  readonly from: RuleSpan;
  /** As proposed when absent: the block when the span is one, else the sentence. */
  readonly scope?: "block" | "sentence";
  /** `anywhere` when absent. */
  readonly anchor?: "whole" | "anywhere";
  /** When absent: twice the words of the block, at least 20; for sentences no limit. */
  readonly maxWords?: number;
  /** What it finds, for people. */
  readonly message?: string;
  /** Further texts that must match; the span is one of them by itself. */
  readonly match?: readonly string[];
  /** Texts that must not match. When absent the back-test looks for one. */
  readonly allow?: readonly string[];
}

/** A view of the queue to be kept. */
export interface NewView {
  /** No other view of the same person has it, in whatever case. */
  readonly name: string;
  readonly filter: {
    /** Exactly this source; empty for articles without one. */
    readonly source?: string;
    /** With a finding of this kind. */
    readonly kind?: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
    /** With a finding of this rule, `family.name@version`. */
    readonly rule?: string;
    /** Of the newest result; articles without one are left out. */
    readonly minScore?: number;
    readonly maxScore?: number;
    /** On the desk for at least so long. */
    readonly minAgeSeconds?: number;
    /** `me`, `none`, or the id of whoever has it now. */
    readonly assignee?: string;
    /** Words, as GET /v1/articles takes them. */
    readonly q?: string;
    /** `desk`: whatever waits for a person. */
    readonly state?: "desk" | "flagged" | "escalated" | "appealed" | "decided" | "all";
  };
  /** Whether others of the tenant see it too. */
  readonly isShared: boolean;
}

/** The article to take next; null when there is none. */
export interface NextArticle {
  readonly article: {
    readonly id: string;
    readonly revision: number;
  } | null;
}

/** An appeal that people will decide; what comes of it is told like any decision. */
export interface OpenedAppeal {
  readonly id: string;
  readonly revision: number;
  readonly status: "flagged";
}

/** The account of whoever asks, with its sessions, the one last used first. */
export interface OwnAccount {
  /** What the person types as their login. */
  readonly signInName: string;
  /** False: they sign in at the provider only. */
  readonly hasPassword: boolean;
  readonly sessions: readonly {
    readonly id: string;
    /** UTC. */
    readonly createdAt: string;
    /** When it was last used, within a minute. */
    readonly seenAt: string;
    /** Whether it is the one that asks. */
    readonly isCurrent: boolean;
  }[];
}

/** Whoever acts on the desk. */
export interface Person {
  /** `per_…`, or `key:…` for a program. */
  readonly id: string;
  readonly name: string;
  readonly role: "publisher" | "moderator" | "lead" | "admin";
  /** Null: all tenants. */
  readonly tenant: string | null;
}

/** What people's decisions say of rules and sources: ids and counts, nothing of an article. */
export interface Precision {
  readonly tenant: string;
  /** UTC. */
  readonly from: string;
  /** UTC. */
  readonly until: string;
  readonly windowDays: number;
  /** The oldest first; that one may be shorter. */
  readonly windows: readonly {
    /** UTC. */
    readonly from: string;
    /** UTC. */
    readonly until: string;
  }[];
  /** Whether only the newest 50000 verdicts of that time were read. */
  readonly isCut: boolean;
  readonly all: {
    /** Spans that were taken out, repaired or moved, and left so. */
    readonly removed: number;
    /** Spans that were only flagged, and left so. */
    readonly kept: number;
    /** Spans that were brought back or called wrong. */
    readonly restored: number;
    /** Accepted articles in which something was found. */
    readonly decisions: number;
    /** Those of them in which something was brought back or called wrong. */
    readonly restoredIn: number;
    /** `restoredIn` of `decisions`; null without a decision. */
    readonly rate: number | null;
    /** Of the interval of 95 % of the rate, after Wilson. */
    readonly low: number;
    readonly high: number;
  };
  /** Rules and sources of which windows were compared. */
  readonly compared: number;
  readonly proposals: {
    readonly entries: readonly {
      /** `retire`: wrong more often than not; `narrow`: too often, or so on this source. */
      readonly what: "retire" | "narrow";
      /** Spans that were taken out, repaired or moved, and left so. */
      readonly removed: number;
      /** Spans that were only flagged, and left so. */
      readonly kept: number;
      /** Spans that were brought back or called wrong. */
      readonly restored: number;
      /** Accepted articles in which something was found. */
      readonly decisions: number;
      /** Those of them in which something was brought back or called wrong. */
      readonly restoredIn: number;
      /** `restoredIn` of `decisions`; null without a decision. */
      readonly rate: number | null;
      /** Of the interval of 95 % of the rate, after Wilson. */
      readonly low: number;
      readonly high: number;
      readonly rule: string;
      /** Null when it is about the rule everywhere. */
      readonly source: string | null;
      /** `low` is not below it. */
      readonly threshold: number;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  /** Of which the last window is unlike the one before, or that go up or down over all. */
  readonly changes: {
    readonly entries: readonly {
      /** As findings name it; null when the entry is about a source. */
      readonly rule: string | null;
      /** As the publisher states it, empty when none was stated; null when the entry is about a rule. */
      readonly source: string | null;
      /** Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed. */
      readonly isActive: boolean | null;
      /** Spans that were taken out, repaired or moved, and left so. */
      readonly removed: number;
      /** Spans that were only flagged, and left so. */
      readonly kept: number;
      /** Spans that were brought back or called wrong. */
      readonly restored: number;
      /** Accepted articles in which something was found. */
      readonly decisions: number;
      /** Those of them in which something was brought back or called wrong. */
      readonly restoredIn: number;
      /** `restoredIn` of `decisions`; null without a decision. */
      readonly rate: number | null;
      /** Of the interval of 95 % of the rate, after Wilson. */
      readonly low: number;
      readonly high: number;
      /** One for each of the report's windows. */
      readonly windows: readonly {
        readonly decisions: number;
        readonly restoredIn: number;
      }[];
      /** Over all windows (Cochran and Armitage); null with too few windows or decisions. */
      readonly trend: {
        /** Two-sided. */
        readonly p: number;
        /** Adjusted for all tests of the list. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
      /** The last window against the one before; null when they cannot be compared. */
      readonly drift: {
        readonly before: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        readonly last: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        /** Of the two-sided test of two proportions. */
        readonly p: number;
        /** Adjusted for all that were compared, after Benjamini and Hochberg. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  /** Sources in whose articles other things are found than before, whether anybody decided on them or not. A change of the ruleset shows here too, in many sources at once. */
  readonly patterns: {
    /** Sources, and kinds on sources, of which windows were compared. */
    readonly compared: number;
    /** Articles that were looked at. */
    readonly articles: number;
    /** Whether some window had more articles than were looked at: 50000 of all, as many of each window, the newest. */
    readonly isCut: boolean;
    readonly entries: readonly {
      /** As the publisher states it; empty when none was stated. */
      readonly source: string;
      /** Of findings; null for findings of any kind. */
      readonly kind: string | null;
      /** All windows but the last. */
      readonly before: {
        readonly articles: number;
        /** Articles in which something was found. */
        readonly found: number;
      };
      readonly last: {
        readonly articles: number;
        /** Articles in which something was found. */
        readonly found: number;
      };
      /** One for each of the report's windows. */
      readonly windows: readonly {
        readonly articles: number;
        /** Articles in which something was found. */
        readonly found: number;
      }[];
      /** The last window against all before (two proportions); null when they cannot be compared. A change is sure and big: by 5 points or the factor 1.5. */
      readonly step: {
        /** Two-sided. */
        readonly p: number;
        /** Adjusted for all tests of the list. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
      /** Over all windows (Cochran and Armitage); null with too few of them. A change is as big between the earlier and the later half of them. */
      readonly trend: {
        /** Two-sided. */
        readonly p: number;
        /** Adjusted for all tests of the list. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  /** Those with the most decisions in which something was restored first. */
  readonly rules: {
    readonly entries: readonly {
      /** As findings name it; null when the entry is about a source. */
      readonly rule: string | null;
      /** As the publisher states it, empty when none was stated; null when the entry is about a rule. */
      readonly source: string | null;
      /** Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed. */
      readonly isActive: boolean | null;
      /** Spans that were taken out, repaired or moved, and left so. */
      readonly removed: number;
      /** Spans that were only flagged, and left so. */
      readonly kept: number;
      /** Spans that were brought back or called wrong. */
      readonly restored: number;
      /** Accepted articles in which something was found. */
      readonly decisions: number;
      /** Those of them in which something was brought back or called wrong. */
      readonly restoredIn: number;
      /** `restoredIn` of `decisions`; null without a decision. */
      readonly rate: number | null;
      /** Of the interval of 95 % of the rate, after Wilson. */
      readonly low: number;
      readonly high: number;
      /** One for each of the report's windows. */
      readonly windows: readonly {
        readonly decisions: number;
        readonly restoredIn: number;
      }[];
      /** Over all windows (Cochran and Armitage); null with too few windows or decisions. */
      readonly trend: {
        /** Two-sided. */
        readonly p: number;
        /** Adjusted for all tests of the list. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
      /** The last window against the one before; null when they cannot be compared. */
      readonly drift: {
        readonly before: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        readonly last: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        /** Of the two-sided test of two proportions. */
        readonly p: number;
        /** Adjusted for all that were compared, after Benjamini and Hochberg. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  readonly sources: {
    readonly entries: readonly {
      /** As findings name it; null when the entry is about a source. */
      readonly rule: string | null;
      /** As the publisher states it, empty when none was stated; null when the entry is about a rule. */
      readonly source: string | null;
      /** Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed. */
      readonly isActive: boolean | null;
      /** Spans that were taken out, repaired or moved, and left so. */
      readonly removed: number;
      /** Spans that were only flagged, and left so. */
      readonly kept: number;
      /** Spans that were brought back or called wrong. */
      readonly restored: number;
      /** Accepted articles in which something was found. */
      readonly decisions: number;
      /** Those of them in which something was brought back or called wrong. */
      readonly restoredIn: number;
      /** `restoredIn` of `decisions`; null without a decision. */
      readonly rate: number | null;
      /** Of the interval of 95 % of the rate, after Wilson. */
      readonly low: number;
      readonly high: number;
      /** One for each of the report's windows. */
      readonly windows: readonly {
        readonly decisions: number;
        readonly restoredIn: number;
      }[];
      /** Over all windows (Cochran and Armitage); null with too few windows or decisions. */
      readonly trend: {
        /** Two-sided. */
        readonly p: number;
        /** Adjusted for all tests of the list. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
      /** The last window against the one before; null when they cannot be compared. */
      readonly drift: {
        readonly before: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        readonly last: {
          readonly decisions: number;
          readonly restoredIn: number;
        };
        /** Of the two-sided test of two proportions. */
        readonly p: number;
        /** Adjusted for all that were compared, after Benjamini and Hochberg. */
        readonly q: number;
        readonly isChange: boolean;
      } | null;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  /** Rules on sources. */
  readonly pairs: {
    readonly entries: readonly {
      /** As findings name it; null when the entry is about a source. */
      readonly rule: string | null;
      /** As the publisher states it, empty when none was stated; null when the entry is about a rule. */
      readonly source: string | null;
      /** Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed. */
      readonly isActive: boolean | null;
      /** Spans that were taken out, repaired or moved, and left so. */
      readonly removed: number;
      /** Spans that were only flagged, and left so. */
      readonly kept: number;
      /** Spans that were brought back or called wrong. */
      readonly restored: number;
      /** Accepted articles in which something was found. */
      readonly decisions: number;
      /** Those of them in which something was brought back or called wrong. */
      readonly restoredIn: number;
      /** `restoredIn` of `decisions`; null without a decision. */
      readonly rate: number | null;
      /** Of the interval of 95 % of the rate, after Wilson. */
      readonly low: number;
      readonly high: number;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
}

/** What went wrong, as RFC 9457 writes it. `code` is stable; `detail` says what to do. */
export interface Problem {
  /** urn:copydesk:problem:<code>. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: "bad_request" | "bad_json" | "bad_encoding" | "invalid" | "bad_idempotency_key" | "bad_cursor" | "bad_reason" | "unauthenticated" | "signed_out" | "bad_login" | "bad_password" | "bad_invitation" | "too_many_logins" | "bad_csrf" | "forbidden" | "wrong_tenant" | "not_found" | "unknown_tenant" | "unknown_article" | "unknown_delivery" | "no_result" | "unknown_view" | "stale_view" | "stale_count" | "unknown_key" | "unknown_session" | "unknown_person" | "oidc_off" | "unknown_rule" | "rule_exists" | "rule_state" | "no_proof" | "too_many_rules" | "too_many_backtests" | "bad_rule" | "method_not_allowed" | "request_timeout" | "conflict" | "tenant_exists" | "revision_conflict" | "idempotency_in_flight" | "claimed" | "unclaimed" | "stale_claim" | "stale_result" | "not_on_desk" | "unknown_amendment" | "no_effect" | "draft_overdue" | "appeal_open" | "appeal_late" | "appeal_decided" | "appeal_mismatch" | "not_offered" | "unknown_bulk" | "not_decided" | "not_allowed" | "login_taken" | "last_admin" | "unclear_login" | "person_linked" | "person_disabled" | "view_exists" | "too_many_views" | "oidc_failed" | "oidc_refused" | "under_way" | "decided" | "superseded" | "stale" | "no_webhook" | "purged" | "body_too_large" | "unsupported_media_type" | "batch_too_large" | "bad_expectation" | "bad_id" | "bad_article" | "too_large" | "too_many_lines" | "revision_limit" | "idempotency_key_reuse" | "rate_limited" | "headers_too_large" | "internal" | "queue_full" | "busy" | "check_overdue" | "oidc_away" | "closing" | "store_unavailable";
  readonly detail: string;
  /** Each thing that does not fit the schema. */
  readonly errors?: readonly {
    readonly in: "body" | "query" | "path" | "headers";
    /** JSON pointer (RFC 6901) into that part. */
    readonly pointer: string;
    readonly detail: string;
  }[];
}

/** A page of the queue, in the order in which articles should be taken. */
export interface Queue {
  readonly articles: readonly QueueRow[];
  /** `cursor` of the next page. */
  readonly next: string | null;
  /** All that fit, at most 10,000. */
  readonly count: number;
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number | null;
  /** Until the first of them is due; negative when it is overdue. */
  readonly dueInSeconds: number | null;
  readonly overdue: number;
  /** The most frequent 50 each; only when asked for. */
  readonly facets: {
    readonly sources: readonly {
      readonly value: string;
      readonly count: number;
    }[];
    readonly kinds: readonly {
      readonly value: string;
      readonly count: number;
    }[];
    readonly rules: readonly {
      readonly value: string;
      readonly count: number;
    }[];
  } | null;
}

/** An article in the queue of the desk. */
export interface QueueRow {
  readonly id: string;
  readonly revision: number;
  /** As it was given, or else as it was found in the article; empty when there is none. */
  readonly title: string;
  readonly source: string | null;
  readonly format: "text" | "markdown" | "html";
  readonly characters: number;
  readonly score: number | null;
  /** Why the machine did not publish it. */
  readonly reasons: readonly string[];
  /** Kinds of its findings. */
  readonly kinds: readonly string[];
  /** Rules of its findings, at most 50. */
  readonly rules: readonly string[];
  readonly review: "none" | "flagged" | "escalated" | "appealed" | "decided";
  readonly decision: "accepted" | "rejected" | null;
  /** Who has it now. */
  readonly claimant: Person | null;
  /** UTC. */
  readonly receivedAt: string;
  readonly flaggedAt: string | null;
  /** When somebody should have decided. */
  readonly dueAt: string | null;
  /** Greater comes first among those that are equally due. */
  readonly priority: number;
}

/** Whether everything that the desk needs is there, each named. */
export interface Readiness {
  readonly status: "ok" | "fail";
  readonly checks: {
    readonly store: {
      readonly status: "ok" | "fail";
      readonly detail?: string;
    };
    readonly redis?: {
      readonly status: "ok" | "fail";
      readonly detail?: string;
    };
    readonly worker: {
      readonly status: "ok" | "fail";
      readonly detail?: string;
    };
    readonly relay: {
      readonly status: "ok" | "fail";
      readonly detail?: string;
    };
    readonly deliver: {
      readonly status: "ok" | "fail";
      readonly detail?: string;
    };
  };
}

/** A claim that goes on. */
export interface RenewedClaim {
  readonly leaseSeconds: number;
  readonly version: number;
  readonly looking: readonly Person[];
}

/** What became of the dead deliveries. */
export interface ReplayedDead {
  /** Sent once more from now on. */
  readonly replayed: number;
  /** Left as they are: a newer decision took their place, or there is no webhook. */
  readonly refused: number;
}

/** A key just made in the place of another. */
export interface RotatedKey {
  readonly id: string;
  /** Null: an operator's key, for all tenants. */
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly ("submit" | "read" | "review" | "admin")[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** `ck_<id>_<secret>`. It is shown this once. */
  readonly key: string;
  /** The id of the old key. */
  readonly replaces: string;
  /** Until then the old key works too. */
  readonly oldExpiresAt: string;
}

/** The examples of a rule. */
export interface RuleProof {
  /** Texts that must match. */
  readonly match: readonly string[];
  /** Texts that must not match; without one the rule is not tried on new articles. */
  readonly allow: readonly string[];
}

/** Rules that a span could become, the narrowest first. */
export interface RuleProposals {
  readonly proposals: readonly {
    /** A phrase has no placeholder, a pattern has some. */
    readonly form: "phrase" | "pattern";
    /** Words in any case; `{number}`, `{word}`, `{name}` (one to three words) and `{url}` stand for what varies. */
    readonly text: string;
    /** What a match takes: the whole block, which is a line in plain text, or the sentence. */
    readonly scope: "block" | "sentence";
    /** Where the text has to stand in the block: it is the whole block, or it is somewhere in it. */
    readonly anchor: "whole" | "anywhere";
    /** Of the block; in longer ones nothing is matched. */
    readonly maxWords: number;
    /** What this candidate keeps of the span, and what it leaves open; for people. */
    readonly why: string;
    /** Texts that it matches, the span among them. */
    readonly match: readonly string[];
    /** Texts of the same article that come near and that it does not match. */
    readonly allow: readonly string[];
    /** Blocks of this article that it matches. */
    readonly hits: number;
  }[];
  /** A name that is free. */
  readonly name: string;
  /** The kind that fits the span best. */
  readonly kind: "spam_insert" | "boilerplate" | "leftover" | "personal_data" | "profanity";
}

/** The span that a rule is to be made from. */
export interface RuleSpan {
  /** The article. */
  readonly id: string;
  /** Which content is meant. */
  readonly revision: number;
  readonly start: number;
  readonly end: number;
}

/** Who is signed in, and for whom. */
export interface Session {
  readonly person: Person;
  /** To be sent in the header Copydesk-CSRF with each request that changes something. */
  readonly csrf: string;
  /** Tenants that the person may act for, by the header Copydesk-Tenant. */
  readonly tenants: readonly string[];
}

/** An article that was taken in and cannot be lost. */
export interface Submitted {
  /** Ours: `art_…`. It stands in addresses, log lines and deliveries. */
  readonly id: string;
  /** Which content under this source and external id it is; counts from 1. */
  readonly revision: number;
  /** The `id` of the article as it was submitted. */
  readonly externalId: string;
  readonly source: string | null;
  readonly status: "pending" | "accepted" | "flagged" | "rejected" | "dead" | "superseded" | "purged";
  /** Where its state and result stand. */
  readonly url: string;
  /** False when the very same article was accepted before: nothing has changed then. */
  readonly isNew: boolean;
}

/** A publisher with its limits. */
export interface Tenant {
  readonly id: string;
  readonly createdAt: string;
  /** Articles a second on the average; null: the default of the desk. */
  readonly ratePerSecond: number | null;
  /** Articles at once; null: the default of the desk. */
  readonly burst: number | null;
  /** Share of the workers while several tenants wait. */
  readonly weight: number;
  /** Days after which content is purged; null: the default of the desk. */
  readonly retentionDays: number | null;
  /** Whether its paragraphs may be compared with those of other tenants that allow it too. */
  readonly sharesFingerprints: boolean;
  /** Where decisions are sent; null: they wait to be fetched. */
  readonly webhookUrl: string | null;
  /** How many secrets sign now. */
  readonly webhookSecrets: number;
}

/** What is to change of a tenant; what is left out stays. */
export interface TenantChange {
  /** Operators only. */
  readonly ratePerSecond?: number | null;
  /** Operators only. */
  readonly burst?: number | null;
  /** Operators only. */
  readonly weight?: number;
  readonly retentionDays?: number | null;
  readonly sharesFingerprints?: boolean;
  /** http or https. A first webhook gets a secret. */
  readonly webhookUrl?: string | null;
  /** Makes a secret: beside the newest one until the next is made, or in the place of all. */
  readonly newWebhookSecret?: "add" | "replace";
}

/** A view of the queue under a name. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly filter: {
    /** Exactly this source; empty for articles without one. */
    readonly source?: string;
    /** With a finding of this kind. */
    readonly kind?: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
    /** With a finding of this rule, `family.name@version`. */
    readonly rule?: string;
    /** Of the newest result; articles without one are left out. */
    readonly minScore?: number;
    readonly maxScore?: number;
    /** On the desk for at least so long. */
    readonly minAgeSeconds?: number;
    /** `me`, `none`, or the id of whoever has it now. */
    readonly assignee?: string;
    /** Words, as GET /v1/articles takes them. */
    readonly q?: string;
    /** `desk`: whatever waits for a person. */
    readonly state?: "desk" | "flagged" | "escalated" | "appealed" | "decided" | "all";
  };
  /** Its filter is of another version of Copydesk, and cannot be used: write it anew. */
  readonly isStale: boolean;
  readonly isShared: boolean;
  readonly owner: Person;
  readonly isOwn: boolean;
  /** Its owner may, and a lead one that is shared. */
  readonly mayChange: boolean;
}

/** The views of a person and those that others share, by name. */
export interface ViewList {
  readonly views: readonly View[];
}

/** What each operation takes and answers. */
export interface Operations {
  /** Submit one article, or a batch. */
  readonly submitArticles: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: Article | Batch;
    readonly answer: Submitted | Finished | BatchAnswer | Submitted | BatchAnswer;
  };
  /** List and search articles, newest first. */
  readonly listArticles: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      readonly status?: "pending" | "accepted" | "flagged" | "rejected" | "dead" | "superseded" | "purged";
      /** Exactly this source; empty for articles without one. */
      readonly source?: string;
      /** Exactly this `id`, as it was submitted. */
      readonly externalId?: string;
      /** Of the newest result; articles without one are left out. */
      readonly minScore?: number;
      readonly maxScore?: number;
      /** Received at this time or later. */
      readonly since?: string;
      /** Received before this time. */
      readonly until?: string;
      /** Words of id, source, title, byline and the beginning of the text: `word other`, `"a phrase"`, `this or that`, `-without`. */
      readonly q?: string;
      /** `next` of the page before, with the same filters. */
      readonly cursor?: string;
      /** Entries of a page. */
      readonly limit?: number;
    };
    readonly body: undefined;
    readonly answer: ArticleList;
  };
  /** Read where an article stands, its result and its history. */
  readonly getArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: {
      /** The newest when absent. */
      readonly revision?: number;
    };
    readonly body: undefined;
    readonly answer: ArticleState;
  };
  /** Take the content of an article out for good. */
  readonly purgeArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: {
      /** The newest when absent. */
      readonly revision?: number;
    };
    readonly body: undefined;
    readonly answer: {
      readonly id: string;
      /** Revisions whose content is gone. */
      readonly purged: readonly number[];
    };
  };
  /** Have an article moderated anew. */
  readonly replayArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: {
      /** The newest when absent. */
      readonly revision?: number;
    };
    readonly body: undefined;
    readonly answer: Submitted;
  };
  /** Moderate an article at once and store nothing. */
  readonly checkArticle: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: Article;
    readonly answer: ModeratedArticle;
  };
  /** Fetch decisions in the order they were made. */
  readonly listDeliveries: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** `next` of the page before; from the first decision when absent. */
      readonly after?: string;
      /** Only those in this state: a list to look through, not a feed to follow. */
      readonly state?: "held" | "pending" | "delivering" | "retrying" | "delivered" | "dead" | "available" | "cancelled";
      /** Entries of a page. */
      readonly limit?: number;
      /** Whether each decision comes with what the publisher is told. */
      readonly bodies?: string;
    };
    readonly body: undefined;
    readonly answer: DeliveryList;
  };
  /** Read the result that a decision is about. */
  readonly getDeliveryResult: {
    readonly path: {
      /** The `id` of a delivery, which is its webhook-id. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: ModeratedArticle;
  };
  /** Send a decision once more, under the same webhook-id. */
  readonly replayDelivery: {
    readonly path: {
      /** The `id` of a delivery, which is its webhook-id. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: {
      readonly id: string;
      readonly outcome: "replayed";
    };
  };
  /** Send every dead decision once more. */
  readonly replayDeadDeliveries: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** Only of articles of this source. */
      readonly source?: string;
    };
    readonly body: undefined;
    readonly answer: ReplayedDead;
  };
  /** List keys, without their secrets. */
  readonly listKeys: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** The operators' keys instead of the tenant's; only operators may ask for them. */
      readonly operators?: string;
      /** `next` of the page before. */
      readonly after?: string;
      /** Entries of a page. */
      readonly limit?: number;
    };
    readonly body: undefined;
    readonly answer: {
      readonly keys: readonly ApiKey[];
      /** Send it as `after` for the next page; null on the last one. */
      readonly next: string | null;
    };
  };
  /** Make a key. */
  readonly createKey: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: NewKey;
    readonly answer: IssuedKey;
  };
  /** End a key, within a few seconds. */
  readonly revokeKey: {
    readonly path: {
      /** The `id` of a key: its middle part. */
      readonly id: string;
    };
    readonly query: {
      /** The operators' keys instead of the tenant's; only operators may ask for them. */
      readonly operators?: string;
    };
    readonly body: undefined;
    readonly answer: ApiKey;
  };
  /** Make a key in the place of another, which works on for a while. */
  readonly rotateKey: {
    readonly path: {
      /** The `id` of a key: its middle part. */
      readonly id: string;
    };
    readonly query: {
      /** The operators' keys instead of the tenant's; only operators may ask for them. */
      readonly operators?: string;
      /** When the new key ends; when the old one would have, if absent. */
      readonly expiresAt?: string;
      /** How long the old key goes on working. */
      readonly overlapSeconds?: number;
    };
    readonly body: undefined;
    readonly answer: RotatedKey;
  };
  /** Read the webhook and limits of the tenant. */
  readonly getTenant: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: Tenant;
  };
  /** Change the webhook and limits of the tenant. */
  readonly changeTenant: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: TenantChange;
    readonly answer: ChangedTenant;
  };
  /** List tenants (operators). */
  readonly listTenants: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      readonly after?: string;
      /** Entries of a page. */
      readonly limit?: number;
    };
    readonly body: undefined;
    readonly answer: {
      readonly tenants: readonly Tenant[];
      /** Send it as `after` for the next page; null on the last one. */
      readonly next: string | null;
    };
  };
  /** Make a tenant (operators). */
  readonly createTenant: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** 1 to 63 small letters, digits and hyphens. */
      readonly id: string;
    };
    readonly answer: Tenant;
  };
  /** Export the chains of events of the tenant, for audits. */
  readonly exportAudit: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** Events of this time or later; all when absent. */
      readonly since?: string;
      /** Events before this time; now when absent. */
      readonly until?: string;
    };
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** Go to the provider's page to sign in. */
  readonly startOidc: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** Join by the link of an invitation and sign in at the provider. */
  readonly startOidcInvited: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** The secret part of the link. */
      readonly invitation: string;
    };
    readonly answer: {
      readonly url: string;
    };
  };
  /** Come back from the provider and be signed in. */
  readonly finishOidc: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** Read one’s own account and its sessions. */
  readonly getOwnAccount: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: OwnAccount;
  };
  /** Change one’s own password, which ends all other sessions. */
  readonly changeOwnPassword: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      readonly current: string;
      readonly next: string;
    };
    readonly answer: Session;
  };
  /** End all of one’s own sessions but this one. */
  readonly endOtherSessions: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** End one of one’s own sessions. */
  readonly endOwnSession: {
    readonly path: {
      /** The `id` of a session. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** List people. */
  readonly listPeople: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** `next` of the page before. */
      readonly after?: string;
      /** Entries of a page. */
      readonly limit?: number;
    };
    readonly body: undefined;
    readonly answer: AccountList;
  };
  /** Add a person, who joins by an invitation or signs in elsewhere. */
  readonly addPerson: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: NewAccount;
    readonly answer: Account;
  };
  /** Change a person: role, name, address, or whether the account is disabled. */
  readonly changePerson: {
    readonly path: {
      /** The `id` of a person. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: AccountChange;
    readonly answer: Account;
  };
  /** Make a link with which a person chooses a password. */
  readonly invitePerson: {
    readonly path: {
      /** The `id` of a person. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: Invitation;
  };
  /** Read how the tenant works its desk. */
  readonly getDeskSettings: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: DeskSettings;
  };
  /** Change how the tenant works its desk. */
  readonly changeDeskSettings: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: DeskSettingsChange;
    readonly answer: DeskSettings;
  };
  /** List one's own views of the queue and those that others share. */
  readonly listViews: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: ViewList;
  };
  /** Keep a view of the queue under a name. */
  readonly createView: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: NewView;
    readonly answer: View;
  };
  /** Write a view of the queue anew. */
  readonly changeView: {
    readonly path: {
      /** The `id` of a view. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: NewView;
    readonly answer: View;
  };
  /** Delete a view of the queue. */
  readonly deleteView: {
    readonly path: {
      /** The `id` of a view. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: View;
  };
  /** Sign in with login and password. */
  readonly openSession: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Of people of a tenant other than `default`, with its name before it: `gazette/ina`. */
      readonly login: string;
      readonly password: string;
    };
    readonly answer: Session;
  };
  /** Read who is signed in. */
  readonly getSession: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: Session;
  };
  /** Sign out. */
  readonly closeSession: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  /** Choose a password, by the link of an invitation, and sign in. */
  readonly joinDesk: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** The secret part of the link. */
      readonly invitation: string;
      readonly password: string;
    };
    readonly answer: Session;
  };
  /** Read how people sign in. */
  readonly getWaysToSignIn: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: {
      /** Null: by login and password only. */
      readonly oidc: {
        readonly label: string;
      } | null;
    };
  };
  /** List what waits for people, in the order to take it. */
  readonly getQueue: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** `desk`, whatever waits for a person, when absent. */
      readonly state?: "desk" | "flagged" | "escalated" | "appealed" | "decided" | "all";
      /** Exactly this source; empty for articles without one. */
      readonly source?: string;
      /** With a finding of this kind. */
      readonly kind?: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
      /** With a finding of this rule, `family.name@version`. */
      readonly rule?: string;
      /** Of the newest result; articles without one are left out. */
      readonly minScore?: number;
      readonly maxScore?: number;
      /** On the desk for at least so long. */
      readonly minAgeSeconds?: number;
      /** `me`, `none`, or the id of whoever has it now. */
      readonly assignee?: string;
      /** Words, as GET /v1/articles takes them. */
      readonly q?: string;
      /** A saved view: its filters, where none is given here. */
      readonly view?: string;
      /** Whether to count by source, kind and rule. */
      readonly facets?: string;
      /** `next` of the page before, with the same filters. */
      readonly cursor?: string;
      /** Entries of a page. */
      readonly limit?: number;
    };
    readonly body: undefined;
    readonly answer: Queue;
  };
  /** Find the article to take next. */
  readonly getNext: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** `desk` when absent. */
      readonly state?: "desk" | "flagged" | "escalated" | "appealed" | "decided" | "all";
      /** Exactly this source; empty for articles without one. */
      readonly source?: string;
      /** With a finding of this kind. */
      readonly kind?: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
      /** With a finding of this rule, `family.name@version`. */
      readonly rule?: string;
      /** Of the newest result; articles without one are left out. */
      readonly minScore?: number;
      readonly maxScore?: number;
      /** On the desk for at least so long. */
      readonly minAgeSeconds?: number;
      /** `me`, `none`, or the id of whoever has it now. */
      readonly assignee?: string;
      /** Words, as GET /v1/articles takes them. */
      readonly q?: string;
      /** A saved view: its filters, where none is given here. */
      readonly view?: string;
    };
    readonly body: undefined;
    readonly answer: NextArticle;
  };
  /** Read an article with all that the desk shows of it. */
  readonly getDeskArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: {
      /** The newest when absent. */
      readonly revision?: number;
    };
    readonly body: undefined;
    readonly answer: DeskArticle;
  };
  /** Say that one has an article open, and hear who else does. */
  readonly lookAtArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
    };
    readonly answer: Looking;
  };
  /** Take an article, for a minute at a time. */
  readonly claimArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
    };
    readonly answer: DeskArticle;
  };
  /** Give a claim back. */
  readonly releaseArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
    };
    readonly answer: DeskArticle;
  };
  /** Give a claim back, and leave the article to others for some hours. */
  readonly skipArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
    };
    readonly answer: DeskArticle;
  };
  /** Hand an article to the leads. */
  readonly escalateArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
      /** escalated: unsure, legal, sensitive, policy, other. */
      readonly reason: "unsure" | "legal" | "sensitive" | "policy" | "other" | null;
    };
    readonly answer: DeskArticle;
  };
  /** Decide on an article; for ten seconds nobody is told. */
  readonly decideArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
      readonly decision: "accepted" | "rejected";
      /** accepted: false_alarm, mended, other, or null. rejected: spam, advertising, duplicate, garbage, misleading, unsafe, off_topic, other. */
      readonly reason: "false_alarm" | "mended" | "other" | "spam" | "advertising" | "duplicate" | "garbage" | "misleading" | "unsafe" | "off_topic" | null;
      /** `resultSha256` of the article that was looked at. */
      readonly result: string;
      /** What the decision took; for the log. */
      readonly effort?: {
        /** Keys and clicks. */
        readonly keys: number;
        /** From the claim on. */
        readonly seconds: number;
      };
    };
    readonly answer: DeskArticle;
  };
  /** Take a decision back. */
  readonly undoDecision: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
    };
    readonly answer: DeskArticle;
  };
  /** Write a note to an article. */
  readonly noteArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      readonly text: string;
    };
    readonly answer: DeskArticle;
  };
  /** Keep a claim for another minute. */
  readonly renewClaim: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
    };
    readonly answer: RenewedClaim;
  };
  /** List the rules that were learned. */
  readonly listRules: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRules;
  };
  /** Propose a rule; its back-test begins at once. */
  readonly createRule: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: NewRule;
    readonly answer: LearnedRuleDetail;
  };
  /** Read a rule with its back-test, its hits and its precision. */
  readonly getRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRuleDetail;
  };
  /** Ask which rules a span of an article could become. */
  readonly proposeRules: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: RuleSpan;
    readonly answer: RuleProposals;
  };
  /** Give a proposed rule other examples. */
  readonly proveRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: RuleProof;
    readonly answer: LearnedRuleDetail;
  };
  /** Try a rule on the newest articles, anew. */
  readonly backtestRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRuleDetail;
  };
  /** Count what a rule finds in new articles, and change nothing. */
  readonly shadowRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRuleDetail;
  };
  /** Make a rule part of the ruleset. */
  readonly activateRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRuleDetail;
  };
  /** Take a rule out of the ruleset. */
  readonly retireRule: {
    readonly path: {
      /** `rul_…`. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: LearnedRuleDetail;
  };
  /** Change the machine's result of an article. */
  readonly amendArticle: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
      /** All of them are taken, or none. */
      readonly amendments: readonly ({
        readonly kind: "restore";
        /** Offset in the original. */
        readonly start: number;
        /** Offset in the original, one past the last code unit. */
        readonly end: number;
      } | {
        readonly kind: "remove";
        /** Offset in the original. */
        readonly start: number;
        /** Offset in the original, one past the last code unit. */
        readonly end: number;
      } | {
        readonly kind: "replace";
        /** Offset in the original. */
        readonly start: number;
        /** Offset in the original, one past the last code unit. */
        readonly end: number;
        readonly text: string;
      } | {
        readonly kind: "reclassify";
        /** Offset in the original. */
        readonly start: number;
        /** Offset in the original, one past the last code unit. */
        readonly end: number;
        readonly rule: string;
        readonly to: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "fine";
      } | {
        readonly kind: "reject_entity";
        readonly name: string;
        readonly type: "PER" | "LOC" | "ORG" | "MISC";
      } | {
        readonly kind: "reject_entity";
        /** Offset in the original. */
        readonly start: number;
        /** Offset in the original, one past the last code unit. */
        readonly end: number;
      } | {
        readonly kind: "reject_topic";
        readonly code: string;
      } | {
        readonly kind: "add_topic";
        readonly code: string;
      })[];
    };
    readonly answer: DeskArticle;
  };
  /** Take a change back. */
  readonly withdrawAmendment: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
      readonly amendment: string;
    };
    readonly query: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
    };
    readonly body: undefined;
    readonly answer: DeskArticle;
  };
  /** Take several changes back. */
  readonly withdrawAmendments: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
      /** All of them are taken back, or none. */
      readonly amendments: readonly string[];
    };
    readonly answer: DeskArticle;
  };
  /** Appeal against the decision on an article. */
  readonly appeal: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** The newest when absent. */
      readonly revision?: number;
      /** Why the decision is wrong. */
      readonly text: string;
    };
    readonly answer: OpenedAppeal;
  };
  /** Appeal against the decision on an article. */
  readonly openAppeal: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** Why the decision is wrong. */
      readonly text: string;
    };
    readonly answer: DeskArticle;
  };
  /** Decide an appeal against what somebody else has decided. */
  readonly decideAppeal: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      /** `fence` of the article when it was claimed. */
      readonly fence: number;
      readonly decision: "accepted" | "rejected";
      /** accepted: false_alarm, mended, other, or null. rejected: spam, advertising, duplicate, garbage, misleading, unsafe, off_topic, other. */
      readonly reason: "false_alarm" | "mended" | "other" | "spam" | "advertising" | "duplicate" | "garbage" | "misleading" | "unsafe" | "off_topic" | null;
      /** `resultSha256` of the article that was looked at. */
      readonly result: string;
      /** What the decision took; for the log. */
      readonly effort?: {
        /** Keys and clicks. */
        readonly keys: number;
        /** From the claim on. */
        readonly seconds: number;
      };
      /** Whoever appealed is right. Then `decision` is the other one, or `result` is not the one that was decided on. */
      readonly upheld: boolean;
    };
    readonly answer: DeskArticle;
  };
  /** Find a decided article to look at without knowing the decision. */
  readonly getNextCheck: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: DeskArticle | null;
  };
  /** Say what one would have decided. */
  readonly checkDecision: {
    readonly path: {
      /** The `id` that the submission answered. */
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** Which content is meant. */
      readonly revision: number;
      readonly decision: "accepted" | "rejected";
      /** accepted: false_alarm, mended, other, or null. rejected: spam, advertising, duplicate, garbage, misleading, unsafe, off_topic, other. */
      readonly reason: "false_alarm" | "mended" | "other" | "spam" | "advertising" | "duplicate" | "garbage" | "misleading" | "unsafe" | "off_topic" | null;
    };
    readonly answer: DeskArticle;
  };
  /** Read how often second persons said the same. */
  readonly getAgreement: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** How far back to look. */
      readonly days?: number;
    };
    readonly body: undefined;
    readonly answer: Agreement;
  };
  /** Decide on all articles that fit a filter, or count them. */
  readonly decideInBulk: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: {
      /** As GET /v1/desk/queue takes it. */
      readonly filter: {
        readonly state?: "desk" | "flagged" | "escalated";
        /** Exactly this source; empty for articles without one. */
        readonly source?: string;
        /** With a finding of this kind. */
        readonly kind?: "garbage_token" | "spam_insert" | "boilerplate" | "title_repeat" | "slug_line" | "duplicate" | "near_duplicate" | "cross_article_duplicate" | "leftover" | "encoding" | "hidden_text" | "mixed_script" | "personal_data" | "profanity" | "editor_removal" | "editor_change";
        /** With a finding of this rule, `family.name@version`. */
        readonly rule?: string;
        /** Of the newest result; articles without one are left out. */
        readonly minScore?: number;
        readonly maxScore?: number;
        /** On the desk for at least so long. */
        readonly minAgeSeconds?: number;
        /** `me`, `none`, or the id of whoever has it now. */
        readonly assignee?: string;
        /** Words, as GET /v1/articles takes them. */
        readonly q?: string;
        /** A saved view: its filters, where none is given here. */
        readonly view?: string;
      };
      readonly decision: "accepted" | "rejected";
      /** accepted: false_alarm, mended, other, or null. rejected: spam, advertising, duplicate, garbage, misleading, unsafe, off_topic, other. */
      readonly reason: "false_alarm" | "mended" | "other" | "spam" | "advertising" | "duplicate" | "garbage" | "misleading" | "unsafe" | "off_topic" | null;
      /** Count only. */
      readonly dryRun?: boolean;
      /** Of the count of the same filter; without it, or when other articles fit now, nothing is decided. */
      readonly token?: string;
    };
    readonly answer: BulkCount | CreatedBulk;
  };
  /** Read how far a bulk decision has come. */
  readonly getBulk: {
    readonly path: {
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: BulkProgress;
  };
  /** Stop a bulk decision; what is decided stays so. */
  readonly stopBulk: {
    readonly path: {
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: BulkProgress;
  };
  /** Take the decisions of a bulk back, one after another. */
  readonly undoBulk: {
    readonly path: {
      readonly id: string;
    };
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: BulkProgress;
  };
  /** Read how often people bring back what rules took out. */
  readonly getPrecision: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: {
      /** How far back to look. */
      readonly days?: number;
      /** Days of a window; a week when absent. At most `days`, and not so few that there are more than 60 windows. */
      readonly windowDays?: number;
      /** Entries of each list. */
      readonly top?: number;
    };
    readonly body: undefined;
    readonly answer: Precision;
  };
  /** Whether store, Redis and every role are there. */
  readonly getReadiness: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: Readiness;
  };
  /** Whether the process is up. */
  readonly getHealth: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: {
      readonly status: "ok";
    };
  };
  /** Metrics of this process and of the store, for Prometheus. */
  readonly getMetrics: {
    readonly path: Readonly<Record<string, never>>;
    readonly query: Readonly<Record<string, never>>;
    readonly body: undefined;
    readonly answer: string;
  };
}

/** Where each operation stands. */
export const OPERATIONS = {
  submitArticles: { method: 'POST', path: '/v1/articles' },
  listArticles: { method: 'GET', path: '/v1/articles' },
  getArticle: { method: 'GET', path: '/v1/articles/{id}' },
  purgeArticle: { method: 'DELETE', path: '/v1/articles/{id}' },
  replayArticle: { method: 'POST', path: '/v1/articles/{id}/replay' },
  checkArticle: { method: 'POST', path: '/v1/check' },
  listDeliveries: { method: 'GET', path: '/v1/deliveries' },
  getDeliveryResult: { method: 'GET', path: '/v1/deliveries/{id}/result' },
  replayDelivery: { method: 'POST', path: '/v1/deliveries/{id}/replay' },
  replayDeadDeliveries: { method: 'POST', path: '/v1/deliveries/replay' },
  listKeys: { method: 'GET', path: '/v1/keys' },
  createKey: { method: 'POST', path: '/v1/keys' },
  revokeKey: { method: 'DELETE', path: '/v1/keys/{id}' },
  rotateKey: { method: 'POST', path: '/v1/keys/{id}/rotate' },
  getTenant: { method: 'GET', path: '/v1/tenant' },
  changeTenant: { method: 'PUT', path: '/v1/tenant' },
  listTenants: { method: 'GET', path: '/v1/tenants' },
  createTenant: { method: 'POST', path: '/v1/tenants' },
  exportAudit: { method: 'GET', path: '/v1/desk/audit' },
  startOidc: { method: 'GET', path: '/v1/desk/oidc/start' },
  startOidcInvited: { method: 'POST', path: '/v1/desk/oidc/start' },
  finishOidc: { method: 'GET', path: '/v1/desk/oidc/back' },
  getOwnAccount: { method: 'GET', path: '/v1/desk/account' },
  changeOwnPassword: { method: 'PUT', path: '/v1/desk/account/password' },
  endOtherSessions: { method: 'DELETE', path: '/v1/desk/account/sessions' },
  endOwnSession: { method: 'DELETE', path: '/v1/desk/account/sessions/{id}' },
  listPeople: { method: 'GET', path: '/v1/desk/people' },
  addPerson: { method: 'POST', path: '/v1/desk/people' },
  changePerson: { method: 'PATCH', path: '/v1/desk/people/{id}' },
  invitePerson: { method: 'POST', path: '/v1/desk/people/{id}/invitation' },
  getDeskSettings: { method: 'GET', path: '/v1/desk/settings' },
  changeDeskSettings: { method: 'PUT', path: '/v1/desk/settings' },
  listViews: { method: 'GET', path: '/v1/desk/views' },
  createView: { method: 'POST', path: '/v1/desk/views' },
  changeView: { method: 'PUT', path: '/v1/desk/views/{id}' },
  deleteView: { method: 'DELETE', path: '/v1/desk/views/{id}' },
  openSession: { method: 'POST', path: '/v1/desk/session' },
  getSession: { method: 'GET', path: '/v1/desk/session' },
  closeSession: { method: 'DELETE', path: '/v1/desk/session' },
  joinDesk: { method: 'POST', path: '/v1/desk/join' },
  getWaysToSignIn: { method: 'GET', path: '/v1/desk/sign-in' },
  getQueue: { method: 'GET', path: '/v1/desk/queue' },
  getNext: { method: 'GET', path: '/v1/desk/next' },
  getDeskArticle: { method: 'GET', path: '/v1/desk/articles/{id}' },
  lookAtArticle: { method: 'POST', path: '/v1/desk/articles/{id}/looking' },
  claimArticle: { method: 'POST', path: '/v1/desk/articles/{id}/claim' },
  releaseArticle: { method: 'POST', path: '/v1/desk/articles/{id}/release' },
  skipArticle: { method: 'POST', path: '/v1/desk/articles/{id}/skip' },
  escalateArticle: { method: 'POST', path: '/v1/desk/articles/{id}/escalate' },
  decideArticle: { method: 'POST', path: '/v1/desk/articles/{id}/decide' },
  undoDecision: { method: 'POST', path: '/v1/desk/articles/{id}/undo' },
  noteArticle: { method: 'POST', path: '/v1/desk/articles/{id}/notes' },
  renewClaim: { method: 'POST', path: '/v1/desk/articles/{id}/renew' },
  listRules: { method: 'GET', path: '/v1/desk/rules' },
  createRule: { method: 'POST', path: '/v1/desk/rules' },
  getRule: { method: 'GET', path: '/v1/desk/rules/{id}' },
  proposeRules: { method: 'POST', path: '/v1/desk/rules/propose' },
  proveRule: { method: 'PUT', path: '/v1/desk/rules/{id}/proof' },
  backtestRule: { method: 'POST', path: '/v1/desk/rules/{id}/backtest' },
  shadowRule: { method: 'POST', path: '/v1/desk/rules/{id}/shadow' },
  activateRule: { method: 'POST', path: '/v1/desk/rules/{id}/activate' },
  retireRule: { method: 'POST', path: '/v1/desk/rules/{id}/retire' },
  amendArticle: { method: 'POST', path: '/v1/desk/articles/{id}/amendments' },
  withdrawAmendment: { method: 'DELETE', path: '/v1/desk/articles/{id}/amendments/{amendment}' },
  withdrawAmendments: { method: 'POST', path: '/v1/desk/articles/{id}/amendments/withdraw' },
  appeal: { method: 'POST', path: '/v1/articles/{id}/appeal' },
  openAppeal: { method: 'POST', path: '/v1/desk/articles/{id}/appeals' },
  decideAppeal: { method: 'POST', path: '/v1/desk/articles/{id}/appeals/decide' },
  getNextCheck: { method: 'GET', path: '/v1/desk/checks/next' },
  checkDecision: { method: 'POST', path: '/v1/desk/articles/{id}/check' },
  getAgreement: { method: 'GET', path: '/v1/desk/agreement' },
  decideInBulk: { method: 'POST', path: '/v1/desk/bulk' },
  getBulk: { method: 'GET', path: '/v1/desk/bulk/{id}' },
  stopBulk: { method: 'DELETE', path: '/v1/desk/bulk/{id}' },
  undoBulk: { method: 'POST', path: '/v1/desk/bulk/{id}/undo' },
  getPrecision: { method: 'GET', path: '/v1/desk/precision' },
  getReadiness: { method: 'GET', path: '/readyz' },
  getHealth: { method: 'GET', path: '/healthz' },
  getMetrics: { method: 'GET', path: '/metrics' },
} as const;

import type { MessagePort } from 'node:worker_threads';
import type { RuleTrials, TrialSide } from '../../index.ts';
import type { Amendment } from '../../moderation/model/amendment.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { Span } from '../../moderation/model/span.ts';
import type { PackedFingerprint } from '../fingerprints/packed-fingerprint.ts';
import type { PackedMatches } from '../fingerprints/packed-matches.ts';
import type { WorkRules } from '../rules/work-rules.ts';

/** What a thread says of itself before it takes articles: that it is ready, or why not yet. */
export type ThreadNotice = { readonly thread: number } | { readonly fault: string };

/** What people change about the machine's result of an article. */
export interface Amending {
  readonly amendments: readonly Amendment[];
  /** SHA-256 of the machine's result, as hexadecimal digits: the result says whether it came again. */
  readonly machine: string;
}

/**
 * What a thread is handed. It says on `port` when it begins; where `asks`, it then sends the article's fingerprint and waits for the matches,
 * or for null when they cannot be had.
 */
export interface ModerationTask {
  readonly article: Article;
  readonly port: MessagePort;
  readonly asks: boolean;
  readonly rules: ThreadRules | undefined;
  readonly amending: Amending | undefined;
}

/** What a thread needs of the rules that a tenant has learned. */
export type ThreadRules = Pick<WorkRules, 'head' | 'json'>;

/** A task of which the thread says on `port` when it begins. */
export type Announced<Task> = Task & { readonly port?: MessagePort };

/** Articles on which a rule is tried, which may not yet be one of its tenant. */
export interface TrialTask {
  /** `LearnedRule` as JSON text. */
  readonly rule: string;
  readonly articles: readonly Article[];
  readonly rules: ThreadRules | undefined;
  /** How many near misses of each article are wanted. */
  readonly near: number;
}

/** An article that is done, on which one of the rules that are in shadow is tried. */
export interface ShadowTask {
  readonly article: Article;
  readonly rules: ThreadRules;
  /** What other articles shared with it, if that was asked for. */
  readonly corpus: PackedMatches | undefined;
  /** What it came to. */
  readonly before: TrialSide;
}

/** A span of an article, by its offsets in the original, that rules are wanted for. */
export interface ProposalTask {
  readonly article: Article;
  readonly span: Span;
}

/** What the rule does in each of the articles, in their order. */
export type TrialAnswer = readonly RuleTrials[];

export type TaskMessage = 'began' | PackedFingerprint;

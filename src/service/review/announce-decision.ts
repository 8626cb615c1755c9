import { keepDecided } from '../amendments/keep-decided.ts';
import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { createDecision } from '../processing/create-decision.ts';
import { changeArticle } from '../store/change-article.ts';
import type { ReviewDecision, ReviewEvent } from '../store/review-event.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Acting } from './act-on.ts';
import { deleteLease } from './lease.ts';
import { readStandingResult } from './read-standing-result.ts';
import { readWay } from './read-way.ts';
import { ReviewError } from './review-error.ts';
import { writeVerdicts } from './verdicts/write-verdicts.ts';

/** For so long nobody is told of a decision, so that it can be taken back. */
export const HOLD_SECONDS = 10;

/** What a decision says, whoever makes it. */
interface Saying {
  readonly fence: number;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly result: string;
  /** The id of a bulk decision. */
  readonly bulk?: string;
}

type Decided = Extract<ReviewEvent, { readonly name: 'review.decided' | 'appeal.decided' }>;
/** What the event of a decision says, whoever makes it. */
export type Announced = Omit<Extract<ReviewEvent, { readonly name: 'review.decided' }>['data'], 'by'>;

/**
 * Writes a decision, whose event `toEvent` makes, with its delivery, which is held back for a while, and keeps the amended result that it is
 * about, and what it says of rules. What was said before and is not delivered yet is told to nobody. The claim ends. Throws `ReviewError` with the code `stale_result`.
 */
export async function announceDecision(
  { session, article, now }: Acting,
  { fence, decision, reason, result, bulk }: Saying,
  toEvent: (data: Announced) => Decided,
): Promise<StoredArticle> {
  const { key } = article;
  const standing = await readStandingResult(session, key);
  if (standing?.sha256 !== result) throw new ReviewError('stale_result', article);
  const { type, ...notice } = createDecision(`review.${decision}`, await readWay(session, key.tenant));
  const delivery = { ...notice, heldSeconds: HOLD_SECONDS };
  await cancelDeliveries(session, key);
  await deleteLease(session, key);
  const event = toEvent({ fence, decision, reason, result, delivery, ...(bulk !== undefined && { bulk }) });
  const decided = await changeArticle(session, { article, events: [event], decision: { ...delivery, type } }, now);
  if (!decided) throw new Error(`${key.articleId} was changed while its row was held`);
  if (standing.isAmended) await keepDecided(session, key, delivery.id);
  await writeVerdicts(session, decided, decision === 'accepted' ? standing.json : undefined, now);
  return decided;
}

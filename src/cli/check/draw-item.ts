import type { EntityRecogniser, ModerationContext } from '../../index.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { CheckedItem, CheckItem, Fault } from './check-item.ts';
import type { Renderer } from './create-renderer.ts';
import type { DrawnItem } from './drawn-item.ts';
import { moderateItem } from './moderate-item.ts';
import { moderateItemWith } from './moderate-item-with.ts';
import { toEngineFault } from './to-engine-fault.ts';

const encoder = new TextEncoder();

/** What items are moderated and drawn with. */
export interface Drawing {
  readonly context: ModerationContext;
  readonly recogniser: EntityRecogniser | undefined;
  /** Absent when nothing is drawn. */
  readonly renderer: Renderer | undefined;
}

/** A fault in the place of a result. */
export function drawFault(fault: Fault, renderer: Renderer | undefined, notices: readonly string[] = []): DrawnItem {
  return { drawn: encoder.encode(renderer?.drawFault(fault)), ending: { fault }, notices };
}

/** A result too large to be drawn (a string has an end) becomes a fault in its place. */
function draw(item: CheckedItem, renderer: Renderer | undefined, notices: readonly string[]): DrawnItem {
  if ('fault' in item) return drawFault(item.fault, renderer, notices);
  const { article, result } = item;
  try {
    return { drawn: encoder.encode(renderer?.draw(result, article)), ending: { verdict: result.verdict.outcome }, notices };
  } catch (error) {
    return drawFault(toEngineFault(article.id, error), renderer, notices);
  }
}

/** Moderates an item and draws what came of it. Never throws. */
export async function drawItem(item: CheckItem, { context, recogniser, renderer }: Drawing): Promise<DrawnItem> {
  if (!recogniser || 'fault' in item) return draw(moderateItem(item, context), renderer, []);
  const notices: string[] = [];
  const onRecogniserError = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    notices.push(revealControls(`${item.article.id}: the recogniser failed, the built-in one was used: ${reason}`));
  };
  return draw(await moderateItemWith(item, { ...context, recogniser, onRecogniserError }), renderer, notices);
}

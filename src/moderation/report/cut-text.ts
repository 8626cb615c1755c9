const ELLIPSIS = '…';

/** At most `limit` code points of `text`, the last one an ellipsis when something was cut. Never splits a surrogate pair. */
export function cutText(text: string, limit: number): string {
  const head = [...text.slice(0, 2 * limit + 2)];
  return head.length <= limit ? head.join('') : head.slice(0, Math.max(0, limit - 1)).join('') + ELLIPSIS;
}

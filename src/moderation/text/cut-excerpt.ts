/** At most `limit` UTF-16 code units and an ellipsis where more follow; never half a surrogate pair. */
export function cutExcerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const unit = text.charCodeAt(limit - 1);
  return `${text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit)}…`;
}

import nlp from 'compromise';
import { z } from 'zod';
import type { TypedSpan } from './typed-span.ts';

const matchSchema = z.object({ text: z.string(), offset: z.object({ start: z.number(), length: z.number() }) });
const LEADING = /^[^\p{L}\p{N}]+/u;
const TRAILING = /(?:['’]s?)?[^\p{L}\p{N}]{0,8}$/u;

/** Matches carry the punctuation around them, which no gold span does. */
function trimSpan(text: string, start: number, length: number, type: string): TypedSpan {
  const raw = text.slice(start, start + length);
  const from = LEADING.exec(raw)?.[0].length ?? 0;
  const to = TRAILING.exec(raw)?.index ?? raw.length;
  return { type, start: start + from, end: start + Math.max(from, to) };
}

/** Baseline: the people, places and organizations of compromise as it comes. */
export function tagWithCompromise(text: string): readonly TypedSpan[] {
  const document = nlp(text);
  const views = { PER: document.people(), LOC: document.places(), ORG: document.organizations() };
  return Object.entries(views).flatMap(([type, view]) =>
    z
      .array(matchSchema)
      .parse(view.json({ offset: true }))
      .map(({ offset }) => trimSpan(text, offset.start, offset.length, type)),
  );
}

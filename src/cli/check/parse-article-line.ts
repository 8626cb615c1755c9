import type { core } from 'zod';
import { describeWant } from '../../faults/describe-want.ts';
import type { Article } from '../../moderation/model/article.ts';
import { articleSchema } from '../../schema/article-schema.ts';
import { decodeUtf8 } from './bytes/decode-utf8.ts';

/** An article, or why a line is none. */
export type ParsedLine = { readonly article: Article } | { readonly code: string; readonly message: string };

function describeIssue(issue: core.$ZodIssue | undefined): string {
  if (!issue) return 'not an article';
  const field = issue.path.map(String).join('.');
  return field === '' ? describeWant(issue) : `field "${field}": ${describeWant(issue)}`;
}

/** How V8 ends a message that quotes the text, and one that tells the place instead. */
const QUOTING = / is not valid JSON$/u;
const PLACED = / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/u;

function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

/** Offset of the first character that no JSON has there: the shortest beginning with it is already faulty in that way. */
function findFault(text: string): number {
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >>> 1;
    if (QUOTING.test(messageOf(text.slice(0, middle)))) faulty = middle;
    else sound = middle;
  }
  return sound;
}

/** Says where JSON breaks off. The messages of V8 quote the text, which is the article and has no place in a log. */
function describeFault(text: string, message: string): string {
  if (QUOTING.test(message)) return `not JSON: fault at character ${findFault(text) + 1} of the line`;
  const at = PLACED.exec(message)?.[1];
  return at === undefined ? 'not JSON: it breaks off' : `not JSON: fault at character ${Number(at) + 1} of the line`;
}

function parseJson(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: describeFault(text, error instanceof Error ? error.message : '') };
  }
}

function readArticle(value: unknown): ParsedLine {
  const read = articleSchema.safeParse(value);
  if (!read.success) return { code: 'bad_article', message: describeIssue(read.error.issues[0]) };
  return { article: read.data };
}

/** Reads one line of NDJSON as an article. Unknown fields are refused. Never throws. */
export function parseArticleLine(bytes: Uint8Array): ParsedLine {
  const decoded = decodeUtf8(bytes);
  if ('invalidAt' in decoded) {
    return { code: 'bad_encoding', message: `not valid utf-8 at byte ${decoded.invalidAt} of the line` };
  }
  const parsed = parseJson(decoded.text);
  return 'reason' in parsed ? { code: 'bad_json', message: parsed.reason } : readArticle(parsed.value);
}

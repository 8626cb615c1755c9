import type { core } from 'zod';
import type { Article } from '../../moderation/model/article.ts';
import { articleSchema } from '../../schema/article-schema.ts';
import { decodeUtf8 } from './bytes/decode-utf8.ts';

/** An article, or why a line is none. */
export type ParsedLine = { readonly article: Article } | { readonly code: string; readonly message: string };

function describeIssue(issue: core.$ZodIssue | undefined): string {
  if (!issue) return 'not an article';
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
  const field = issue.path.map(String).join('.');
  return field === '' ? issue.message : `field "${field}": ${issue.message}`;
}

function parseJson(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : 'not JSON' };
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
  return 'reason' in parsed ? { code: 'bad_json', message: `not JSON: ${parsed.reason}` } : readArticle(parsed.value);
}

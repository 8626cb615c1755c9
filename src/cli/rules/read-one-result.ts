import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describeWant } from '../../faults/describe-want.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { moderatedArticleSchema } from '../../schema/moderated-article-schema.ts';
import { describeFault } from '../check/describe-fault.ts';
import { toFileFault } from '../check/to-file-fault.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { pickOne } from './pick-one.ts';

const ADVICE = 'hand in what `copydesk check --format json` or ndjson writes, or name the article with --article';

async function readText(path: string, stdin: Readable): Promise<string> {
  if (path === '-' && 'isTTY' in stdin && stdin.isTTY === true)
    throw new CliError(`a finding belongs to a result; ${ADVICE}`, EXIT.usage);
  try {
    return await text(path === '-' ? stdin : createReadStream(path));
  } catch (error) {
    const fault = toFileFault(path, error);
    throw new CliError(describeFault(fault), fault.exitCode);
  }
}

/** One document, a list of them, or one a line. */
function parseDocuments(json: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [value];
  } catch {
    return parseLines(json);
  }
}

function parseLines(json: string): readonly unknown[] | undefined {
  try {
    const lines = json.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function describeIssue(documents: readonly unknown[]): string {
  if (documents.length === 0) return 'nothing was handed in';
  const issue = moderatedArticleSchema.safeParse(documents[0]).error?.issues[0];
  if (!issue) return 'not as expected';
  const place = issue.path.map(String).join('.');
  return place === '' ? describeWant(issue) : `${place}: ${describeWant(issue)}`;
}

/**
 * The result of a file or of standard input, or the one with an id of several; records of faults are passed over.
 * Throws `CliError`: 64, 65 or 66, saying what to hand in.
 */
export async function readOneResult(path: string, id: string | undefined, stdin: Readable): Promise<ModeratedArticle> {
  const source = path === '-' ? 'standard input' : path;
  const documents = parseDocuments(await readText(path, stdin));
  if (!documents) throw new CliError(`${source} is not JSON; ${ADVICE}`, EXIT.data);
  const results = documents.flatMap((document) => moderatedArticleSchema.safeParse(document).data ?? []);
  if (results.length === 0) throw new CliError(`${source} is no result (${describeIssue(documents)}); ${ADVICE}`, EXIT.data);
  return pickOne(results, (result) => result.article.id, id, source);
}

import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Ruleset } from '../../index.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { describeFault } from '../check/describe-fault.ts';
import { moderateItem } from '../check/moderate-item.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import type { ExplainOptions } from './explain-options.ts';
import { readOneArticle } from './read-one-article.ts';
import { readOneResult } from './read-one-result.ts';

/** What is looked into: a result, and the text it was made from where that is at hand. */
export interface ExplainedCase {
  readonly result: ModeratedArticle;
  readonly original: string | undefined;
}

function moderateText(article: { readonly id: string; readonly text: string }, ruleset: Ruleset): ModeratedArticle {
  const checked = moderateItem({ article }, { ruleset });
  if ('fault' in checked) throw new CliError(describeFault(checked.fault), checked.fault.exitCode);
  return checked.result;
}

function isOriginalOf(text: string, { original }: ModeratedArticle): boolean {
  const digest = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
  return text.length === original.length && digest === original.sha256;
}

/** The result that is asked about, handed in or made from the article. Throws `CliError` when there is none. */
export async function readCase(options: ExplainOptions, ruleset: Ruleset, terminal: Terminal): Promise<ExplainedCase> {
  const { article: articlePath, result: resultPath, id } = options;
  const article = articlePath === undefined ? undefined : await readOneArticle(articlePath, id, terminal.stdin);
  if (resultPath === undefined) {
    if (!article) throw new CliError('name the article with --article', EXIT.usage);
    return { result: moderateText(article, ruleset), original: article.text };
  }
  const result = await readOneResult(resultPath, id, terminal.stdin);
  if (article && !isOriginalOf(article.text, result))
    throw new CliError(`the result was not made from ${articlePath}: its text is another one`, EXIT.data);
  return { result, original: article?.text };
}

import type { Readable } from 'node:stream';
import type { Article } from '../../moderation/model/article.ts';
import { describeFault } from '../check/describe-fault.ts';
import { CliError } from '../cli-error.ts';
import { pickOne } from './pick-one.ts';
import { readArticles } from './read-articles.ts';

/** The article of a file, or the one with an id of several. Throws `CliError` when there is none or it cannot be read. */
export async function readOneArticle(path: string, id: string | undefined, stdin: Readable): Promise<Article> {
  const articles: Article[] = [];
  for await (const { item } of readArticles([path], 'auto', stdin)) {
    if ('fault' in item) throw new CliError(describeFault(item.fault), item.fault.exitCode);
    articles.push(item.article);
  }
  return pickOne(articles, (article) => article.id, id, path);
}

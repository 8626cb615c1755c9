import { createHash } from 'node:crypto';
import { normalize, sep } from 'node:path';
import type { Article } from '../../moderation/model/article.ts';
import { nameArticle } from '../serve/name-article.ts';

/** Standard input has no name: its content names it, so that the same content is the same article. */
function nameContent(text: string): string {
  return `stdin-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function nameFile(name: string, text: string): string {
  return name === '-' ? nameContent(text) : nameArticle(normalize(name).split(sep).join('/'), undefined);
}

/**
 * The article as it is sent. `isFile`: its id is the name of a file, which becomes the same whether it was written `./a.txt` or
 * `a.txt`. An article that names no source gets `source`.
 */
export function toDeskArticle(article: Article, isFile: boolean, source: string | undefined): Article {
  const id = isFile ? nameFile(article.id, article.text) : article.id;
  const origin = article.source ?? source;
  return { ...article, id, ...(origin !== undefined && { source: origin }) };
}

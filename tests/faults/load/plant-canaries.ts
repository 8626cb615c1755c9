import type { Article } from '../../../src/index.ts';
import { CANARY } from '../../service/examine-log.ts';

/** An article whose id, text, title, byline, address and source hold what must never reach a log. */
export function plantCanaries(article: Article): Article {
  return {
    ...article,
    id: `${article.id}-${CANARY}`,
    title: `${article.id} ${CANARY}`,
    byline: `Ada ${CANARY}`,
    url: `https://gazette.example/${CANARY}`,
    source: `https://gazette.example/feed?token=${CANARY}`,
    text: `${article.text}\n\nIt had the mark ${CANARY}.`,
  };
}

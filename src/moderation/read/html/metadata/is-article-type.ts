/** Types of schema.org in lower case that are articles though their names do not end with "article" or "posting". */
const ARTICLES = new Set(['report', 'review', 'recipe', 'howto', 'creativework']);

/** True for a type of schema.org such as `NewsArticle`. */
export function isArticleType(type: string): boolean {
  const name = type.slice(0, 60).toLowerCase();
  return name.endsWith('article') || name.endsWith('posting') || ARTICLES.has(name);
}

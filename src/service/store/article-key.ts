/** One revision of one article of one tenant: what every row, job and log line is about. */
export interface ArticleKey {
  readonly tenant: string;
  readonly articleId: string;
  readonly revision: number;
}

/**
 * Lines of one article that are not empty: each may become a block of the result, which takes about 2 KB of memory while
 * it is worked on. The other limits of an article stand in its schema.
 */
export const ARTICLE_LINES = 500_000;

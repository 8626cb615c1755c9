/**
 * UTF-16 code units of an article's HTML source. A page becomes a tree while it is worked on, which takes many times its
 * own memory; pages of the Web stay far below this.
 */
export const HTML_LENGTH = 5_000_000;

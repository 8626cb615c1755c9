/** The same text in memory of its own: engines keep a piece of a text as a view of it, which would hold the whole article. */
export const copyText = (text: string): string => ` ${text}`.slice(1);

/** Two to four capitalised words behind the word for "about". */
const HEAD = /^(?:about|über|à propos de|sobre|over|om)\s(\p{Lu}[\p{L}'’.-]{0,30}(?:\s\p{Lu}[\p{L}'’-]{1,30}){1,3})$/iu;
const CAPITAL = /^\p{Lu}/u;

/** The last name, in lower case, of whom a head such as "About Ada Quill" introduces. */
export function calledInHead(head: string): string | undefined {
  const words = HEAD.exec(head)?.[1]?.split(' ') ?? [];
  return words.length > 0 && words.every((word) => CAPITAL.test(word)) ? words.at(-1)?.toLowerCase() : undefined;
}

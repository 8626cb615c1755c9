import type { Document, DocumentBlock } from '../../model/document.ts';

/** Words of a name, and the fewest of them. */
const MAX_NAME_WORDS = 5;
const MIN_NAME_WORDS = 2;
/** UTF-16 code units at the front of a block in which a name stands. */
const MAX_NAME = 80;
const NAME_WORD = /^\p{Lu}[\p{L}'’-]{0,30}\.?$/u;
const SMALL_WORD = /^(?:de|da|di|do|dos|van|von|der|den|la|le|al|el|bin|zu)$/u;
const BETWEEN_NAMES = /[,;/|&]|\s(?:and|und|et|y|e|i|en|og|och)\s/u;
const BEFORE_NAME = /^(?:by|von|par|por|di|door|af|av)\s/iu;
/** A short form of "The author is": the noun, by which the note is told from an article about an author. */
const NOUN = /^(?:the|our|der|die|unsere?|l['’]|les|el|la|los|o|a|de|lo)?\s?(\p{L}{5,14})/iu;
const LETTER = /\p{L}/u;

/** What a note on an author begins with: what nobody else may be called in the story. */
export interface AuthorNote {
  readonly called: string;
  /** True when the article names this author. */
  readonly isByline: boolean;
}

/** The capitalised words at the front of a text, when there are two or more and a small letter follows. */
function nameAtFront(text: string): string | undefined {
  const words = text.slice(0, MAX_NAME).split(/\s+/u);
  let end = 0;
  while (end < Math.min(words.length, MAX_NAME_WORDS) && (NAME_WORD.test(words[end] ?? '') || SMALL_WORD.test(words[end] ?? '')))
    end++;
  const name = words.slice(0, end);
  return name.filter((word) => NAME_WORD.test(word)).length >= MIN_NAME_WORDS && end < words.length ? name.join(' ') : undefined;
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** The author whom the article names, when the block begins with that name. */
function bylineAtFront(block: DocumentBlock, byline: string | undefined): string | undefined {
  return (byline ?? '')
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(BEFORE_NAME, '').trim())
    .find((name) => name.includes(' ') && block.text.startsWith(name) && !LETTER.test(block.text.charAt(name.length)));
}

/** The author a block begins with: named, or called "The author" when `isOpener` says that it begins so. */
export function findAuthorNote(document: Document, block: DocumentBlock, isOpener: boolean): AuthorNote | undefined {
  if (isOpener) {
    const noun = NOUN.exec(block.text)?.[1];
    return noun === undefined ? undefined : { called: noun.toLowerCase(), isByline: false };
  }
  const byline = bylineAtFront(block, document.metadata.byline);
  if (byline !== undefined) return { called: lastWord(byline).toLowerCase(), isByline: true };
  const name = nameAtFront(block.text);
  return name === undefined ? undefined : { called: lastWord(name).toLowerCase(), isByline: false };
}

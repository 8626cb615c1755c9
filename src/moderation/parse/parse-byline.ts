import { parseDate } from './parse-date.ts';

/** What a byline or dateline says. */
export interface Byline {
  readonly author?: string;
  readonly publishedAt?: string;
  /** A later change of the article; it is no date of publication. */
  readonly updatedAt?: string;
}

/** A byline is short; longer lines are prose that happens to begin with "By". In UTF-16 code units. */
const MAX_LENGTH = 140;

const AUTHOR = /^(?:(?:posted |published |written |words |reported )?by|von|par|por):?\s{1,3}([\p{L}\d][^|•·]{1,80})$/iu;
const DATE_WORDS =
  /^(?:published|posted|updated|last updated|posted on|published on|updated on|on|at|first published|date|created|modified|mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|veröffentlicht am|aktualisiert am|am|stand|publié le|mis à jour le|le|publicado el|actualizado el|el)?[\s:,/@()–-]{0,5}$/iu;
const TIME = /\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?\b(?:\s\([A-Z]{2,4}\)|\sUhr)?/iu;
const DATE_TEXT =
  /(?:\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?|\p{L}{3,9}\.?\s{1,3}\d{1,2}(?:st|nd|rd|th)?,?\s{1,3}\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s{1,3}\p{L}{3,10}\.?,?\s{1,3}\d{4}|\d{1,2} de \p{L}{3,10} de \d{4}|\d{1,2}\.\d{1,2}\.\d{4})/u;

const UPDATED = /^(?:last )?(?:updated|modified|changed|aktualisiert|zuletzt|letzte änderung|mis à jour|modifié|actualizado)/iu;
/** A date behind the author's name that is written in figures. */
const DATE_BEHIND = /\s(?:on|at|am|le|el)\s\d.{0,60}$/iu;

function isDateOnly(part: string): boolean {
  if (parseDate(part) === undefined) return false;
  const rest = part
    .replace(DATE_TEXT, '')
    .replace(TIME, '')
    .replace(/[\s,]+/gu, ' ')
    .trim();
  return DATE_WORDS.test(rest);
}

/** Words in lower case inside the names of people and of those they write for. "the" stands only behind one of these. */
const PARTICLES = new Set(
  'and und et y e & von van der den de del della di da do dos das du la le les el al bin ibn ter ten zu zum af av with mit avec con for für pour in of at from aus'.split(
    ' ',
  ),
);

/** Capitalised words, with particles between; what stands behind a comma is an office. */
function isNamed(words: readonly string[]): boolean {
  const end = words.findIndex((word) => word.endsWith(','));
  return words.slice(0, end < 0 ? words.length : end + 1).every((word, at) => {
    if (word.includes(':')) return false;
    return (
      !/^\p{Ll}/u.test(word) ||
      PARTICLES.has(word) ||
      (word === 'the' && PARTICLES.has(words[at - 1] ?? '')) ||
      word.includes('.')
    );
  });
}

/** `isDated`: a date stands beside it, so a single word in lower case is the name of a user. */
function authorOf(part: string, isDated: boolean): string | undefined {
  const name = AUTHOR.exec(part)?.[1]
    ?.replace(DATE_TEXT, '')
    .replace(DATE_BEHIND, '')
    .replace(/[\s,–—-]{1,5}$/u, '')
    .trim();
  if (!name || /[.!?]\s/u.test(name.replace(/\b\p{Lu}\.\s/gu, ''))) return undefined;
  const words = name.split(/\s+/u);
  const first = words[0] ?? '';
  if (words.length === 1 && isDated) return name;
  const isName = /^[\p{Lu}\d]|\./u.test(first) && isNamed(words);
  return words.length <= 8 && isName ? name : undefined;
}

/**
 * Reads a byline or dateline such as "December 5, 2023 | by Ada Quill".
 * Every part of the line has to be an author or a date; otherwise it is not a byline.
 */
export function parseByline(line: string): Byline | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  const parts = line
    .split(/[|•·]/u)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
  let author: string | undefined;
  let publishedAt: string | undefined;
  let updatedAt: string | undefined;
  const isDated = parts.length > 1 && parts.some(isDateOnly);
  for (const part of parts) {
    const name = authorOf(part, isDated);
    if (name === undefined && !isDateOnly(part)) return undefined;
    author ??= name;
    if (UPDATED.test(part)) updatedAt ??= parseDate(part);
    else publishedAt ??= parseDate(part);
  }
  if (author === undefined && publishedAt === undefined && updatedAt === undefined) return undefined;
  return {
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

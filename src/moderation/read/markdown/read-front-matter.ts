import type { FrontMatter } from '../../markup/find-front-matter.ts';
import type { Metadata } from '../../model/document.ts';

/** UTF-16 code units of one fact. */
const MAX_FACT = 500;
const MAX_AUTHORS = 20;

/** Names under which the facts stand, the surest first. */
const TITLES = ['title', 'headline'];
const BYLINES = ['byline', 'author', 'authors'];
const DATES = ['date', 'published', 'publishedat', 'published_at', 'pubdate', 'publishdate'];
const SITES = ['site', 'site_name', 'publisher', 'publication'];
const URLS = ['canonical', 'canonical_url', 'canonicalurl', 'url', 'link'];
const LANGUAGES = ['lang', 'language', 'locale'];

const DATE =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?$/u;

type Facts = ReadonlyMap<string, unknown>;

function listFacts({ facts }: FrontMatter): Facts {
  return new Map(Object.entries(facts).map(([key, fact]) => [key.toLowerCase(), fact]));
}

function toText(fact: unknown): string | undefined {
  if (typeof fact !== 'string' && typeof fact !== 'number') return undefined;
  const text = String(fact).slice(0, MAX_FACT).replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

/** A name, a list of names, or objects that have one. */
function toNames(fact: unknown): string | undefined {
  const people: readonly unknown[] = Array.isArray(fact) ? fact.slice(0, MAX_AUTHORS) : [fact];
  const names = people.flatMap((person) => {
    const name = typeof person === 'object' && person !== null && 'name' in person ? person.name : person;
    return toText(name) ?? [];
  });
  return names.length === 0 ? undefined : names.join(', ');
}

/** A date as ISO 8601 has it; the time stays only when its zone is known. */
function toDate(fact: unknown): string | undefined {
  const [, date, hours, minutes, seconds = '00', zone] = DATE.exec(toText(fact) ?? '') ?? [];
  if (date === undefined || zone === undefined) return date;
  return `${date}T${hours}:${minutes}:${seconds}${zone.replace(/^(.\d\d):?(\d\d)$/u, '$1:$2')}`;
}

function toUrl(fact: unknown): string | undefined {
  const text = toText(fact);
  return text !== undefined && /^https?:\/\/[^\s]{3,}$/iu.test(text) ? text : undefined;
}

function toLanguage(fact: unknown): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(toText(fact) ?? '')?.[1]?.toLowerCase();
}

function firstOf<T>(facts: Facts, names: readonly string[], read: (fact: unknown) => T | undefined): T | undefined {
  for (const name of names) {
    const value = read(facts.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What the front matter of an article states about it. Overlong front matter states nothing. */
export function readFrontMatter(frontMatter: FrontMatter | undefined): Metadata {
  if (!frontMatter) return {};
  const facts = listFacts(frontMatter);
  const title = firstOf(facts, TITLES, toText);
  const byline = firstOf(facts, BYLINES, toNames);
  const site = firstOf(facts, SITES, toText);
  const publishedAt = firstOf(facts, DATES, toDate);
  const url = firstOf(facts, URLS, toUrl);
  const language = firstOf(facts, LANGUAGES, toLanguage);
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(site === undefined ? {} : { site }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}

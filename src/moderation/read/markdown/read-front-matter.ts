import { parse } from 'yaml';
import type { FrontMatter } from '../../markup/find-front-matter.ts';
import type { Metadata } from '../../model/document.ts';

/** UTF-16 code units of front matter that is read, and of one fact in it. */
const MAX_LENGTH = 8192;
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

/** A key that is itself data, which no front matter needs: the parser's time grows with the square of their nesting and more. */
const COMPLEX_KEY = /(?:^|[\s,[{])\?(?:\s|$)/u;

/** The data as they are; nothing when they are malformed. */
function parseYaml(value: string): unknown {
  if (COMPLEX_KEY.test(value)) return undefined;
  try {
    return parse(value, { maxAliasCount: 10, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  } catch {
    // Whatever its fault, front matter that cannot be read states nothing.
    return undefined;
  }
}

/** `key = "value"` lines of TOML, which is all that a fact of an article needs. */
function parseToml(value: string): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const line of value.split('\n')) {
    const at = line.indexOf('=');
    const text = line.slice(at + 1).trim();
    if (line.startsWith('[')) break;
    const quote = text.charAt(0);
    const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
    if (at > 0 && text !== '') facts[line.slice(0, at).trim()] = isQuoted ? text.slice(1, -1) : text;
  }
  return facts;
}

function readFacts({ language, value }: FrontMatter): Facts {
  if (value.length > MAX_LENGTH) return new Map();
  const data = language === 'yaml' ? parseYaml(value) : parseToml(value);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return new Map();
  return new Map(Object.entries(data).map(([key, fact]) => [key.toLowerCase(), fact]));
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

/** What the front matter of an article states about it. Malformed or overlong front matter states nothing. */
export function readFrontMatter(frontMatter: FrontMatter | undefined): Metadata {
  if (!frontMatter) return {};
  const facts = readFacts(frontMatter);
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

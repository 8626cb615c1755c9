import { isJsonObject, type LinkedData, listOf } from './find-linked-articles.ts';
import type { Json, JsonObject } from './parse-data-script.ts';

/** What the JSON-LD of a page says of its article; the likeliest first, nothing cleaned. */
export interface LinkedArticle {
  readonly headlines: readonly string[];
  /** People before organisations. */
  readonly authors: readonly string[];
  readonly sites: readonly string[];
  readonly dates: readonly string[];
  readonly languages: readonly string[];
  readonly urls: readonly string[];
  /** The text of the article. */
  readonly body?: string;
}

function stringsOf(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((entry) => (typeof entry === 'string' ? entry.slice(0, 2_000) : []));
}

/** An object that only points at another one stands for that. */
function follow(value: Json, { byId }: LinkedData): Json {
  if (!isJsonObject(value) || value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return byId.get(value['@id']) ?? value;
}

/** Names of people or organisations, however they are written down. */
function namesOf(value: Json | undefined, data: LinkedData): readonly string[] {
  const entries = listOf(value).map((entry) => follow(entry, data));
  const isPerson = (entry: Json): boolean => !isJsonObject(entry) || !stringsOf(entry['@type']).includes('Organization');
  const sorted = entries.some(isPerson) ? entries.filter(isPerson) : entries;
  return sorted.flatMap((entry) => (isJsonObject(entry) ? stringsOf(entry.name) : stringsOf(entry)));
}

/** Whoever publishes as a person is the author rather than the name of the site. */
function publishersOf(value: Json | undefined, data: LinkedData): readonly string[] {
  const isPerson = (entry: Json): boolean => isJsonObject(entry) && stringsOf(entry['@type']).includes('Person');
  return namesOf(
    listOf(value).filter((entry) => !isPerson(follow(entry, data))),
    data,
  );
}

function addressesOf({ url, mainEntityOfPage, '@id': id }: JsonObject): readonly string[] {
  const page = listOf(mainEntityOfPage).flatMap((entry) => (isJsonObject(entry) ? [entry['@id'], entry.url] : [entry]));
  return [...page, url, id].flatMap((entry) => (typeof entry === 'string' ? entry.slice(0, 2_000) : []));
}

function languagesOf(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((entry) =>
    isJsonObject(entry) ? stringsOf([entry.alternateName ?? null, entry.name ?? null]) : stringsOf(entry),
  );
}

export function readLinkedArticle(data: LinkedData): LinkedArticle {
  const { nodes } = data;
  const body = nodes.map(({ articleBody }) => articleBody).find((text) => typeof text === 'string');
  const [first] = nodes.map(({ author, creator }) => namesOf(author ?? creator, data)).filter((names) => names.length > 0);
  return {
    headlines: nodes.flatMap(({ headline, name }) => [...stringsOf(headline), ...stringsOf(name)]),
    authors: first ?? [],
    sites: [...nodes.flatMap(({ publisher }) => publishersOf(publisher, data)), ...stringsOf(data.sites)],
    dates: [
      ...nodes.flatMap(({ datePublished }) => stringsOf(datePublished)),
      ...nodes.flatMap(({ dateCreated }) => stringsOf(dateCreated)),
    ],
    languages: nodes.flatMap(({ inLanguage }) => languagesOf(inLanguage)),
    urls: nodes.flatMap(addressesOf),
    ...(body === undefined ? {} : { body }),
  };
}

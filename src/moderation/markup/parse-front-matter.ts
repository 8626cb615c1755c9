import { parse } from 'yaml';
import { readTomlLines } from './read-toml-lines.ts';

/** What front matter states, by its keys. */
export type FrontMatterFacts = Readonly<Record<string, unknown>>;

/** UTF-16 code units of front matter that is parsed; longer data are told by their lines and state nothing. */
const MAX_LENGTH = 8192;
/** A key that is itself data, which no front matter needs: the parser's time grows with the square of their nesting and more. */
const COMPLEX_KEY = /(?:^|[\s,[{])\?(?:\s|$)/u;
/** A key as programs name things; people begin a line with a capital ("Update: …"). */
const PLAIN_KEY = /^[a-z_][\w.-]{0,60}$/u;
const KEY_LINE = /^["']?([\p{L}_][\p{L}\p{N}_.-]{0,60})["']?\s?:(?:\s|$)/u;
/** A value that is more than words, or that its quotes were to hold. */
const BROKEN = /^["'[{&*!|>%@]/u;
const CONTINUATION = /^(?:[ \t#-]|[\]}])/u;
/** Keys that front matter has whatever program reads it, in lower case. */
const KNOWN = new Set(
  'title headline author authors byline date published description summary tags categories keywords layout slug permalink draft lang language url canonical image weight'.split(
    ' ',
  ),
);

function isFacts(data: unknown): data is FrontMatterFacts {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** A line of an article may be a key and its value for YAML; what names no fact of an article is not taken from it. */
function areKeys(keys: readonly string[]): boolean {
  return keys.some((key) => KNOWN.has(key.toLowerCase())) || (keys.length > 0 && keys.every((key) => PLAIN_KEY.test(key)));
}

function parseYaml(value: string): FrontMatterFacts | undefined {
  if (COMPLEX_KEY.test(value)) return undefined;
  try {
    const data: unknown = parse(value, { maxAliasCount: 10, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    return isFacts(data) && areKeys(Object.keys(data)) ? data : undefined;
  } catch {
    // Whatever its fault: its lines may tell.
    return undefined;
  }
}

/**
 * Data that YAML cannot read, such as a title with a colon in it, by their lines: `key: value`, or what goes on with
 * one. No line may be blank, and one key has to be known, so that nothing of an article is taken for data.
 */
function readYamlLines(value: string): FrontMatterFacts | undefined {
  const facts: [string, string][] = [];
  for (const line of value.replace(/(?:\r\n|\n|\r)$/u, '').split(/\r\n|\n|\r/u)) {
    const key = KEY_LINE.exec(line.slice(0, 100));
    const text = line.slice(key?.[0].length ?? 0).trim();
    if (key?.[1] !== undefined) facts.push([key[1], BROKEN.test(text) ? '' : text]);
    else if (line.trim() === '' || !CONTINUATION.test(line)) return undefined;
  }
  return facts.some(([key]) => KNOWN.has(key.toLowerCase())) ? Object.fromEntries(facts) : undefined;
}

/** The data between the fences of front matter; nothing when they are none, so that they are text. Linear beyond 8 kB. */
export function parseFrontMatter(language: 'yaml' | 'toml', value: string): FrontMatterFacts | undefined {
  const isLong = value.length > MAX_LENGTH;
  const read = language === 'toml' ? readTomlLines : readYamlLines;
  const facts = (language === 'yaml' && !isLong ? parseYaml(value) : undefined) ?? read(value);
  return facts && isLong ? {} : facts;
}

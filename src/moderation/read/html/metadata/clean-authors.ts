import { cleanLine } from './clean-line.ts';
import type { SiteNames } from './site-names.ts';

const PREFIX =
  /^(?:(?:(?:posted|published|written|words|reported|text|geschrieben|ein beitrag|ein artikel|erstellt) )?(?:by|von|par|por)|(?:authors?|autor|autorin|autoren|auteur|text|interview|text und interview|by|von):|(?:(?:zeige|view|see) )?(?:alle |all )?(?:beiträge|artikel|posts|articles) (?:von|by))\s{1,3}(?!(?:der|den|dem|und)\s)/iu;
/** Names of accounts and departments that are nobody's. */
const NOBODY = new Set(
  'webmaster root user superuser guest unknown unbekannt anonymous anonym none null undefined author autor editor wordpress test online web gast red redaktion redacción redakcja newsdesk'.split(
    ' ',
  ),
);
const FIRM = /(?:^|\s)(?:gmbh|ag|inc|ltd|llc|kg|verlag|e\.\s?v|corporation)\.?(?:$|\s)/iu;
const HOST = /^(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}(?:\/.{0,80})?$/u;
const EDGES = /^[\s,;|()[\]<>–—:-]{1,20}|[\s,;|()[\]<>–—:-]{1,20}$/gu;
/** UTF-16 code units of a name; more is a sentence. */
const MAX_NAME = 80;
/** Names of a byline. */
const MAX_NAMES = 12;

const isAddress = (word: string): boolean => word.includes('@') || /^(?:https?:|www\.)/iu.test(word);

function trimEdges(text: string): string {
  return text.replace(EDGES, '').trim();
}

function isNobody(name: string): boolean {
  const folded = name.toLowerCase().replace(/[\s.]+/gu, '');
  return NOBODY.has(folded) || (folded.includes('admin') && !/^\p{Lu}.*\s/u.test(name));
}

function isName(name: string): boolean {
  return name !== '' && name.length <= MAX_NAME && /\p{L}/u.test(name) && !isNobody(name) && !HOST.test(name);
}

/** Whoever writes down a firm puts its place or its trade behind a comma. */
function namesIn(value: string, sites: SiteNames): readonly string[] {
  const words = cleanLine(value)
    .split(' ')
    .filter((word) => !isAddress(word));
  const line = trimEdges(words.join(' ')).replace(PREFIX, '');
  // Behind a bar or a dash stands what they are or whom they write for, before it sometimes too.
  const people = line.split(/\s?\|\s?|\s[–—-]\s/u).find((part) => !sites.has(part)) ?? '';
  const names = people.split(/[;,]/u).map(trimEdges);
  if (FIRM.test(names[0] ?? '') || sites.has(names[0] ?? '')) return [];
  return names.filter((name) => isName(name) && !FIRM.test(name) && !sites.has(name));
}

/** The names of those who wrote an article, joined by ", "; nothing when nobody is named. */
export function cleanAuthors(values: readonly string[], sites: SiteNames): string | undefined {
  const names = new Map<string, string>();
  for (const name of values.flatMap((value) => namesIn(value, sites))) {
    if (names.size < MAX_NAMES && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return names.size === 0 ? undefined : [...names.values()].join(', ');
}

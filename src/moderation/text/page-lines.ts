import type { Document } from '../model/document.ts';
import type { PhraseRule, Ruleset } from '../model/ruleset.ts';
import { createDocumentNote } from './create-document-note.ts';
import { createNote } from './create-note.ts';
import { type CompiledGroups, compileGroups, describeLines, LINE_GROUP, type LineDescriber } from './describe-lines.ts';

/** The whole line is a label that a rule knows, such as a share button. */
export const PAGE_LABEL = LINE_GROUP;
/** Head of a list of links that is never a heading of the story. */
export const PAGE_LIST_HEAD = LINE_GROUP << 1;
/** Head of a list of links at the end of a page; within a story it may be a heading. */
export const PAGE_TAIL_HEAD = LINE_GROUP << 2;
/** An entry of a menu, such as "Home" or "Contact". It says something only beside others. */
export const PAGE_MENU = LINE_GROUP << 3;
/** The end of a teaser, such as "Read more". */
export const PAGE_MORE = LINE_GROUP << 4;
/** A rule takes the line out wherever it stands: it holds "subscribe to our newsletter", or is nothing but "Read more". */
export const PAGE_PROMPT = LINE_GROUP << 5;
/** The label of an advert: it stands anywhere and says nothing of its neighbours. */
export const PAGE_ADVERT = LINE_GROUP << 6;

/** Holds a word that a page says to its reader and a story may say too, such as "newsletter". */
export const PAGE_HINT = LINE_GROUP << 7;

/** A part of a newspaper, such as "Politics"; within a story it may be a heading. */
export const PAGE_SECTION = LINE_GROUP << 8;

/** The time of a neighbouring link or comment, such as "3 hours ago" or "August 22, 2019". */
export const PAGE_STAMP = LINE_GROUP << 9;
/** Begins as a line of the page begins, such as "Tags:" or "Follow Tideline on Instagram". */
export const PAGE_OPENER = LINE_GROUP << 10;
/** Says again, in other words at no point, what a line above says. */
export const PAGE_REPEAT = LINE_GROUP << 11;

/** Any head of a list of links. */
export const PAGE_HEADS = PAGE_LIST_HEAD | PAGE_TAIL_HEAD;
/** What says by itself that a line belongs to the page. */
export const PAGE_STRONG = PAGE_LABEL | PAGE_HEADS | PAGE_MORE | PAGE_PROMPT | PAGE_OPENER;
/** What says so beside other such lines. */
export const PAGE_NAMED = PAGE_STRONG | PAGE_MENU | PAGE_SECTION | PAGE_ADVERT;

/** Words; more is a paragraph that happens to hold the phrase. */
const MAX_LABEL_WORDS = 12;
/** Header, body, tail: a rule that looks in all of them is sure of its phrases. */
const ZONES = 3;
const MAX_PROMPT_WORDS = 45;
const MAX_OPENER_WORDS = 20;
/** Words of a line whose copies are looked for. */
const MAX_REPEAT_WORDS = 20;

/** Dates with their year, by the beginnings of the month names of four languages; the day may be missing. */
const DATES = [
  /^(?:\p{L}{2,10}\.?,?\s)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s)?(?:de\s)?(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|août|ago|sep|okt|oct|nov|dec|déc|dez|dic|ene)\p{L}{0,7}\.?,?(?:\sde)?\s\d{4}/iu,
  /^(?:\p{L}{2,10}\.?,?\s)?(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|août|ago|sep|okt|oct|nov|dec|déc|dez|dic|ene)\p{L}{0,7}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}/iu,
  /^(?:\p{L}{2,10}\.?,?\s)?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})/iu,
];
const HOUR = /^(?:[,|·]?\s?(?:at\s|um\s|à\s)?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?|\sUhr)?)?$/iu;
const MAX_DATE = 48;
/** Each form of a date has one. */
const DIGIT = /\d/u;

// Memos of pure functions of immutable values; they live as long as those.
const describers = new WeakMap<Ruleset, LineDescriber>();
const compiled = new WeakMap<readonly PhraseRule[], WeakMap<Ruleset['lists'], CompiledGroups>>();

function isPageRule(rule: PhraseRule): boolean {
  return rule.kind === 'boilerplate' && rule.action === 'removed';
}

function compile(rules: readonly PhraseRule[], lists: Ruleset['lists'], areJoined: boolean): CompiledGroups {
  const list = (name: string): readonly string[] => (areJoined ? [] : (lists[name] ?? []));
  const adverts = new Set(lists['page.advert_labels']);
  const phrasesOf = (keep: (rule: PhraseRule) => boolean): readonly string[] =>
    rules
      .filter((rule) => isPageRule(rule) && keep(rule))
      .flatMap((rule) => rule.phrases)
      .filter((phrase) => !adverts.has(phrase));
  const prompts = { maxWords: MAX_PROMPT_WORDS, whole: false };
  const label = { maxWords: MAX_LABEL_WORDS, whole: true };
  const groups = [
    { phrases: phrasesOf(({ anchor }) => anchor === 'whole'), ...label },
    { phrases: list('page.list_heads'), ...label },
    { phrases: list('page.tail_heads'), ...label },
    { phrases: list('page.menu'), ...label },
    { phrases: list('page.more'), ...label },
    { phrases: phrasesOf(({ anchor, zones }) => anchor === 'anywhere' && zones.length === ZONES), ...prompts },
    { phrases: list('page.advert_labels'), ...label },
    { phrases: list('page.prompts'), ...prompts },
    { phrases: list('page.sections'), ...label },
    { phrases: list('page.stamps'), ...label },
    { phrases: phrasesOf(({ anchor }) => anchor === 'start'), maxWords: MAX_OPENER_WORDS, whole: false, start: true },
    { phrases: phrasesOf(({ anchor, zones }) => anchor === 'whole' && zones.length === ZONES), ...label, bit: PAGE_PROMPT },
  ];
  return compileGroups(groups);
}

function compileOnce(rules: readonly PhraseRule[], lists: Ruleset['lists'], areJoined: boolean): CompiledGroups {
  const known = compiled.get(rules) ?? new WeakMap<Ruleset['lists'], CompiledGroups>();
  compiled.set(rules, known);
  const made = known.get(lists) ?? compile(rules, lists, areJoined);
  known.set(lists, made);
  return made;
}

/** Joined rules bring their phrases only; all else is compiled once for all rulesets that share it. */
function createDescriber({ phraseRules, lists, joined }: Ruleset): LineDescriber {
  const own = compileOnce(phraseRules, lists, false);
  return describeLines(joined ? [own, compileOnce(joined.rules, lists, true)] : [own]);
}

/** True for a date that stands alone, with or without the hour. */
const isDateLine = createNote(({ text }): boolean => {
  if (text.length > MAX_DATE || !DIGIT.test(text)) return false;
  return DATES.some((date) => {
    const found = date.exec(text);
    return found !== null && HOUR.test(text.slice(found[0].length));
  });
});

/** Adds what depends on the text itself: lines that repeat another, and dates. */
function markRepeats(document: Document, lines: Uint16Array): Uint16Array {
  const seen = new Set<string>();
  return lines.map((bits, at) => {
    const block = document.blocks[at];
    if (!block || block.words === 0 || block.words > MAX_REPEAT_WORDS) return bits;
    const repeat = seen.has(block.text) ? PAGE_REPEAT : 0;
    seen.add(block.text);
    const isDate = isDateLine(block);
    return bits | repeat | (isDate ? PAGE_STAMP : 0);
  });
}

/** What each block of a document is for the page that carried it, as bits of `LINE_` and `PAGE_`. */
export const pageLines = createDocumentNote((document: Document, ruleset: Ruleset): Uint16Array => {
  const describe = describers.get(ruleset) ?? createDescriber(ruleset);
  describers.set(ruleset, describe);
  return markRepeats(document, describe(document));
});

import type { Document } from '../model/document.ts';
import type { PhraseRule, Ruleset } from '../model/ruleset.ts';
import { describeLines, LINE_GROUP, type LineDescriber } from './describe-lines.ts';

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
/** Holds a phrase of a rule by which the page speaks to its reader, such as "subscribe to our newsletter". */
export const PAGE_PROMPT = LINE_GROUP << 5;
/** The label of an advert: it stands anywhere and says nothing of its neighbours. */
export const PAGE_ADVERT = LINE_GROUP << 6;

/** Holds a word that a page says to its reader and a story may say too, such as "newsletter". */
export const PAGE_HINT = LINE_GROUP << 7;

/** A part of a newspaper, such as "Politics"; within a story it may be a heading. */
export const PAGE_SECTION = LINE_GROUP << 8;

/** Any head of a list of links. */
export const PAGE_HEADS = PAGE_LIST_HEAD | PAGE_TAIL_HEAD;
/** What says by itself that a line belongs to the page. */
export const PAGE_STRONG = PAGE_LABEL | PAGE_HEADS | PAGE_MORE | PAGE_PROMPT;
/** What says so beside other such lines. */
export const PAGE_NAMED = PAGE_STRONG | PAGE_MENU | PAGE_SECTION | PAGE_ADVERT;

/** Words; more is a paragraph that happens to hold the phrase. */
const MAX_LABEL_WORDS = 12;
/** Header, body, tail: a rule that looks in all of them is sure of its phrases. */
const ZONES = 3;
const MAX_PROMPT_WORDS = 45;

// Memos of pure functions of immutable values; they live as long as those.
const describers = new WeakMap<Ruleset, LineDescriber>();
const described = new WeakMap<Document, { readonly ruleset: Ruleset; readonly lines: Uint16Array }>();

function isPageRule(rule: PhraseRule): boolean {
  return rule.kind === 'boilerplate' && rule.action === 'removed';
}

function createDescriber(ruleset: Ruleset): LineDescriber {
  const list = (name: string): readonly string[] => ruleset.lists[name] ?? [];
  const adverts = new Set(list('page.advert_labels'));
  const phrasesOf = (keep: (rule: PhraseRule) => boolean): readonly string[] =>
    ruleset.phraseRules
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
  ];
  return describeLines(groups);
}

/** What each block of a document is for the page that carried it, as bits of `LINE_` and `PAGE_`. */
export function pageLines(document: Document, ruleset: Ruleset): Uint16Array {
  const known = described.get(document);
  if (known?.ruleset === ruleset) return known.lines;
  const describe = describers.get(ruleset) ?? createDescriber(ruleset);
  describers.set(ruleset, describe);
  const lines = describe(document);
  described.set(document, { ruleset, lines });
  return lines;
}

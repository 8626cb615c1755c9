import type { Detector } from '../model/detector.ts';
import type { Document } from '../model/document.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { TOKEN_NUMBER, TOKEN_SYMBOL } from '../model/token-table.ts';
import { compilePhrases, type PhraseMatcher } from '../text/compile-phrases.ts';
import { createNote, type NotedBlock } from '../text/create-note.ts';

/** Words; a row of more buttons than that is a page by itself. */
const MAX_WORDS = 40;
/** Names of networks that stand alone in a line: two may be the heading of a paragraph about them. */
const MIN_NAMES = 3;
const MIN_BUTTONS = 2;
/** A list in a sentence, as the answer to a question, has commas between its names. */
const LISTED = /[,;:?!]|\.\s/u;
/** A page waits for something: "Loading...", "Wird geladen …". Without the dots it may be a heading. */
const WAITING =
  /^(?:loading|please wait|loading (?:comments|more|content|article|video|player)|lädt|laden|wird geladen|bitte warten|chargement(?: en cours)?|veuillez patienter|cargando|espere por favor|caricamento(?: in corso)?|carregando|ładowanie|bezig met laden)\s?(?:\.{2,5}|…)$/iu;
const MAX_WAITING = 40;

// A memo of a pure function of immutable lists, which rulesets that differ in their rules alone share.
const compiled = new WeakMap<Ruleset['lists'], Matchers>();

interface Matchers {
  readonly buttons: PhraseMatcher;
  readonly names: PhraseMatcher;
}

function compileFor(ruleset: Ruleset): Matchers {
  const known = compiled.get(ruleset.lists);
  if (known) return known;
  const matchers = {
    buttons: compilePhrases(ruleset.lists['page.share_buttons'] ?? []),
    names: compilePhrases(ruleset.lists['page.share_names'] ?? []),
  };
  compiled.set(ruleset.lists, matchers);
  return matchers;
}

/** Phrases of a row: what covers the line from its first to its last word; nothing when a word is left over. */
interface Row {
  readonly buttons: number;
  readonly names: number;
}

/** The longest phrase at each row of the tokens in `[from, to)`: where it ends, by row. */
function longestAt(match: PhraseMatcher, document: Document, block: NotedBlock): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { from, to } of match(document.tokens, block.tokenStart, block.tokenEnd)) {
    ends.set(from, Math.max(to, ends.get(from) ?? 0));
  }
  return ends;
}

const readRow = createNote((block, matchers: Matchers, document: Document): Row | undefined => {
  const buttonEnds = longestAt(matchers.buttons, document, block);
  const nameEnds = longestAt(matchers.names, document, block);
  let buttons = 0;
  let names = 0;
  for (let row = block.tokenStart; row < block.tokenEnd; ) {
    const kind = document.tokens.kinds[row];
    const button = buttonEnds.get(row);
    const name = nameEnds.get(row);
    if (button !== undefined) buttons++;
    else if (name !== undefined) names++;
    else if (kind !== TOKEN_SYMBOL && kind !== TOKEN_NUMBER) return undefined;
    row = button ?? name ?? row + 1;
  }
  return { buttons, names };
});

/** Two buttons, a button and two names, or three names without a comma. */
function isRow({ buttons, names }: Row, text: string): boolean {
  if (buttons + names < MIN_BUTTONS || LISTED.test(text)) return buttons >= MIN_BUTTONS && !text.includes('?');
  return buttons >= MIN_BUTTONS || buttons + names >= MIN_NAMES;
}

/** Lines that are nothing but share buttons in a row, "Facebook Twitter WhatsApp Copy link", or say that a page is loading. */
export const shareRow: Detector = {
  name: 'share-row',
  thresholds: [],
  lists: ['page.share_buttons', 'page.share_names'],
  detect(document, context) {
    const matchers = compileFor(context.ruleset);
    return document.blocks.flatMap((block) => {
      if (block.words === 0 || block.words > MAX_WORDS || block.role === 'title' || block.role === 'code') return [];
      const waits = block.text.length <= MAX_WAITING && WAITING.test(block.text);
      const row = waits ? { buttons: 1, names: 0 } : readRow(block, matchers, document);
      if (!row || !(waits || isRow(row, block.text))) return [];
      return [
        {
          kind: 'boilerplate',
          rule: 'page.share-row@1',
          start: block.start,
          end: block.end,
          confidence: 0.93,
          action: 'removed',
          message: 'a row of buttons',
          evidence: { words: block.words, buttons: row.buttons, networks: row.names },
        },
      ];
    });
  },
};

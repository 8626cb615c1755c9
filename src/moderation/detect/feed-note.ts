import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import { createNote } from '../text/create-note.ts';
import { wordHashes } from '../text/shingle-hashes.ts';
import { tokenize } from '../text/tokenize.ts';

/** UTF-16 code units at the end of a block in which the note stands. */
const MAX_NOTE = 500;
/** What a feed says before and behind the title of the article, in eight languages. */
const OPENING =
  /(?:the (?:post|article|story|entry)|der (?:beitrag|artikel)|(?:l['’]|cet )article|le (?:post|billet)|la (?:entrada|noticia|publicación)|el (?:artículo|post)|[oa] (?:post|artigo|publicação|notícia)|l['’]articolo|il post|het bericht|artykuł|wpis)\s["“„«]?/giu;
const BEHIND =
  /["”“»]?\s(?:appeared first|first appeared|erschien zuerst|ist zuerst erschienen|erschien als erstes|est apparue? en premier|a été publié en premier|(?:se publicó|aparece|apareció|se ha publicado) primero|(?:apareceu|aparece|foi publicad[oa]) primeiro|proviene da|è apparso per primo|sembra essere il primo|verscheen eerst|pochodzi z serwisu|pojawił się najpierw)(?:\s(?:on|at|in|auf|bei|sur|dans|chez|en|em|no|na|su|op|w))?\s/iu;
/** The name of a site: nothing behind it. */
const SITE = /^[^.!?]{2,80}(?:\.\p{L}{2,12})?\.?$/u;
const MIN_TITLE_SHARE = 0.5;

/** A site by its name: capitalised words or a domain. */
const MAX_SITE_WORDS = 6;
const MIN_FOREIGN_TITLE_WORDS = 3;

interface Note {
  readonly site: string;
  /** Offset in the text of the block. */
  readonly at: number;
  readonly title: string;
}

/** The note that ends a block. */
const findNote = createNote((block): Note | undefined => {
  const from = Math.max(0, block.text.length - MAX_NOTE);
  const end = block.text.slice(from);
  const behind = BEHIND.exec(end);
  const site = behind ? end.slice(behind.index + behind[0].length).trim() : '';
  if (!behind || !SITE.test(site)) return undefined;
  const before = end.slice(0, behind.index);
  const opening = [...before.matchAll(OPENING)].find(({ index }) => index === 0 || /[\s\]]/u.test(before[index - 1] ?? ''));
  if (!opening || (from > 0 && opening.index === 0)) return undefined;
  return { at: from + opening.index, site, title: before.slice(opening.index + opening[0].length) };
});

function hashesOf(text: string): readonly number[] {
  const tokens = tokenize(text);
  return wordHashes(tokens, 0, tokens.count);
}

/** The title, or the beginning of it, or the title and the name of the site. */
function isTitle(text: string, title: string): boolean {
  const words = hashesOf(text);
  const known = hashesOf(title);
  const [short, long] = words.length < known.length ? [words, known] : [known, words];
  return short.length >= Math.max(1, long.length * MIN_TITLE_SHARE) && short.every((word, at) => word === long[at]);
}

/** Below the story a page may give its article another title: then the site has to be one by its name. */
function isForeignNote({ at, title, site }: Note, block: DocumentBlock): boolean {
  if (at > 0 || block.zone !== 'tail' || !/^["“„«]?[\p{Lu}\d]/u.test(title)) return false;
  const words = site.split(/\s+/u);
  const isNamed =
    words.length <= MAX_SITE_WORDS && words.every((word) => /^[\p{Lu}\d&]/u.test(word) || /\p{L}\.\p{L}/u.test(word));
  return isNamed && hashesOf(title).length >= MIN_FOREIGN_TITLE_WORDS;
}

function titlesOf(document: Document): readonly string[] {
  const block = document.blocks.find(({ role }) => role === 'title');
  return [...new Set([document.metadata.title, block?.text].filter((title) => title !== undefined))];
}

/** "The post <title> appeared first on <site>.", which feeds of WordPress add; when the title is the article's own, or the line stands below the story. */
export const feedNote: Detector = {
  name: 'feed-note',
  thresholds: [],
  lists: [],
  detect(document) {
    const titles = titlesOf(document);
    return document.blocks.flatMap((block) => {
      if (block.role === 'title' || block.role === 'code' || block.words < 5) return [];
      const note = findNote(block);
      if (!note) return [];
      if (!titles.some((title) => isTitle(note.title, title)) && !isForeignNote(note, block)) return [];
      return [
        {
          kind: 'boilerplate',
          rule: 'page.feed-note@1',
          start: block.start + note.at,
          end: block.end,
          confidence: 0.95,
          action: 'removed',
          message: 'the note of a feed on where the article stands',
          evidence: { title: note.title.slice(0, 120), alone: note.at === 0 },
        },
      ];
    });
  },
};

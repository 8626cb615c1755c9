import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { createNote } from '../text/create-note.ts';
import { cutExcerpt } from '../text/cut-excerpt.ts';
import { isUsualMix } from './mixed-script/is-usual-mix.ts';
import type { Letter } from './mixed-script/letter.ts';
import { mostUsedScript } from './mixed-script/most-used-script.ts';
import { readPlainly } from './mixed-script/read-plainly.ts';
import { GREEK, NO_SCRIPT, OTHER, scriptOfLetter } from './mixed-script/script-of-letter.ts';

/** UTF-16 code units; a longer word is none. */
const MAX_WORD = 80;
/** Letters without look-alikes end here: what has none beyond is Latin. */
const FIRST_FOREIGN = 0x370;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function hasForeign(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= FIRST_FOREIGN) return true;
  return false;
}

/** Whether a word is written in several of the alphabets with look-alikes, and in no other. */
function isMixed(word: string): boolean {
  let scripts = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const script = scriptOfLetter(code);
    if (script === OTHER) return false;
    if (script !== NO_SCRIPT) scripts |= 1 << script;
  }
  return (scripts & (scripts - 1)) !== 0;
}

/** The letters of a mixed word. Most words with foreign letters are of one alphabet, and of those nothing is made. */
function readLetters(word: string): readonly Letter[] {
  const letters = Array.from(word, (text) => ({ text, script: scriptOfLetter(text.codePointAt(0) ?? 0) }));
  return letters.filter(({ script }) => script !== NO_SCRIPT);
}

function isLongEnough(letters: readonly Letter[], threshold: DetectionContext['threshold']): boolean {
  const isGreek = letters.some(({ script }) => script === GREEK);
  return letters.length >= threshold(isGreek ? 'mixed_script.min_greek_letters' : 'mixed_script.min_letters');
}

const nameOf = (letter: string): string =>
  `${letter} U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Judges the words of one block; what stands around them is looked at once, and only when a word is suspected. */
function createJudge(block: DocumentBlock, threshold: DetectionContext['threshold']) {
  let surrounding: number | undefined;
  return (start: number, word: string): readonly Detection[] => {
    if (!isMixed(word)) return [];
    const letters = readLetters(word);
    if (!isLongEnough(letters, threshold)) return [];
    const reading = readPlainly(word, letters);
    if (!reading) return [];
    surrounding ??= JAPANESE.test(block.text) ? OTHER : mostUsedScript(block.text);
    if (surrounding === OTHER || isUsualMix(letters, reading.script, surrounding)) return [];
    return [
      {
        kind: 'mixed_script',
        rule: 'mixed.look-alike@1',
        start,
        end: start + word.length,
        confidence: 0.9,
        action: 'flagged',
        message: 'a word with letters of another alphabet that look like its own',
        evidence: { word: cutExcerpt(word, MAX_WORD), plain: reading.plain, letters: reading.foreign.map(nameOf) },
      },
    ];
  };
}

/** Rows of a block's words with a letter that another alphabet may have, counted from its first. */
const listForeign = createNote(
  ({ text: own, tokenStart, tokenEnd }, _: undefined, { text, tokens }: Document): readonly number[] => {
    if (!hasForeign(own, 0, own.length)) return [];
    const rows: number[] = [];
    for (let row = tokenStart; row < tokenEnd; row++) {
      const start = tokens.starts[row] ?? 0;
      const end = tokens.ends[row] ?? 0;
      if (end - start <= MAX_WORD && hasForeign(text, start, end)) rows.push(row - tokenStart);
    }
    return rows;
  },
);

function detectIn(document: Document, block: DocumentBlock, threshold: DetectionContext['threshold']): readonly Detection[] {
  const rows = listForeign(block, undefined, document);
  if (rows.length === 0) return [];
  const judge = createJudge(block, threshold);
  const { text, tokens } = document;
  return rows.flatMap((row) => {
    const start = tokens.starts[block.tokenStart + row] ?? 0;
    return judge(start, text.slice(start, tokens.ends[block.tokenStart + row]));
  });
}

/**
 * Words in which letters of one alphabet stand for those of another that look like them, as a Cyrillic `а` in a Latin word.
 * Flagged with the plain reading. Words of one alphabet, whatever it is, and the mixtures that people write are left alone.
 */
export const mixedScript: Detector = {
  name: 'mixed-script',
  thresholds: ['mixed_script.min_letters', 'mixed_script.min_greek_letters'],
  lists: [],
  rules: [
    { id: 'mixed.look-alike@1', kind: 'mixed_script', message: 'a word with letters of another alphabet that look like its own' },
  ],
  detect(document, { threshold }) {
    return document.blocks.flatMap((block) => detectIn(document, block, threshold));
  },
};

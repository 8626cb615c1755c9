import type { Edit } from '../../model/edit.ts';
import type { Repair } from './repair-text.ts';

/** Names of encodings and of what comes of mixing them up; words that other texts use ("encoding") need company. */
const ENCODINGS =
  /\b(?:mojibake|utf-?8|utf-?16|unicode|latin[ -]?1\b|iso[ -]?8859|(?:windows|cp)-?125\d|mac ?roman|code ?pages?|(?:character|text) (?:encodings?|sets?)|encodages?|zeichensalat|zeichens(?:atz|ätze)|zeichen[ck]odierung|codifica(?:ción de|ção de|zione dei) caratt?er|juegos? de caracteres|kodowani[ae] znaków|znakov(?:á|ou) sad)|кодировк|юникод|кр[ао]к[ао]зябр|кодуванн|文字化け|乱码|亂碼/iu;

/** As the repair names what it does to controls. */
const CONTROLS_STEP = 'iso-8859-1 > windows-1252';

const WORD = /[\p{L}\p{M}]{1,100}/gu;
const IN_WORD = /[\p{L}\p{M}]/u;
/** A word longer than this is compared by this much of it on each side of what is repaired. */
const LONGEST = 50;
/** When one in so many of the repaired words stands there whole as well, the text sets the two side by side. */
const SHOWN_SHARE = 2;

interface Word {
  readonly start: number;
  readonly end: number;
  /** The word as it is repaired. */
  readonly text: string;
}

function findWordStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && IN_WORD.test(text.charAt(at - 1))) at--;
  return at;
}

function findWordEnd(text: string, from: number, most: number): number {
  let at = from;
  while (at < most && IN_WORD.test(text.charAt(at))) at++;
  return at;
}

/** The words that edits change, each with all edits that touch it. */
function findRepairedWords(source: string, edits: readonly Edit[]): readonly Word[] {
  const words: Word[] = [];
  let text = '';
  let start = 0;
  let end = -1;
  edits.forEach((edit, place) => {
    if (edit.start !== end) {
      start = findWordStart(source, edit.start, Math.max(0, end, edit.start - LONGEST));
      text = source.slice(start, edit.start);
    }
    const most = Math.min(edits[place + 1]?.start ?? source.length, edit.end + LONGEST);
    end = findWordEnd(source, edit.end, most);
    text += edit.replacement + source.slice(edit.end, end);
    if (edits[place + 1]?.start !== end) words.push({ start, end, text });
  });
  return words;
}

/** Words in small letters that stand in the text outside of what is repaired. */
function findWholeWords(source: string, repaired: readonly Word[]): ReadonlySet<string> {
  const whole = new Set<string>();
  let place = 0;
  for (const { 0: word, index } of source.matchAll(WORD)) {
    while ((repaired[place]?.end ?? Number.POSITIVE_INFINITY) <= index) place++;
    if ((repaired[place]?.start ?? source.length) >= index + word.length) whole.add(word.toLowerCase());
  }
  return whole;
}

/** "é" beside "Ã©": the words that are repaired stand in the text as they should be, too. */
function setsSideBySide(source: string, edits: readonly Edit[]): boolean {
  const repaired = findRepairedWords(source, edits);
  const whole = findWholeWords(source, repaired);
  const different = new Set(repaired.map(({ text }) => text.toLowerCase()));
  const shown = [...different].filter((word) => whole.has(word));
  return shown.length > 0 && shown.length * SHOWN_SHARE >= different.size;
}

/** A control is no part of anything that is shown. */
function isOfControls({ steps }: Repair): boolean {
  return steps.every((step) => step === CONTROLS_STEP);
}

/** True for a text that means to show damaged text: it speaks of encodings, or holds the same words damaged and whole. */
export function showsDamage(source: string, repair: Repair): boolean {
  if (isOfControls(repair)) return false;
  return ENCODINGS.test(source) || setsSideBySide(source, repair.edits);
}

import { NO_SCRIPT, OTHER, scriptOfLetter } from './script-of-letter.ts';

/** The script of most letters of a text, one of the constants of `script-of-letter.ts`. Linear. */
export function mostUsedScript(text: string): number {
  const counts = new Uint32Array(OTHER + 1);
  for (const character of text) {
    const script = scriptOfLetter(character.codePointAt(0) ?? 0);
    if (script !== NO_SCRIPT) counts[script] = (counts[script] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

import type { Value } from '../model/annotation.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import type { Palette } from './create-palette.ts';
import { cutText } from './cut-text.ts';
import { revealControls } from './reveal-controls.ts';

const MAX_VALUES = 12;
const UNKNOWN = 'counts from a date of publication that is not known';

/** "yesterday: 2024-03-12, counted from 2024-03-13". */
function sayValue(value: Value): string {
  const from = value.type === 'date' && value.relativeTo !== null ? `, counted from ${value.relativeTo}` : '';
  return revealControls(`${value.text}: ${value.value ?? UNKNOWN}${from}`);
}

/** Values with what they stand for, and keyphrases in one line. */
export function reportValues({ values, keyphrases }: ModeratedArticle, palette: Palette, width: number): readonly string[] {
  const more = values.length > MAX_VALUES ? [`  … and ${values.length - MAX_VALUES} more`] : [];
  const listed = values.slice(0, MAX_VALUES).map((value) => `  ${cutText(sayValue(value), width - 2)}`);
  const phrases = keyphrases.map(({ text }) => revealControls(text)).join(' · ');
  return [
    ...(values.length === 0 ? [] : ['', palette.bold('Values'), ...listed, ...more]),
    ...(phrases === '' ? [] : ['', palette.bold('Keyphrases'), `  ${cutText(phrases, width - 2)}`]),
  ];
}

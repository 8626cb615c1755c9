import type { NameForm } from './name-form.ts';

/** Whether two forms stand in one sentence, so that they are likely two things. Linear in the mentions of the rarer form. */
export function shareSentence(a: NameForm, b: NameForm): boolean {
  const [few, many] = a.sentences.size < b.sentences.size ? [a, b] : [b, a];
  for (const start of few.sentences) if (many.sentences.has(start)) return true;
  return false;
}

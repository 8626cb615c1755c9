import type { WrongItem } from '../evaluation.ts';
import { GUM_FILE } from '../gum/gum-file.ts';
import type { Groups } from './judged-document.ts';
import type { NameMention } from './name-mention.ts';

interface Form {
  readonly text: string;
  readonly group: string;
  readonly cluster: string;
}

const keyOf = (form: Form): string => `${form.text}\t${form.group}\t${form.cluster}`;

/** The forms of names that are linked otherwise than the data says: each with the first form that it lacks, or has too much. */
export function listWrongLinks(line: number, mentions: readonly NameMention[], found: Groups): readonly WrongItem[] {
  const forms = new Map<string, Form>();
  for (const [at, { text, cluster }] of mentions.entries()) {
    const form = { text, cluster, group: found[at] ?? '' };
    forms.set(keyOf(form), form);
  }
  const listed = [...forms.values()];
  return listed.flatMap((form, at) => {
    const item = (outcome: string, other: Form): WrongItem => {
      const evidence = `${other.text} (${other.cluster})`;
      return { file: GUM_FILE, line, label: form.cluster, outcome, text: form.text, rule: null, evidence };
    };
    const earlier = listed.slice(0, at);
    const missed = earlier.find(({ cluster, group }) => cluster === form.cluster && group !== form.group);
    const surplus = earlier.find(({ cluster, group }) => cluster !== form.cluster && group === form.group);
    return [...(missed ? [item('not linked', missed)] : []), ...(surplus ? [item('linked wrongly', surplus)] : [])];
  });
}

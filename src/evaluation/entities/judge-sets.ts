import { prepareSentences } from '../../training/entities/prepare-sentences.ts';
import { trainRecogniser } from '../../training/entities/train-recogniser.ts';
import type { PlacedRecord } from '../data/read-records.ts';
import { readTaggedSentences, type TaggedSentence } from '../data/read-tagged-sentences.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import type { JudgedSentence, JudgedSet } from './judged-set.ts';
import { readBioTags } from './read-bio-tags.ts';
import { toMarkedText } from './read-marked-sentences.ts';
import { readTrainingTexts } from './read-training-texts.ts';
import { tagWithCompromise } from './tag-with-compromise.ts';
import { tagWithCopydesk } from './tag-with-copydesk.ts';
import type { TypedSpan } from './typed-span.ts';

type Placed = PlacedRecord<TaggedSentence>;
/** Finds the names in each paragraph of a text. */
type Tagger = (paragraphs: readonly string[]) => readonly (readonly TypedSpan[])[];

/** Parts of WikiGold; each is judged by a model that was trained on the others. */
const PARTS = 5;
const BOTH = ['copydesk', 'compromise'] as const;

/** Judges sentence by sentence. */
function judgeEach(records: readonly Placed[], tag: Tagger): readonly JudgedSentence[] {
  return records.map(({ line, record }) => {
    const { text } = record;
    return {
      line,
      text,
      gold: readBioTags(record),
      found: { copydesk: tag([text])[0] ?? [], compromise: tagWithCompromise(text) },
    };
  });
}

/** Sentences that stand side by side and are of one document. */
function groupDocuments(records: readonly Placed[]): readonly (readonly Placed[])[] {
  const documents: Placed[][] = [];
  for (const placed of records) {
    const last = documents.at(-1);
    if (last && last[0]?.record.doc === placed.record.doc) last.push(placed);
    else documents.push([placed]);
  }
  return documents;
}

/** Judges document by document, each sentence as a paragraph. */
function judgeDocuments(records: readonly Placed[], tag: Tagger): readonly JudgedSentence[] {
  return groupDocuments(records).flatMap((document) => {
    const found = tag(document.map(({ record }) => record.text));
    return document.map(({ line, record }, at) => {
      return { line, text: record.text, gold: readBioTags(record), found: { copydesk: found[at] ?? [] } };
    });
  });
}

function judgeWnut({ folder }: EvaluationContext): readonly JudgedSet[] {
  const name = 'wnut17.dev';
  const tag: Tagger = (paragraphs) => paragraphs.map(tagWithCopydesk);
  const sentences = judgeEach(readTaggedSentences(folder, name), tag);
  return [
    { name, file: `entities/${name}.jsonl.gz`, judge: 'the shipped model, which never saw them', systems: BOTH, sentences },
  ];
}

function judgeUner({ folder, onProgress }: EvaluationContext): readonly JudgedSet[] {
  const name = 'uner-ewt.dev';
  const file = `entities/${name}.jsonl.gz`;
  const records = readTaggedSentences(folder, name);
  const sentences = readTrainingTexts(folder, [name]).flatMap((texts) => prepareSentences(texts));
  const tag = trainRecogniser(sentences, (done, total) => onProgress(done, total, `training without ${name}`)).recognise;
  const judge = 'a model trained here without them';
  return [
    { name, file, judge, systems: BOTH, sentences: judgeEach(records, tag) },
    {
      name: `${name} documents`,
      file,
      judge: `${judge}, document by document`,
      systems: ['copydesk'],
      sentences: judgeDocuments(records, tag),
    },
  ];
}

function judgeWikiGold({ folder, onProgress }: EvaluationContext): readonly JudgedSet[] {
  const name = 'wikigold';
  const records = readTaggedSentences(folder, name);
  const others = readTrainingTexts(folder, [name]).flatMap((texts) => prepareSentences(texts));
  const parts = Array.from({ length: Math.min(PARTS, records.length) }, (_, part) => {
    const size = records.length / Math.min(PARTS, records.length);
    const [from, to] = [Math.round(part * size), Math.round((part + 1) * size)];
    const rest = [...records.slice(0, from), ...records.slice(to)].map(({ record }) => toMarkedText(record, 'nothing'));
    const sentences = [...prepareSentences({ texts: rest, weight: 3, varied: true }), ...others];
    const tag = trainRecogniser(sentences, (done, total) =>
      onProgress(done, total, `training without part ${part + 1} of ${name}`),
    ).recognise;
    return judgeEach(records.slice(from, to), tag);
  });
  const judge = `each of ${PARTS} parts in a row by a model trained here on the rest`;
  return [{ name, file: `entities/${name}.jsonl.gz`, judge, systems: BOTH, sentences: parts.flat() }];
}

/** Judges the sentences of all corpora that are measured on. Throws `DataError`. */
export function judgeSets(context: EvaluationContext): readonly JudgedSet[] {
  return [...judgeWikiGold(context), ...judgeWnut(context), ...judgeUner(context)];
}

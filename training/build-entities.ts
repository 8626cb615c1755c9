import { writeFileSync } from 'node:fs';
import { readTrainingTexts } from '../src/evaluation/entities/read-training-texts.ts';
import type { WordCache } from '../src/moderation/annotate/entities/sequence/sentence-view.ts';
import { packNameModel } from '../src/training/entities/pack-name-model.ts';
import { prepareSentences, type TrainingTexts } from '../src/training/entities/prepare-sentences.ts';
import { TRAINING_SETTINGS, trainNameModel } from '../src/training/entities/train-name-model.ts';
import { writeTemplates } from './template-sentences/write-templates.ts';

const VERSION = '2';
const TARGET = new URL('../models/entities.json', import.meta.url);

/** Sentences that are made from our templates, and how much their mistakes count: with more, edited text of other kinds is read less well. */
const TEMPLATE_SENTENCES = 8000;
const TEMPLATE_WEIGHT = 0.3;
const TEMPLATE_SEED = 7;

/** What the weights were learned from. */
const INPUTS = [
  { name: 'WikiGold (Balasuriya et al.)', licence: 'CC BY 4.0' },
  { name: 'WNUT-17 Emerging Entities, training part (Derczynski et al.)', licence: 'CC BY 4.0' },
  { name: 'Broad Twitter Corpus (Derczynski et al.)', licence: 'CC BY 4.0' },
  { name: 'Universal NER, English EWT, development part', licence: 'CC BY-SA 4.0' },
  { name: 'GUM, annotations of linked names (Zeldes et al.)', licence: 'CC BY 4.0' },
  { name: 'training/template-sentences/', licence: 'Apache-2.0, written for Copydesk' },
];

function readTemplateTexts(): TrainingTexts {
  const texts = [...writeTemplates(TEMPLATE_SENTENCES, TEMPLATE_SEED)].map(({ text, spans }) => {
    return { text, names: spans, unmarked: 'nothing' as const };
  });
  return { texts, weight: TEMPLATE_WEIGHT, varied: false };
}

function buildEntities(folder: string): void {
  const cache: WordCache = new Map();
  const parts = [...readTrainingTexts(folder, []), readTemplateTexts()];
  const sentences = parts.flatMap((texts) => prepareSentences(texts, cache));
  const weights = trainNameModel(sentences, TRAINING_SETTINGS, (done, total) => {
    if (done % 10_000 === 0) console.log(`${done} of ${total}`);
  });
  const head = { about: 'Written by training/build-entities.ts', version: VERSION, inputs: INPUTS, licence: 'CC BY-SA 4.0' };
  writeFileSync(TARGET, `${JSON.stringify({ ...head, ...packNameModel(weights) }, null, 1)}\n`);
  console.log(`${sentences.length} sentences`);
}

const [, , folder] = process.argv;
if (!folder) throw new Error('usage: node training/build-entities.ts <folder that holds entities/>');
buildEntities(folder);

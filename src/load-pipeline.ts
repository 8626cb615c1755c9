import { createRequire } from 'node:module';

type Pipeline = typeof import('./moderation/pipeline.ts');

// Most of Copydesk is what cleans and judges articles. It waits for the first one, so that those who only annotate never
// load it, and it is loaded with `require`, because `moderate` is synchronous.
const require = createRequire(import.meta.url);

/** The programs of `moderate` and what belongs to it, loaded when it is called first. */
export function loadPipeline(): Pick<Pipeline, 'fingerprintArticle' | 'moderate' | 'moderateWith' | 'openArticle'> {
  const { fingerprintArticle, moderate, moderateWith, openArticle }: Pipeline = require('./moderation/pipeline.ts');
  return { fingerprintArticle, moderate, moderateWith, openArticle };
}

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fingerprintArticle, loadRuleset, moderate } from '../../src/index.ts';
import { type PackedFingerprint, packFingerprint } from '../../src/service/fingerprints/packed-fingerprint.ts';
import type { ModerationThreads } from '../../src/service/processing/moderation-threads.ts';
import { toModeration } from '../../src/service/processing/to-moderation.ts';

/** An odd number with its bits well mixed: each multiple of it makes other keys. */
const STEP = 0x9e3779b97f4a7c15n;

const ruleset = loadRuleset();
const article = { id: 'made', text: readFileSync(process.env.BENCH_ARTICLE ?? '', 'utf8') };
const made = toModeration(moderate(article, { ruleset }), ruleset.version);
const fingerprint = packFingerprint(fingerprintArticle(article, { ruleset }).fingerprint);

const varyKeys = (keys: readonly string[], count: number): readonly string[] =>
  keys.map((key) => `${BigInt.asIntN(64, BigInt(key) + BigInt(count) * STEP)}`);

/** As large as that of the article, but with nothing that others share. */
function varyFingerprint(count: number): PackedFingerprint {
  return { ...fingerprint, keys: varyKeys(fingerprint.keys, count), lines: varyKeys(fingerprint.lines, count) };
}

/**
 * Stands in the place of the real one: every article gets at once the result that was made of one when the process started, after
 * its fingerprint has been stored and looked up. `BENCH_ARTICLE` names the file of that article.
 */
export function startModerationThreads(): ModerationThreads {
  let count = 0;
  return {
    ready: () => Promise.resolve(),
    moderate: async (_, findMatches) => {
      await findMatches?.(varyFingerprint(++count));
      return made;
    },
    tryRule: () => Promise.resolve([]),
    tryShadow: () => Promise.resolve([]),
    propose: () => Promise.reject(new Error('nothing is proposed here')),
    close: () => Promise.resolve(),
  };
}

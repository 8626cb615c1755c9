/** A file that breaks one rule of `.dependency-cruiser.mjs`. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const plant = (rule: string, file: string, ...imports: readonly string[]): PlantedViolation => ({
  rule,
  file,
  code: imports.map((from) => `import '${from}';\n`).join(''),
});

/** The same with `require`, as what is loaded late is loaded. */
const plantLate = (rule: string, file: string, from: string): PlantedViolation => ({
  rule,
  file,
  code: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nexport const load = () => require('${from}');\n`,
});

/** One breach of each rule, and more where a rule has several sides. */
export const PLANTED_VIOLATIONS: readonly PlantedViolation[] = [
  plant('model-imports-only-model', 'src/moderation/model/knows-text.ts', '../text/plain.ts'),
  plant('text-imports-only-model', 'src/moderation/text/knows-detect.ts', '../detect/plain.ts'),
  plant('stages-stay-apart', 'src/moderation/parse/knows-clean.ts', '../clean/plain.ts'),
  plant('stages-stay-apart', 'src/moderation/detect/knows-parse.ts', '../parse/plain.ts'),
  plant('stages-stay-apart', 'src/moderation/score/knows-annotate.ts', '../annotate/plain.ts'),
  plant('stages-do-not-know-the-pipeline', 'src/moderation/clean/knows-pipeline.ts', '../pipeline.ts'),
  plant('detectors-stay-apart', 'src/moderation/detect/knows-detector.ts', './plain.ts'),
  plant('moderation-is-the-core', 'src/moderation/clean/knows-rules.ts', '../../rules/plain.ts'),
  plant('moderation-is-the-core', 'src/moderation/detect/knows-service.ts', '../../service/plain.ts'),
  plant('moderation-is-pure', 'src/moderation/detect/reads-files.ts', 'node:fs'),
  plant('moderation-is-pure', 'src/moderation/score/hashes.ts', 'crypto'),
  plant('moderation-is-pure', 'src/moderation/annotate/reads-models.ts', 'node:fs/promises'),
  plant('moderation-uses-few-packages', 'src/moderation/clean/queues.ts', 'bullmq'),
  plant('moderation-uses-few-packages', 'src/moderation/text/logs.ts', 'pino'),
  plant('moderation-uses-few-packages', 'src/moderation/annotate/stores.ts', 'pg'),
  plant('html-is-written-in-report-only', 'src/moderation/clean/writes-html.ts', 'hast-util-to-html'),
  plant('html-is-written-in-report-only', 'src/service/sanitises.ts', 'hast-util-sanitize'),
  plant('markup-imports-only-model-and-text', 'src/moderation/markup/knows-parse.ts', '../parse/plain.ts'),
  plant('markdown-parser-in-markup-only', 'src/moderation/report/parses.ts', 'mdast-util-from-markdown'),
  plant('markdown-parser-in-markup-only', 'src/moderation/read/parses.ts', 'micromark-extension-gfm'),
  plant('yaml-in-front-matter-only', 'src/moderation/parse/reads-facts.ts', 'yaml'),
  plant('language-packages-in-annotate-only', 'src/moderation/detect/tags.ts', 'compromise'),
  plant('language-packages-in-annotate-only', 'src/service/guesses-language.ts', 'eld'),
  { rule: 'language-packages-in-annotate-only', file: 'src/moderation/parse/tags.cjs', code: "require('compromise/one');\n" },
  plant('plugin-knows-annotate-only', 'src/compromise/knows-rules.ts', '../rules/plain.ts'),
  plant('plugin-knows-annotate-only', 'src/compromise/knows-parts.ts', '../moderation/annotate/plain.ts'),
  plant('plugin-knows-annotate-only', 'src/compromise/reads-weights.ts', '../../models/plain.ts'),
  plant('plugin-is-an-entry', 'src/service/knows-plugin.ts', '../compromise/plain.ts'),
  plant('recognisers-know-the-model-only', 'src/recognisers/knows-annotate.ts', '../moderation/annotate/plain.ts'),
  plant('recognisers-know-the-model-only', 'src/recognisers/knows-service.ts', '../service/plain.ts'),
  plant('tokenizers-for-onnx-only', 'src/service/splits-words.ts', '@huggingface/tokenizers'),
  plant('models-in-annotate-only', 'src/moderation/parse/reads-weights.ts', '../../../models/plain.ts'),
  plant('report-is-for-the-outside', 'src/moderation/pipeline.ts', './report/plain.ts'),
  plant('rules-see-what-they-prove', 'src/rules/knows-score.ts', '../moderation/score/plain.ts'),
  plantLate('rules-see-what-they-prove', 'src/rules/loads-score.ts', '../moderation/score/plain.ts'),
  plantLate('report-is-for-the-outside', 'src/loads-report.ts', './moderation/report/plain.ts'),
  plant('schema-describes-the-model', 'src/schema/knows-parse.ts', '../moderation/parse/plain.ts'),
  plant('index-is-the-core-in-public', 'src/index.ts', './service/plain.ts'),
  plant('service-and-cli-use-the-front-door', 'src/service/knows-detect.ts', '../moderation/detect/plain.ts'),
  plant('service-and-cli-use-the-front-door', 'src/cli/knows-pipeline.ts', '../moderation/pipeline.ts'),
  plant('client-stands-alone', 'src/client/knows-service.ts', '../service/plain.ts'),
  plant('client-stands-alone', 'src/client/reads-files.ts', 'node:fs'),
  plant('client-stands-alone', 'src/client/sends.ts', 'undici'),
  plant('client-is-for-commands', 'src/service/calls-itself.ts', '../client/plain.ts'),
  plant('evaluation-judges-from-outside', 'src/evaluation/knows-score.ts', '../moderation/score/plain.ts'),
  plant('evaluation-judges-from-outside', 'src/evaluation/knows-cli.ts', '../cli/plain.ts'),
  plant('evaluation-is-for-commands', 'src/service/evaluates.ts', '../evaluation/plain.ts'),
  plant('evaluation-is-for-commands', 'src/moderation/detect/evaluates.ts', '../../evaluation/plain.ts'),
  plant('language-packages-in-annotate-only', 'src/evaluation/tags.ts', 'compromise'),
  plant('training-knows-annotate-only', 'src/training/knows-detect.ts', '../moderation/detect/plain.ts'),
  plant('training-is-for-commands', 'src/service/trains.ts', '../training/plain.ts'),
  plant('workers-are-entries', 'workers/knows-clean.ts', '../src/moderation/clean/plain.ts'),
  plant('nothing-imports-cli', 'src/service/knows-cli.ts', '../cli/plain.ts'),
  plant('opentelemetry-in-tracing-only', 'src/service/knows-spans.ts', '@opentelemetry/api'),
  plant('spans-are-loaded-late', 'src/service/loads-spans.ts', './telemetry/tracing/plain.ts'),
  plant('nothing-imports-workers', 'src/service/knows-worker.ts', '../../workers/plain.ts'),
  plant('no-test-code-in-sources', 'src/cli/knows-tests.ts', '../../tests/plain.ts'),
  plant('no-development-packages-in-sources', 'src/service/tests-itself.ts', 'vitest'),
  plant('nothing-unresolved', 'src/rules/knows-nothing.ts', './nowhere.ts'),
  plant('no-cycles', 'src/service/here.ts', './there.ts'),
  plant('no-cycles', 'src/service/there.ts', './here.ts'),
  plant('no-orphans', 'src/service/alone.ts'),
];

/** Files without a fault that the planted ones import. */
export const PLAIN_FILES: readonly string[] = [
  'src/moderation/text/plain.ts',
  'src/moderation/parse/plain.ts',
  'src/moderation/detect/plain.ts',
  'src/moderation/clean/plain.ts',
  'src/moderation/annotate/plain.ts',
  'src/moderation/score/plain.ts',
  'src/moderation/report/plain.ts',
  'src/rules/plain.ts',
  'src/compromise/plain.ts',
  'src/recognisers/plain.ts',
  'src/client/plain.ts',
  'src/evaluation/plain.ts',
  'src/training/plain.ts',
  'src/service/plain.ts',
  'src/service/telemetry/tracing/plain.ts',
  'src/cli/plain.ts',
  'workers/plain.ts',
  'models/plain.ts',
  'tests/plain.ts',
];

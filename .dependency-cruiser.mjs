/**
 * Imports run one way: workers, cli -> service -> index -> pipeline -> stages -> text -> model.
 * `tests/architecture.test.ts` runs these rules over the sources and over planted violations of each of them.
 */

const STAGES = 'read|parse|detect|clean|amend|annotate|score|report';

/** Each rule: its name, why it stands, what it looks at (`from`) and what it forbids there (`to`). */
const forbidden = [
  {
    name: 'model-imports-only-model',
    comment: 'The types everything is made of know nothing else.',
    from: { path: '^src/moderation/model/' },
    to: { pathNot: '^src/moderation/model/' },
  },
  {
    name: 'text-imports-only-model',
    comment: 'String mathematics has no words of the domain in it.',
    from: { path: '^src/moderation/text/' },
    to: { pathNot: '^src/moderation/(text|model)/' },
  },
  {
    name: 'stages-stay-apart',
    comment: 'A stage gets what it needs from another stage as a value, handed on by the pipeline.',
    from: { path: `^src/moderation/(${STAGES})/` },
    to: { path: `^src/moderation/(${STAGES})/`, pathNot: '^src/moderation/$1/' },
  },
  {
    name: 'stages-do-not-know-the-pipeline',
    comment: 'The pipeline calls the stages, not the other way round.',
    from: { path: '^src/moderation/', pathNot: '^src/moderation/pipeline\\.ts$' },
    to: { path: '^src/moderation/pipeline\\.ts$' },
  },
  {
    name: 'detectors-stay-apart',
    comment: 'A detector can be understood, tested and taken out by itself; its parts stand in a folder of its own.',
    from: { path: '^src/moderation/detect/', pathNot: '^src/moderation/detect/(detect|detectors)\\.ts$' },
    to: { path: '^src/moderation/detect/[^/]+\\.ts$' },
  },
  {
    name: 'moderation-is-the-core',
    comment: 'The core knows nothing of rule files, services, commands or processes.',
    from: { path: '^src/moderation/' },
    to: { path: '^(src|workers|tests|bench|training)/', pathNot: '^src/moderation/' },
  },
  {
    name: 'moderation-is-pure',
    comment: 'No files, no network, no clock, no processes: the same article gives the same result everywhere.',
    from: { path: '^src/moderation/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'moderation-uses-few-packages',
    comment: 'What the core may take from outside is named here, so that a reader can trust that it is pure.',
    from: { path: '^src/moderation/' },
    to: {
      path: '(^|/)node_modules/',
      pathNot:
        '(^|/)node_modules/(@noble/hashes|compromise|entities|hast-util-sanitize|hast-util-to-html|@types/hast|mdast-util-[a-z-]+|@types/mdast|micromark-[a-z-]+|parse5|yaml)/',
    },
  },
  {
    name: 'html-is-written-in-report-only',
    comment: 'One place makes HTML, by a sanitiser and a writer, so that one place has to be trusted.',
    from: { path: '^(src|workers)/', pathNot: '^src/moderation/report/' },
    to: { path: '(^|/)node_modules/hast-util-' },
  },
  {
    name: 'opentelemetry-in-tracing-only',
    comment: 'A desk without a receiver of spans loads nothing of it, and the service knows steps and lines, not spans.',
    from: { path: '^(src|workers)/', pathNot: '^src/service/telemetry/tracing/' },
    to: { path: '(^|/)node_modules/(@opentelemetry|bullmq-otel)/' },
  },
  {
    name: 'spans-are-loaded-late',
    comment: 'Only what opens tracing knows the modules that know OpenTelemetry, and loads them when it has to.',
    from: { path: '^(src|workers)/', pathNot: '^src/service/telemetry/tracing/' },
    to: { path: '^src/service/telemetry/tracing/', pathNot: '/(open-tracing|tracing|tracing-settings)\\.ts$' },
  },
  {
    name: 'markup-imports-only-model-and-text',
    comment: 'Trees of markup are shared by the stages that read and write it; they know none of them.',
    from: { path: '^src/moderation/markup/' },
    to: { path: '^src/', pathNot: '^src/moderation/(markup|model|text)/' },
  },
  {
    name: 'markdown-parser-in-markup-only',
    comment: 'One place knows how Markdown is parsed, so that its cost is bounded for all.',
    from: { path: '^(src|workers)/', pathNot: '^src/moderation/markup/' },
    to: { path: '(^|/)node_modules/(mdast-util-|micromark-)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'yaml-in-front-matter-only',
    comment: 'In the core only the front matter of an article is YAML.',
    from: { path: '^src/moderation/', pathNot: '^src/moderation/markup/' },
    to: { path: '(^|/)node_modules/yaml/' },
  },
  {
    name: 'language-packages-in-annotate-only',
    comment:
      'One place knows how language is analysed, so that it can be replaced. A baseline is measured as it comes; a plugin for compromise knows it.',
    from: {
      path: '^(src|workers)/',
      pathNot: '^src/(moderation/annotate/|compromise/|evaluation/entities/tag-with-compromise\\.ts$)',
    },
    to: { path: '(^|/)node_modules/(compromise|eld)/' },
  },
  {
    name: 'plugin-knows-annotate-only',
    comment: 'The plugin for compromise is used by itself: it needs no rules, no pipeline and no files.',
    from: { path: '^src/compromise/' },
    to: { path: '^(src|workers|models)/', pathNot: '^src/(compromise/|moderation/(annotate/annotate\\.ts$|model/))' },
  },
  {
    name: 'plugin-is-an-entry',
    comment: 'The plugin for compromise is for those who use compromise; nothing of ours does.',
    from: { path: '^(src|workers)/', pathNot: '^src/compromise/' },
    to: { path: '^src/compromise/' },
  },
  {
    name: 'recognisers-know-the-model-only',
    comment:
      'A recogniser from a folder gets texts and gives names, by our own model if need be; how those are used is the business of others. How a fault is told is the same everywhere.',
    from: { path: '^src/recognisers/' },
    to: {
      path: '^(src|workers|models)/',
      pathNot:
        '^src/(recognisers/|faults/describe-want\\.ts$|moderation/model/|moderation/annotate/entities/(create-name-recogniser|sequence/name-model)\\.ts$)',
    },
  },
  {
    name: 'tokenizers-for-onnx-only',
    comment: 'Sub-words are the business of models of others.',
    from: { path: '^(src|workers)/', pathNot: '^src/recognisers/onnx/' },
    to: { path: '(^|/)node_modules/(@huggingface|onnxruntime-[a-z]+)/' },
  },
  {
    name: 'models-in-annotate-only',
    comment:
      'Trained weights and gazetteers are read by the stage that uses them; detect has the token model and look-alike letters.',
    from: { path: '^(src|workers)/', pathNot: '^src/moderation/(annotate|detect/(garbage|mixed-script))/' },
    to: { path: '^models/' },
  },
  {
    name: 'report-is-for-the-outside',
    comment: 'A report shows a finished result; moderation itself never needs one.',
    from: { path: '^(src|workers)/', pathNot: '^src/(cli|service|log-report|moderation/report)/' },
    to: { path: '^src/moderation/report/' },
  },
  {
    name: 'rules-see-what-they-prove',
    comment:
      'Loading a ruleset proves its rules: it parses examples and runs detectors on them, and looks up which topics there are. How a fault is told is the same everywhere.',
    from: { path: '^src/rules/' },
    to: {
      path: '^(src|workers)/',
      pathNot:
        '^src/((rules|moderation/(model|text|markup|read|parse|detect|annotate/topics))/|faults/describe-want\\.ts$|moderation/annotate/annotators\\.ts$)',
    },
  },
  {
    name: 'schema-describes-the-model',
    comment: 'A schema is a description of the model, not of how a result comes about.',
    from: { path: '^src/schema/' },
    to: { path: '^(src|workers)/', pathNot: '^src/(schema|moderation/model)/' },
  },
  {
    name: 'index-is-the-core-in-public',
    comment: 'Using Copydesk as a library starts no server and reads no command line.',
    from: { path: '^src/index\\.ts$' },
    to: { path: '^(src/(cli|service)|workers)/' },
  },
  {
    name: 'service-and-cli-use-the-front-door',
    comment: 'They see the core as any other user of it does: src/index.ts, the types of the model, and reports.',
    from: { path: '^src/(service|cli)/' },
    to: {
      path: '^src/',
      pathNot: '^src/(index\\.ts$|(cli|client|service|schema|faults|evaluation|training|log-report|moderation/(model|report))/)',
    },
  },
  {
    name: 'log-report-knows-the-contract-only',
    comment:
      'A report is made of lines of the log: it knows their schema and how text is escaped, no service, no file and no clock.',
    from: { path: '^src/log-report/' },
    to: { pathNot: '^src/(log-report|schema|moderation/(model|report))/|(^|/)node_modules/@noble/hashes/' },
  },
  {
    name: 'log-report-is-for-commands',
    comment: 'Nothing that moderates or serves reads its own log.',
    from: { path: '^(src|workers)/', pathNot: '^src/(cli|log-report)/' },
    to: { path: '^src/log-report/' },
  },
  {
    name: 'client-stands-alone',
    comment:
      'The client runs wherever there is fetch: it knows nothing of the desk but its address. Only the script that draws its types reads a file.',
    from: { path: '^src/client/', pathNot: '^src/client/write-operations\\.ts$' },
    to: { pathNot: '^src/client/' },
  },
  {
    name: 'client-is-for-commands',
    comment: 'The desk does not call itself.',
    from: { path: '^(src|workers)/', pathNot: '^src/(cli|client)/' },
    to: { path: '^src/client/' },
  },
  {
    name: 'evaluation-judges-from-outside',
    comment:
      'What is measured is what users get: the public surface, and reading, parsing, a detector or the linker alone where one is measured.',
    from: { path: '^src/evaluation/' },
    to: {
      path: '^(src|workers)/',
      pathNot:
        '^src/(index\\.ts$|(evaluation|training|schema|faults|moderation/(model|read|parse|detect))/|moderation/annotate/entities/(find-entities|link-mentions|named-span|place-names)\\.ts$)',
    },
  },
  {
    name: 'evaluation-is-for-commands',
    comment: 'Nothing that moderates or serves may know labelled data.',
    from: { path: '^(src|workers)/', pathNot: '^src/(cli|evaluation)/' },
    to: { path: '^src/evaluation/' },
  },
  {
    name: 'training-knows-annotate-only',
    comment:
      'What is learned is what an annotator reads; training moderates and serves nothing. Types that others name are known as to recognisers.',
    from: { path: '^src/training/' },
    to: {
      path: '^(src|workers)/',
      pathNot: '^src/(training/|moderation/(model|text|annotate)/|recognisers/find-label-type\\.ts$)',
    },
  },
  {
    name: 'training-is-for-commands',
    comment: 'Nothing that moderates or serves learns.',
    from: { path: '^(src|workers)/', pathNot: '^src/(cli|evaluation|training)/' },
    to: { path: '^src/training/' },
  },
  {
    name: 'workers-are-entries',
    comment: 'A process entry starts something of the service and holds no logic of its own.',
    from: { path: '^workers/' },
    to: { path: '^src/', pathNot: '^src/(index\\.ts$|(service|moderation/model)/)' },
  },
  {
    name: 'nothing-imports-cli',
    comment: 'Commands are the outermost layer.',
    from: { path: '^(src|workers)/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'nothing-imports-workers',
    comment: 'Process entries are started, not imported.',
    from: { path: '^(src|workers)/' },
    to: { path: '^workers/' },
  },
  {
    name: 'no-test-code-in-sources',
    comment: 'What runs in production does not stand among tests, benchmarks or training scripts.',
    from: { path: '^(src|workers)/' },
    to: { path: '^(tests|bench|training)/' },
  },
  {
    name: 'no-development-packages-in-sources',
    comment:
      'What runs in production is a dependency, not a development dependency. What ours is measured beside need not be there.',
    from: { path: '^(src|workers)/', pathNot: '^src/evaluation/(encoding/load-ftfy|html/load-(defuddle|readability))\\.ts$' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'nothing-unresolved',
    comment: 'Every import leads somewhere.',
    from: { path: '^(src|workers)/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycles',
    comment: 'What imports itself, by whatever way round, cannot be read from the bottom up.',
    from: { path: '^(src|workers)/' },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is forgotten.',
    from: { path: '^(src|workers)/', orphan: true },
    to: {},
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count as imports: an architecture is what has to be known, not only what is loaded.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

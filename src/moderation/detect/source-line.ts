import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';

type SourceRole = 'byline' | 'site' | 'source';

const RULES: Readonly<Record<SourceRole, { readonly rule: string; readonly message: string }>> = {
  byline: { rule: 'source.byline@1', message: 'byline or dateline, kept as metadata' },
  site: { rule: 'source.site-name@1', message: 'the name of the site, kept as metadata' },
  source: { rule: 'source.note@1', message: 'a note on the source, kept as metadata' },
};

function toDetection(block: DocumentBlock, role: SourceRole): Detection {
  return {
    kind: 'boilerplate',
    ...RULES[role],
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'moved',
    evidence: { role, text: block.text },
  };
}

/** Bylines, datelines, source notes and the site's name outside the story: they move to the metadata and cost no points. */
export const sourceLine: Detector = {
  name: 'source-line',
  thresholds: [],
  lists: [],
  ownPoints: ['source.byline', 'source.site-name', 'source.note'],
  detect(document) {
    return document.blocks.flatMap((block) =>
      block.role === 'byline' || block.role === 'site' || block.role === 'source' ? [toDetection(block, block.role)] : [],
    );
  },
};

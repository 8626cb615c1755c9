import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';

function toDetection(block: DocumentBlock): Detection {
  const isSite = block.role === 'site';
  return {
    kind: 'boilerplate',
    rule: isSite ? 'source.site-name@1' : 'source.byline@1',
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'moved',
    message: isSite ? 'the name of the site, kept as metadata' : 'byline or dateline, kept as metadata',
    evidence: { role: block.role, text: block.text },
  };
}

/** Bylines, datelines and the site's name above the story: they move to the metadata and cost no points. */
export const sourceLine: Detector = {
  name: 'source-line',
  thresholds: [],
  lists: [],
  ownPoints: ['source.byline', 'source.site-name'],
  detect(document) {
    return document.blocks.filter((block) => block.role === 'byline' || block.role === 'site').map(toDetection);
  },
};

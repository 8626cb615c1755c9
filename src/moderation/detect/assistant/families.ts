/** Phrases of one kind, and what is done about them. */
export interface Family {
  readonly name: string;
  readonly list: string;
  readonly message: string;
  /**
   * Where a phrase must stand: alone in its block, at the start of a sentence, at the start of its block, there behind a
   * word of assent, or anywhere.
   */
  readonly place: 'block' | 'sentence' | 'start' | 'assent' | 'anywhere';
  /** What is done about a block that says nothing else. */
  readonly alone: 'removed' | 'flagged';
  /** Is it flagged when the block says more? */
  readonly among: boolean;
}

/** The kinds of phrases, each with its list `leftover.assistant_…`. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'disclaimer',
    list: 'disclaimers',
    message: 'a language model speaks about itself',
    place: 'sentence',
    alone: 'removed',
    among: true,
  },
  {
    name: 'disclaimer',
    list: 'confessions',
    message: 'a language model speaks about itself',
    place: 'anywhere',
    alone: 'removed',
    among: true,
  },
  {
    name: 'preamble',
    list: 'preambles',
    message: 'a language model announces its answer',
    place: 'start',
    alone: 'removed',
    among: true,
  },
  {
    name: 'announcement',
    list: 'announcements',
    message: 'a language model announces its answer',
    place: 'assent',
    alone: 'removed',
    among: true,
  },
  {
    name: 'control',
    list: 'controls',
    message: 'a button or note of a chat window',
    place: 'block',
    alone: 'removed',
    among: false,
  },
  { name: 'offer', list: 'offers', message: 'a language model offers more', place: 'sentence', alone: 'flagged', among: false },
  { name: 'label', list: 'labels', message: 'a label of an ordered text', place: 'start', alone: 'flagged', among: false },
];

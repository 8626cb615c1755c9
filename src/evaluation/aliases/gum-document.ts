import type { Span } from '../../moderation/model/span.ts';

/** Mentions of one thing. `start`/`end` count tokens. */
export interface GumCluster {
  readonly id: string;
  /** `person`, `place`, `organization`, `abstract` and others. */
  readonly type: string;
  readonly mentions: readonly Span[];
}

/** A document of GUM as running text with the places of its tokens. */
export interface GumDocument {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly text: string;
  readonly tokens: readonly string[];
  /** The places of the tokens in the text, in UTF-16 code units. */
  readonly places: readonly Span[];
  readonly clusters: readonly GumCluster[];
}

import type { NamedMention } from './named-mention.ts';

/** A word of compromise, as far as we use it. */
export interface CompromiseTerm {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags: Set<string>;
  /** The name it is a word of, null for none; absent before names were looked for. */
  copydesk?: NamedMention | null;
}

/** Words `[from, to)` of a sentence. */
export type CompromisePointer = readonly [sentence: number, from: number, to: number, ...ids: unknown[]];

/** What compromise hands its plugins; its own types leave these parts out. */
export interface CompromiseWorld {
  hooks: readonly string[];
  readonly model: { readonly one: { readonly tagSet?: Readonly<Record<string, unknown>> } };
  readonly methods: {
    readonly one: {
      readonly setTag: (terms: readonly CompromiseTerm[], tag: string, world: CompromiseWorld) => void;
      readonly unTag: (terms: readonly CompromiseTerm[], tag: string, tagSet: Readonly<Record<string, unknown>>) => void;
    };
  };
  readonly compute: Record<string, ((view: CompromiseView) => unknown) | undefined>;
}

/** A view of compromise, as far as we use it. */
export interface CompromiseView {
  readonly document: readonly (readonly CompromiseTerm[])[];
  /** The terms of the view, of the document's. */
  readonly docs: readonly (readonly CompromiseTerm[])[];
  readonly fullPointer: readonly CompromisePointer[];
  readonly world: CompromiseWorld;
  compute(name: string): unknown;
  none(): CompromiseView;
  update(pointers: readonly CompromisePointer[]): CompromiseView;
  toView(pointers: readonly CompromisePointer[]): CompromiseView;
  getNth(n?: number | string): CompromiseView;
  json(options?: unknown): readonly Readonly<Record<string, unknown>>[];
}

import type { Value } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';

/** A value and how far it reaches; `span` indexes the window that was read. */
export interface ReadValue {
  readonly type: Value['type'];
  readonly value: string;
  readonly span: Span;
}

/** Reads the value whose number begins at `at` of a window. */
export type ValueReader = (window: string, at: number) => ReadValue | undefined;

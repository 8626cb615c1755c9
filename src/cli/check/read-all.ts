import type { CheckItem } from './check-item.ts';
import type { CheckInput } from './list-inputs.ts';
import { readItems } from './read-items.ts';

/** An item and where it stands. */
export interface PlacedItem {
  readonly item: CheckItem;
  /** Name of its input. */
  readonly name: string;
  /** Inputs before its own. */
  readonly before: number;
}

/** The items of all inputs in order. What cannot be read is a fault in its place; never throws. */
export async function* readAll(inputs: readonly CheckInput[]): AsyncGenerator<PlacedItem> {
  for (const [before, input] of inputs.entries()) {
    for await (const item of readItems(input)) yield { item, name: input.name, before };
  }
}

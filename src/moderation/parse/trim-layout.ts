import type { LayoutBlock } from '../model/layout-block.ts';

/** The blocks without the white space at their ends; what is nothing else is no block. */
export function trimLayout(text: string, layout: readonly LayoutBlock[]): readonly LayoutBlock[] {
  return layout.flatMap((block) => {
    const whole = text.slice(block.start, block.end);
    const start = block.start + whole.length - whole.trimStart().length;
    const end = start + whole.trim().length;
    return end > start ? [{ ...block, start, end }] : [];
  });
}

import type { LayoutBlock } from '../model/layout-block.ts';

/** Blank lines at both ends; the first line of code keeps its indentation. */
const BLANK_LINES = /^(?:[^\S\n]{0,200}\n){1,200}/u;

function trimStart(whole: string, kind: LayoutBlock['kind']): number {
  if (kind === 'code') return BLANK_LINES.exec(whole)?.[0].length ?? 0;
  return whole.length - whole.trimStart().length;
}

/** The blocks without the white space at their ends; what is nothing else is no block. */
export function trimLayout(text: string, layout: readonly LayoutBlock[]): readonly LayoutBlock[] {
  return layout.flatMap((block) => {
    const whole = text.slice(block.start, block.end);
    const start = block.start + trimStart(whole, block.kind);
    const end = block.start + whole.trimEnd().length;
    return whole.trim() === '' ? [] : [{ ...block, start, end }];
  });
}

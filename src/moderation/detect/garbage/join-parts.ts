import type { NotedBlock } from '../../text/create-note.ts';
import type { JudgedSpan } from './judge-run.ts';

/** "zxcvbnm,asdfghjkl": a line without blanks of which every part is random is one token. */
export function joinParts<One extends JudgedSpan>(
  block: NotedBlock,
  found: readonly One[],
  least: number,
): readonly (One | JudgedSpan)[] {
  const [first] = found;
  if (!first || found.length < 2 || block.text.includes(' ')) return found;
  let from = block.start;
  const rest: string[] = [];
  for (const { start, end, judgement } of found) {
    if (judgement.probability < least) return found;
    rest.push(block.text.slice(from - block.start, start - block.start));
    from = end;
  }
  if (/[\p{L}\p{N}]/u.test(rest.join('') + block.text.slice(from - block.start))) return found;
  const probability = Math.min(...found.map(({ judgement }) => judgement.probability));
  const evidence = { ...first.judgement.evidence, length: block.text.length, parts: found.length };
  return [{ start: block.start, end: block.end, judgement: { probability, evidence } }];
}

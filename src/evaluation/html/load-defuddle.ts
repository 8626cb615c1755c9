import terminal from 'node:console';
import type { Extractor } from './extractor.ts';
import { listTextNodes } from './list-text-nodes.ts';
import { pageText } from './page-text.ts';

export const DEFUDDLE = 'defuddle + linkedom';

/** Defuddle tells the terminal of every fault of a page; they are counted, not shown. */
async function hush<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn } = terminal;
  Object.assign(terminal, { error: () => {}, warn: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(terminal, { error, warn });
  }
}

/** Baseline: defuddle's entry for Node, the network forbidden; the text of the HTML it gives. Nothing where it is not installed. */
export async function loadDefuddle(): Promise<Extractor | undefined> {
  try {
    await import('linkedom');
    const { Defuddle } = await import('defuddle/node');
    const extract = async (html: string, url: string): Promise<string> => {
      const { content } = await hush(() => Defuddle(html, url, { useAsync: false }));
      return pageText(listTextNodes(content));
    };
    return { name: DEFUDDLE, extract: ({ html, url }) => extract(html, url) };
  } catch {
    return undefined;
  }
}

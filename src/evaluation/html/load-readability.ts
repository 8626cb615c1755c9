import type { Extractor } from './extractor.ts';

export const READABILITY = 'Readability + linkedom';

/** Baseline: Mozilla's Readability on linkedom, as both come. Nothing where they are not installed. */
export async function loadReadability(): Promise<Extractor | undefined> {
  try {
    const { parseHTML } = await import('linkedom');
    const { Readability } = await import('@mozilla/readability');
    const extract = (html: string): string => new Readability(parseHTML(html).document).parse()?.textContent ?? '';
    return { name: READABILITY, extract: ({ html }) => extract(html) };
  } catch {
    return undefined;
  }
}

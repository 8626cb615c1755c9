import ngrams from '../../../../models/token-ngrams.json' with { type: 'json' };
import { type NgramTable, openNgramTable } from '../../text/ngram-table.ts';

function openTables(): readonly (NgramTable | undefined)[] {
  const tables: (NgramTable | undefined)[] = [];
  for (const packed of ngrams.tables) tables[packed.script] = openNgramTable(packed);
  return tables;
}

/** How letters follow each other in the words of many languages: a table for each script, by its number. */
export const tokenTables: readonly (NgramTable | undefined)[] = openTables();

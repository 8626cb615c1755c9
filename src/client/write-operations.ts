import { readFileSync, writeFileSync } from 'node:fs';
import { drawOperations } from './draw-operations.ts';

// Run after a change to the API: node src/client/write-operations.ts
const DOCUMENT = new URL('../../schemas/openapi-1.json', import.meta.url);
writeFileSync(new URL('operations.ts', import.meta.url), drawOperations(JSON.parse(readFileSync(DOCUMENT, 'utf8'))));

import { writeFileSync } from 'node:fs';
import { OPENAPI_FILE, writeDocument } from './write-document.ts';

// Run after a change to the API: node src/service/api/document/write-openapi.ts
writeFileSync(OPENAPI_FILE, await writeDocument());

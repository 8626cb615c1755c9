import { writeFileSync } from 'node:fs';
import { publishedSchemas } from './published-schemas.ts';

// Run after a change to a schema: node src/schema/write-schemas.ts
const folder = new URL('../../schemas/', import.meta.url);
for (const { file, content } of publishedSchemas()) writeFileSync(new URL(file, folder), content);

import { writeFileSync } from 'node:fs';
import { publishedSchemas } from './published-schemas.ts';
import { writeLogPage } from './write-log-page.ts';
import { writeResultPage } from './write-result-page.ts';

// Run after a change to a schema: node src/schema/write-schemas.ts
const root = new URL('../../', import.meta.url);
for (const { file, content } of publishedSchemas()) writeFileSync(new URL(`schemas/${file}`, root), content);
writeFileSync(new URL('docs/log-events.md', root), writeLogPage());
writeFileSync(new URL('docs/result.md', root), writeResultPage());

import { enableCompileCache } from 'node:module';

// As in `src/cli/main.ts`.
enableCompileCache();
const { runRole } = await import('../src/service/run-role.ts');

await runRole('api');

import { runRole } from '../src/service/run-role.ts';

await runRole('deliver');

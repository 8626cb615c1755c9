import { runRoles } from '../src/service/run-roles.ts';

await runRoles(['worker']);

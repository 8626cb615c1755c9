import process from 'node:process';
import { buildPage } from './build-page.ts';

if (await buildPage()) process.stdout.write('The page of the desk was built.\n');

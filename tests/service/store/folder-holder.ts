import process from 'node:process';
import { FolderInUseError, lockFolder } from '../../../src/service/store/folder-lock.ts';

/** A process that takes the folder it is told, says how that went, and stays until its input ends. */
try {
  lockFolder(process.argv[2] ?? '');
  process.stdout.write('held\n');
} catch (error) {
  if (!(error instanceof FolderInUseError)) throw error;
  process.stdout.write(`refused: ${error.message}\n`);
}
process.stdin.resume();

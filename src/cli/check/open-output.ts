import { promises as files } from 'node:fs';
import type { Writable } from 'node:stream';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { systemCode } from '../system-code.ts';
import { writeOut } from '../write-out.ts';

/** Where results go. */
export interface Output {
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Makes the output whole: only now does a named file stand under its name. */
  readonly finish: () => Promise<void>;
  /** Takes back an unfinished file; does nothing after `finish`. */
  readonly abandon: () => Promise<void>;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOSPC: 'the disk is full',
};

/** In words; what the system says names the draft, which is ours. */
function sayWhyUnwritten(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return REASONS[systemCode(error)] ?? reason.replaceAll(`.${process.pid}.part`, '');
}

function toWriteError(name: string, error: unknown): unknown {
  if (systemCode(error) === 'EPIPE') return error;
  return new CliError(`${revealControls(name)} cannot be written: ${sayWhyUnwritten(error)}`, EXIT.io);
}

async function guard<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toWriteError(name, error);
  }
}

function endStream(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on('error', reject);
    stream.end(() => resolve());
  });
}

/** The file a path stands for, links followed; `isReplaceable` when it is a plain file or does not exist yet. */
async function resolveTarget(path: string): Promise<{ readonly target: string; readonly isReplaceable: boolean }> {
  try {
    const target = await files.realpath(path);
    return { target, isReplaceable: (await files.stat(target)).isFile() };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { target: path, isReplaceable: true };
    throw error;
  }
}

function toStream(name: string, stream: Writable, onFinish: () => Promise<void>, onAbandon: () => Promise<void>): Output {
  let isOpen = true;
  stream.on('error', () => {});
  const finish = async (): Promise<void> => {
    await endStream(stream);
    isOpen = false;
    await onFinish();
  };
  const abandon = async (): Promise<void> => {
    if (!isOpen) return;
    stream.destroy();
    await onAbandon();
  };
  return { write: (content) => guard(name, writeOut(stream, content)), finish: () => guard(name, finish()), abandon };
}

async function openFile(path: string): Promise<Output> {
  const { target, isReplaceable } = await resolveTarget(path);
  const nothing = (): Promise<void> => Promise.resolve();
  // Opened first: a folder is refused here, and not by the first write.
  if (!isReplaceable) return toStream(path, (await files.open(target, 'w')).createWriteStream(), nothing, nothing);
  const draft = `${target}.${process.pid}.part`;
  const handle = await files.open(draft, 'wx');
  const stream = handle.createWriteStream();
  return toStream(
    path,
    stream,
    () => files.rename(draft, target),
    () => files.rm(draft, { force: true }),
  );
}

/**
 * Opens a file for the results, or standard output when none is named. A file is written beside its place and moved
 * there when it is whole, so an article may be cleaned in place and a failure leaves the old file. Throws `CliError` (74).
 */
export function openOutput(path: string | undefined, stdout: Writable): Promise<Output> {
  if (path !== undefined) return guard(path, openFile(path));
  const nothing = (): Promise<void> => Promise.resolve();
  return Promise.resolve({
    write: (content) => guard('standard output', writeOut(stdout, content)),
    finish: nothing,
    abandon: nothing,
  });
}

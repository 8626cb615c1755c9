import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** True when onnxruntime-node is installed. */
    onnx: boolean;
  }
}

/** Where `.ci/run` installs it: it is too large to be a dependency. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/onnxruntime/node_modules/', import.meta.url));

function isInstalled(): boolean {
  try {
    return createRequire(import.meta.url).resolve('onnxruntime-node') !== '';
  } catch {
    return existsSync(`${CACHE}onnxruntime-node`);
  }
}

/** Lets tests find onnxruntime where it is installed; with `TEST_DEMAND_SERVERS=1` it has to be. */
export default function findOnnxRuntime(project: TestProject): void {
  process.env.NODE_PATH = [process.env.NODE_PATH, CACHE].filter(Boolean).join(delimiter);
  const onnx = isInstalled();
  if (!onnx && process.env.TEST_DEMAND_SERVERS === '1') {
    throw new Error('TEST_DEMAND_SERVERS=1, but onnxruntime-node is not installed');
  }
  if (!onnx) process.stdout.write('ONNX models are not tested, because onnxruntime-node is not installed.\n');
  project.provide('onnx', onnx);
}

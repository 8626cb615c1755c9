import { createRequire } from 'node:module';
import { RecogniserError } from '../recogniser-error.ts';

/** A tensor of onnxruntime, as far as we use it. */
export interface OnnxTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
}

/** A loaded model. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly run: (feeds: Readonly<Record<string, OnnxTensor>>) => Promise<Readonly<Record<string, OnnxTensor>>>;
}

interface SessionOptions {
  readonly executionProviders: readonly string[];
  readonly executionMode: 'sequential';
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly logSeverityLevel: number;
}

/** What we use of the package `onnxruntime-node`, which is installed by those who use ONNX models only: it takes 290 MB. */
export interface OnnxRuntime {
  readonly InferenceSession: { readonly create: (path: string, options: SessionOptions) => Promise<OnnxSession> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => OnnxTensor;
}

const PACKAGE = 'onnxruntime-node';
/** What goes wrong is thrown as well; only what ends the process is printed. */
const SEVERITY_FATAL = 4;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND' && error.message.includes(PACKAGE);
}

/** Loads onnxruntime from where it is installed beside us or in `NODE_PATH`. Throws `RecogniserError` when it is not or does not start. */
export function loadOnnxRuntime(): OnnxRuntime {
  try {
    // Foreign data: the package is no dependency, so its types are not at hand.
    return createRequire(import.meta.url)(PACKAGE) as OnnxRuntime;
  } catch (error) {
    if (isMissing(error)) {
      throw new RecogniserError(PACKAGE, `is not installed; ONNX models need it: npm install ${PACKAGE}`, error);
    }
    throw new RecogniserError(PACKAGE, `does not start: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** Opens a model for the CPU, one operation after the other. Throws `RecogniserError` for a file that is no such model. */
export async function openOnnxSession(runtime: OnnxRuntime, path: string, threads: number): Promise<OnnxSession> {
  try {
    return await runtime.InferenceSession.create(path, {
      executionProviders: ['cpu'],
      executionMode: 'sequential',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: SEVERITY_FATAL,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecogniserError(path, `onnxruntime cannot read this model: ${reason}`, error);
  }
}

import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';

/** The file system's code: `ENOENT`, `ENOSPC`, … */
export function getErrorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Resolves to undefined if the work fails with one of these codes. */
export async function ignoreCodes<Value>(codes: readonly string[], work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(getErrorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** For clean-up: if it fails, a later call does it again. */
export async function ignoreErrors(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}

/** Turns an error of the file system into `store_failed` with the folder and the code, and nothing else. */
export async function withPath<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isRefrainError(error)) throw error;
    const name = error instanceof Error ? error.name : 'Error';
    const code = getErrorCode(error);
    throw new RefrainError('store_failed', { detail: `${folder}: ${code ?? name}`, cause: { name, code } });
  }
}

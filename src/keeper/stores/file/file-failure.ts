import { RefrainError } from '../../../errors/refrain-error.ts';

/** The word of a file system for what went wrong: `ENOENT`, `ENOSPC`, … */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Waits for work, and gives undefined where it fails with one of these codes. */
export async function unless<Value>(codes: readonly string[], work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codes.includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** For tidying up: whoever comes later tidies again, so a failure is none. */
export async function ifPossible(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}

/** Turns what a file system throws into `store_failed`, which names the folder and the code and nothing else. */
export async function sayingWhere<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefrainError) throw error;
    const name = error instanceof Error ? error.name : 'Error';
    const code = codeOf(error);
    throw new RefrainError('store_failed', { detail: `${folder}: ${code ?? name}`, cause: { name, code } });
  }
}

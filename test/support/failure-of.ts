import { RefrainError } from '../../src/errors/refrain-error.ts';

/** The RefrainError that `work` throws. If it succeeds or throws another error, the test fails. */
export async function failureOf(work: () => unknown): Promise<RefrainError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefrainError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

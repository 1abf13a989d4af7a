import { RefrainError } from '../../src/errors/refrain-error.ts';

/** The RefrainError that `work` ends with; any other end, a good one included, fails the test. */
export async function failureOf(work: () => unknown): Promise<RefrainError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefrainError) return error;
    throw error;
  }
  throw new Error('It went through.');
}

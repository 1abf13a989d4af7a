import { RefrainError } from '../errors/refrain-error.ts';

/**
 * Parses a text that must be a JSON object.
 * @throws RefrainError `answer_unreadable` if it is anything else
 */
export function parseJsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // A parser's message quotes the text, which may hold a token.
  }
  throw new RefrainError('answer_unreadable');
}

import { expect, it } from 'vitest';
import { envText } from './env-text.ts';

it('writes a line for each comment and each variable with a value', () => {
  const text = envText(['Keep it.', ['A', 'AQ_a-b'], ['B', ''], ['C', undefined], ['D', 'a b']]);
  expect(text).toBe("# Keep it.\nA=AQ_a-b\nD='a b'\n");
});

it('writes a comment, and never the value, if no quoting is safe', () => {
  expect(envText([['NAME', 'a\nEVIL=1']])).toMatch(/^# NAME is left out: .+\n$/);
});

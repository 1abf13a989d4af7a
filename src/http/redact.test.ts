import { expect, it } from 'vitest';
import { redactSecrets } from './redact.ts';

it('replaces each secret wherever it occurs', () => {
  expect(redactSecrets('AQ-1 and BQ-2, again AQ-1', ['AQ-1', undefined, '', 'BQ-2'])).toBe(
    '[redacted] and [redacted], again [redacted]',
  );
});

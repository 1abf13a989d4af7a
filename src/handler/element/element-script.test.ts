import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleElement } from '../../../scripts/element.mjs';
import { elementScript } from './element-script.ts';

describe('elementScript', () => {
  it('is what scripts/element.mjs makes of the source', async () => {
    expect(elementScript, 'Run node scripts/element.mjs').toBe(await bundleElement());
  });

  it('has at most 1.5 KB after brotli', () => {
    expect(brotliCompressSync(elementScript).length).toBeLessThanOrEqual(1536);
  });

  it('can be imported without a DOM', async () => {
    await expect(import('./define-element.ts')).resolves.toBeDefined();
  });
});

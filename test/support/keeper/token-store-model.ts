import * as fc from 'fast-check';
import type { TokenStore } from '../../../src/keeper/stores/token-store.ts';
import type { StorePlace } from './token-store-contract.ts';

/** The next step of one of several processes. `versionsBack`: how many versions old its version is. */
type Step =
  | { readonly kind: 'read'; readonly handle: number }
  | { readonly kind: 'replace'; readonly handle: number; readonly record: string; readonly versionsBack: number };

const handle = fc.nat({ max: 2 });
const record = fc.oneof(fc.constantFrom('a', 'b', ''), fc.string({ unit: 'binary', maxLength: 40 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), handle }),
  fc.record({
    kind: fc.constant('replace' as const),
    handle,
    record,
    versionsBack: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 6 })),
  }),
);

/** Compares a store with the simplest model: a list of all texts ever written, the last of which is current. */
export async function checkAgainstModel(newPlace: () => Promise<StorePlace>, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const place = await newPlace();
      const handles: TokenStore[] = [await place.open(), await place.open(), await place.open()];
      const written: { record: string | undefined; version: string | undefined }[] = [
        { record: undefined, version: undefined },
      ];
      for (const next of steps) {
        const store = handles[next.handle] as TokenStore;
        if (next.kind === 'replace') {
          const base = written.at(-1 - (next.versionsBack % written.length));
          const replaced = await store.replace(next.record, base?.version);
          if (replaced !== (base === written.at(-1))) throw new Error(`replace returned ${replaced}`);
          if (replaced) written.push({ record: next.record, version: (await store.read())?.version });
          if (new Set(written.map(({ version }) => version)).size !== written.length) {
            throw new Error('a version was used again');
          }
        }
        const stored = await store.read();
        const last = written.at(-1);
        if (stored?.record !== last?.record || stored?.version !== last?.version) {
          throw new Error('it holds another record');
        }
      }
    }),
    { numRuns },
  );
}

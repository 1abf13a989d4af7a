import type { StoredRecord, TokenStore } from '../../../src/keeper/stores/token-store.ts';

/** One place that a store keeps its text in, opened as often as there are processes that share it. */
export interface StorePlace {
  /** Another handle on the same place, as another process has it. */
  open(): TokenStore | Promise<TokenStore>;
}

/** One promise of a store. `run` gets a new, empty place from `newPlace`, and throws where the promise is not kept. */
export interface ContractPart {
  readonly name: string;
  run(newPlace: () => Promise<StorePlace>): Promise<void>;
}

function must(kept: boolean, what: string): asserts kept {
  if (!kept) throw new Error(what);
}

/** What is shown of a text that came back wrong: a record is a secret, and may be long. */
const shown = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 60)));

async function mustHold(store: TokenStore, record: string | undefined): Promise<StoredRecord | undefined> {
  const stored = await store.read();
  must(stored?.record === record, `It holds ${shown(stored?.record)}, not ${shown(record)}.`);
  return stored;
}

/** Keeps a text over whatever stands, and gives its version. */
async function keep(store: TokenStore, record: string): Promise<string> {
  const before = await store.read();
  must(await store.replace(record, before?.version), 'It did not replace what had just been read.');
  const after = await mustHold(store, record);
  must(after !== undefined && after.version !== before?.version, 'Another text stands under the same version.');
  return after.version;
}

async function mustRefuse(store: TokenStore, version: string | undefined): Promise<void> {
  const before = await store.read();
  must(!(await store.replace('refused', version)), `It replaced at version ${shown(version)}, which did not stand.`);
  const after = await mustHold(store, before?.record);
  must(after?.version === before?.version, 'It refused to write, and the version changed.');
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Texts that something on the way may bend: line ends, quoting, encodings, markers, lengths. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\n',
  'two\nlines\r\nand a half\r',
  '"quoted" \'twice\' `thrice` \\ \\n $HOME %s {0}',
  '{"refreshToken":"AQ\\u0000_-.~+/=","nested":{"a":[1,null]}}',
  '\u{1f3b5} \u65e5\u672c\u8a9e \u00e9 e\u0301 \u202e \u200b \u2028 \u2029 \u0085',
  '\ufeffa mark before it',
  'nothing\u0000 in \u0001 between \u007f \u001b[31m',
  'undefined',
  'null',
  'nil',
  'false',
  '0',
  '1e400',
  '00012',
  '{"version":"1"}',
  '\u{1f3b5}\n'.repeat(40_000),
  'x'.repeat(200_000),
];

/** Versions that nobody was ever given. */
const strangeVersions = [
  '',
  '0',
  '1',
  '-1',
  '01',
  'NaN',
  'undefined',
  'null',
  '*',
  ' ',
  '9'.repeat(40),
  '../1',
  '\u0000',
];

/**
 * What every store promises. It needs no test runner: go through the parts, `await run(newPlace)` each, and tell of the
 * `name` whose `run` throws.
 */
export const tokenStoreContract: readonly ContractPart[] = [
  {
    name: 'holds nothing at first',
    async run(newPlace) {
      const place = await newPlace();
      await mustHold(await place.open(), undefined);
      await mustHold(await place.open(), undefined);
    },
  },
  {
    name: 'takes a first text only where it knows that nothing stands',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      for (const version of strangeVersions) await mustRefuse(store, version);
      must(await store.replace('first', undefined), 'It did not take the first text.');
      await mustHold(store, 'first');
      await mustRefuse(store, undefined);
    },
  },
  {
    name: 'replaces at the version that stands, and at no other',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const first = await keep(store, 'first');
      const second = await keep(store, 'second');
      for (const version of [undefined, first, `${second} `, ` ${second}`, `${second}0`, second.slice(0, -1)]) {
        await mustRefuse(store, version);
      }
      for (const version of strangeVersions.filter((version) => version !== second)) await mustRefuse(store, version);
      must(await store.replace('third', second), 'It refused the version that stood.');
      await mustHold(store, 'third');
    },
  },
  {
    name: 'keeps text and version as long as nobody writes',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const version = await keep(store, 'same');
      for (const _ of times(5)) must((await mustHold(store, 'same'))?.version === version, 'The version changed.');
    },
  },
  {
    name: 'never gives a version twice, the same text or not, and knows the old ones no more',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const versions: string[] = [];
      for (const index of times(120)) versions.push(await keep(store, index % 3 === 0 ? 'again' : `text ${index}`));
      must(new Set(versions).size === versions.length, 'A version was given twice.');
      for (const old of versions.slice(0, -1).filter((_, index) => index < 3 || index % 10 === 0)) {
        await mustRefuse(store, old);
      }
    },
  },
  {
    name: 'lets every handle see what another has written, and lose to it',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      const first = await keep(one, 'by the one');
      await mustHold(other, 'by the one');
      await keep(other, 'by the other');
      await mustHold(one, 'by the other');
      await mustRefuse(one, first);
      await mustHold(await place.open(), 'by the other');
    },
  },
  {
    name: 'lets one of many win who write at the same version, and the others change nothing',
    async run(newPlace) {
      const place = await newPlace();
      const handles = await Promise.all(times(4).map(() => place.open()));
      for (const round of times(6)) {
        const version = (await handles[0]?.read())?.version;
        const texts = times(24).map((index) => `round ${round}, writer ${index}`);
        const won = await Promise.all(
          texts.map((text, index) => (handles[index % handles.length] as TokenStore).replace(text, version)),
        );
        const winners = texts.filter((_, index) => won[index]);
        must(winners.length === 1, `${winners.length} of ${texts.length} writers won.`);
        for (const handle of handles) await mustHold(handle, winners[0]);
      }
    },
  },
  {
    name: 'loses no step of many who count at once',
    async run(newPlace) {
      const place = await newPlace();
      const count = async (steps: number) => {
        const store = await place.open();
        for (let tries = 0; steps > 0; tries += 1) {
          must(tries < 2000, 'Its writers keep each other from writing.');
          const stored = await store.read();
          if (await store.replace(String(Number(stored?.record ?? 0) + 1), stored?.version)) steps -= 1;
        }
      };
      await Promise.all(times(5).map(() => count(20)));
      await mustHold(await place.open(), '100');
    },
  },
  {
    name: 'never shows a reader half a text, or an older one than it has seen',
    async run(newPlace) {
      const place = await newPlace();
      const text = (index: number) => `${index}\n`.repeat(20_000);
      const progress = { done: false };
      const write = async () => {
        const store = await place.open();
        try {
          for (const index of times(30)) await keep(store, text(index));
        } finally {
          progress.done = true;
        }
      };
      const watch = async () => {
        const store = await place.open();
        for (let seen = -1; !progress.done;) {
          const record = (await store.read())?.record;
          if (record === undefined) continue;
          const index = Number.parseInt(record, 10);
          must(record === text(index), 'A reader saw half a text.');
          must(index >= seen, 'A reader saw an older text than before.');
          seen = index;
        }
      };
      await Promise.all([write(), watch(), watch()]);
    },
  },
  {
    name: 'gives every text back as it came',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      for (const text of oddTexts) {
        await keep(one, text);
        await mustHold(other, text);
      }
    },
  },
  {
    name: 'keeps places apart',
    async run(newPlace) {
      const [one, other] = [await (await newPlace()).open(), await (await newPlace()).open()];
      const version = await keep(one, 'in the one');
      await mustHold(other, undefined);
      await mustRefuse(other, version);
      await keep(other, 'in the other');
      await mustHold(one, 'in the one');
    },
  },
  {
    name: 'where it can set a record aside: says so to every reader until something new is kept',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      const old = await keep(one, 'once');
      const version = await keep(one, 'cannot be read');
      if (one.setAside === undefined) return;
      must((await one.setAside(version)) !== '', 'It does not say where the record is now.');
      for (const store of [one, other, await place.open()]) {
        const code = await store.read().then(
          () => 'none',
          (error: { code?: string }) => error.code,
        );
        must(code === 'record_corrupt', `Reading what was set aside ends with ${code}, not record_corrupt.`);
      }
      must(!(await other.replace('refused', old)), 'It replaced at an old version.');
      must(await other.replace('new', undefined), 'It took nothing new where a record was set aside.');
      await mustHold(one, 'new');
      await mustRefuse(one, undefined);
    },
  },
];

import type { StoredRecord, TokenStore } from '../../../src/keeper/stores/token-store.ts';

/** One place for the text of a store. Each process that shares it opens it once. */
export interface StorePlace {
  /** Opens the same place again, as another process does. */
  open(): TokenStore | Promise<TokenStore>;
}

/** One rule for stores. `run` gets new, empty places from `newPlace`, and throws if the store breaks the rule. */
export interface ContractPart {
  readonly name: string;
  run(newPlace: () => Promise<StorePlace>): Promise<void>;
}

function must(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

/** The start of a text for an error message: a record is a secret, and may be long. */
const quote = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 60)));

async function expectRecord(store: TokenStore, record: string | undefined): Promise<StoredRecord | undefined> {
  const stored = await store.read();
  must(stored?.record === record, `It holds ${quote(stored?.record)}, not ${quote(record)}.`);
  return stored;
}

/** Writes a text, and returns its version. */
async function write(store: TokenStore, record: string): Promise<string> {
  const before = await store.read();
  must(await store.replace(record, before?.version), 'It did not replace the version that was just read.');
  const after = await expectRecord(store, record);
  must(after !== undefined && after.version !== before?.version, 'Another text has the same version.');
  return after.version;
}

async function expectRefusal(store: TokenStore, version: string | undefined): Promise<void> {
  const before = await store.read();
  must(!(await store.replace('refused', version)), `It replaced version ${quote(version)}, which is not current.`);
  const after = await expectRecord(store, before?.record);
  must(after?.version === before?.version, 'It refused to write, and the version changed.');
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Texts that a store may change by mistake: line ends, quotes, encodings, markers, lengths. */
const oddTexts: readonly string[] = [
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

/** Versions that no store has returned. */
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
 * The rules for every store. They need no test runner: call `await run(newPlace)` of each part, and report the `name` of
 * each one that throws.
 */
export const tokenStoreContract: readonly ContractPart[] = [
  {
    name: 'holds nothing at first',
    async run(newPlace) {
      const place = await newPlace();
      await expectRecord(await place.open(), undefined);
      await expectRecord(await place.open(), undefined);
    },
  },
  {
    name: 'accepts a first text only for an undefined version',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      for (const version of strangeVersions) await expectRefusal(store, version);
      must(await store.replace('first', undefined), 'It did not take the first text.');
      await expectRecord(store, 'first');
      await expectRefusal(store, undefined);
    },
  },
  {
    name: 'replaces only the current version',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const first = await write(store, 'first');
      const second = await write(store, 'second');
      for (const version of [undefined, first, `${second} `, ` ${second}`, `${second}0`, second.slice(0, -1)]) {
        await expectRefusal(store, version);
      }
      for (const version of strangeVersions.filter((version) => version !== second)) {
        await expectRefusal(store, version);
      }
      must(await store.replace('third', second), 'It refused the current version.');
      await expectRecord(store, 'third');
    },
  },
  {
    name: 'keeps text and version until a write',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const version = await write(store, 'same');
      for (const _ of times(5)) must((await expectRecord(store, 'same'))?.version === version, 'The version changed.');
    },
  },
  {
    name: 'never uses a version twice, also for the same text, and refuses old ones',
    async run(newPlace) {
      const store = await (await newPlace()).open();
      const versions: string[] = [];
      for (const index of times(120)) versions.push(await write(store, index % 3 === 0 ? 'again' : `text ${index}`));
      must(new Set(versions).size === versions.length, 'A version was used twice.');
      for (const old of versions.slice(0, -1).filter((_, index) => index < 3 || index % 10 === 0)) {
        await expectRefusal(store, old);
      }
    },
  },
  {
    name: 'shows each write to all handles, and refuses their old versions',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      const first = await write(one, 'by the one');
      await expectRecord(other, 'by the one');
      await write(other, 'by the other');
      await expectRecord(one, 'by the other');
      await expectRefusal(one, first);
      await expectRecord(await place.open(), 'by the other');
    },
  },
  {
    name: 'accepts one of many writes at the same version, and the others change nothing',
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
        for (const handle of handles) await expectRecord(handle, winners[0]);
      }
    },
  },
  {
    name: 'loses no write of many writers at once',
    async run(newPlace) {
      const place = await newPlace();
      const count = async (steps: number) => {
        const store = await place.open();
        for (let tries = 0; steps > 0; tries += 1) {
          must(tries < 2000, 'Its writers block each other.');
          const stored = await store.read();
          if (await store.replace(String(Number(stored?.record ?? 0) + 1), stored?.version)) steps -= 1;
        }
      };
      await Promise.all(times(5).map(() => count(20)));
      await expectRecord(await place.open(), '100');
    },
  },
  {
    name: 'never shows a reader an incomplete text, or an older one than before',
    async run(newPlace) {
      const place = await newPlace();
      const text = (index: number) => `${index}\n`.repeat(20_000);
      const progress = { done: false };
      const writeAll = async () => {
        const store = await place.open();
        try {
          for (const index of times(30)) await write(store, text(index));
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
          must(record === text(index), 'A reader saw an incomplete text.');
          must(index >= seen, 'A reader saw an older text than before.');
          seen = index;
        }
      };
      await Promise.all([writeAll(), watch(), watch()]);
    },
  },
  {
    name: 'returns every text unchanged',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      for (const text of oddTexts) {
        await write(one, text);
        await expectRecord(other, text);
      }
    },
  },
  {
    name: 'keeps places apart',
    async run(newPlace) {
      const [one, other] = [await (await newPlace()).open(), await (await newPlace()).open()];
      const version = await write(one, 'in the one');
      await expectRecord(other, undefined);
      await expectRefusal(other, version);
      await write(other, 'in the other');
      await expectRecord(one, 'in the one');
    },
  },
  {
    name: 'reports a record that was set aside to every reader until a new one is written',
    async run(newPlace) {
      const place = await newPlace();
      const [one, other] = [await place.open(), await place.open()];
      const old = await write(one, 'once');
      const version = await write(one, 'cannot be read');
      if (one.setAside === undefined) return;
      must((await one.setAside(version)) !== '', 'It does not return the new place of the record.');
      for (const store of [one, other, await place.open()]) {
        const code = await store.read().then(
          () => 'none',
          (error: { code?: string }) => error.code,
        );
        must(code === 'record_corrupt', `A read after setAside ends with ${code}, not record_corrupt.`);
      }
      must(!(await other.replace('refused', old)), 'It replaced an old version.');
      must(await other.replace('new', undefined), 'It accepted no new record after setAside.');
      await expectRecord(one, 'new');
      await expectRefusal(one, undefined);
    },
  },
];

// @ts-check
/**
 * The rooms of `src/`, and which room may import which. This is the only table: the lint configuration
 * (`oxlint.config.mjs`) is made from it, `test/rooms.test.ts` proves that lint refuses the rest, and the table in
 * `docs/architecture.md` is compared with it.
 */

/**
 * @typedef {object} Room
 * @property {string} does what the room is for, in a few words
 * @property {readonly string[]} imports the rooms that it may import
 * @property {Readonly<Record<string, readonly string[]>>} [onlyFrom] rooms that only these folders of it may import
 * @property {'yes' | 'no' | readonly string[]} node whether it may import Node's modules, or the files of it that may
 */

const groundFloor = ['errors', 'http', 'text'];

/** @satisfies {Readonly<Record<string, Room>>} */
export const rooms = {
  errors: { does: 'every error: its code, its text, who can fix it', imports: [], node: 'no' },
  text: { does: 'values that people enter, dates, quoting, the look of small pages', imports: ['errors'], node: 'no' },
  http: { does: 'one request: deadline, size limit, Retry-After', imports: ['errors', 'text'], node: 'no' },
  spotify: { does: 'what Spotify says: endpoints, scopes, rules (no I/O)', imports: groundFloor, node: 'no' },
  grants: { does: 'how a token is obtained: the OAuth messages', imports: [...groundFloor, 'spotify'], node: 'no' },
  keeper: {
    does: 'how a token stays alive: refresh, rotation, six months, stores',
    imports: [...groundFloor, 'spotify', 'grants'],
    node: ['stores/file/**'],
  },
  listening: {
    does: 'what a token is used for: account, plays, lists and their views',
    imports: [...groundFloor, 'spotify', 'grants', 'keeper'],
    node: 'no',
  },
  handler: {
    does: 'routes, web component, renewal on a site',
    imports: [...groundFloor, 'spotify', 'grants', 'keeper', 'listening'],
    node: 'no',
  },
  emulator: {
    does: 'an emulated Spotify; it judges the other rooms, so it shares no code with them',
    imports: [...groundFloor, 'spotify'],
    node: ['node.ts'],
  },
  practice: {
    does: 'a ready source of tokens on the emulator',
    imports: [...groundFloor, 'spotify', 'grants', 'keeper', 'emulator'],
    node: 'no',
  },
  page: {
    does: 'the web app',
    imports: [...groundFloor, 'spotify', 'grants', 'listening'],
    onlyFrom: { practice: ['practice'], emulator: ['practice'] },
    node: 'no',
  },
  cli: {
    does: 'the command',
    imports: [...groundFloor, 'spotify', 'grants', 'keeper', 'listening', 'handler', 'emulator', 'practice'],
    node: 'yes',
  },
};

/** @typedef {keyof typeof rooms} RoomName */

export const roomNames = /** @type {RoomName[]} */ (Object.keys(rooms));

/** The library's entry, `src/index.ts`, names what these rooms make public. */
export const libraryRooms = /** @type {const} */ ([...groundFloor, 'spotify', 'grants', 'keeper', 'listening']);

/**
 * Rooms that a file in the room may not import.
 * @param {RoomName} name @param {readonly string[]} allowed @returns {RoomName[]}
 */
const forbidden = (name, allowed) => roomNames.filter((other) => other !== name && !allowed.includes(other));

/** A folder of a room may have the name of a room (`src/page/practice/`), so a rule counts the steps up to `src/`. */
const depths = [0, 1, 2, 3, 4];

/**
 * One override for each depth of folders.
 * @param {string} folder @param {readonly string[]} names the rooms that it may not import @param {string} message
 */
const refuse = (folder, names, message) =>
  depths.map((depth) => {
    const up = folder.split('/').length - 1 + depth;
    const regex = `^${up === 0 ? '\\./' : `(\\.\\./){${up}}`}(\\.\\./src/)?(${names.join('|')})(/|$)|^refrain(/|$)`;
    return {
      files: [`${folder}/${'*/'.repeat(depth)}*.*`],
      rules: { 'no-restricted-imports': /** @type {const} */ (['error', { patterns: [{ regex, message }] }]) },
    };
  });

/** The overrides for lint: which imports each room refuses, and where Node's modules are allowed. */
export function lintOverrides() {
  const directions = roomNames.flatMap((name) => {
    const { imports, onlyFrom = {} } = /** @type {Room} */ (rooms[name]);
    const message = `src/${name}/ may import ${imports.join(', ') || 'no other room'}. See scripts/rooms.mjs.`;
    const exceptions = [...new Set(Object.values(onlyFrom).flat())].flatMap((folder) => {
      const more = Object.keys(onlyFrom).filter((other) => onlyFrom[other]?.includes(folder));
      return refuse(`src/${name}/${folder}`, forbidden(name, [...imports, ...more]), message);
    });
    return [...refuse(`src/${name}`, forbidden(name, imports), message), ...exceptions];
  });
  const faces = roomNames.filter((name) => !(/** @type {readonly string[]} */ (libraryRooms).includes(name)));
  const [library] = refuse('src', faces, `src/ may import ${libraryRooms.join(', ')}. See scripts/rooms.mjs.`);
  const mayUseNode = roomNames.flatMap((name) => {
    const { node } = /** @type {Room} */ (rooms[name]);
    return node === 'yes' ? [`src/${name}/**`] : node === 'no' ? [] : node.map((path) => `src/${name}/${path}`);
  });
  const withoutNode = {
    files: ['src/**'],
    excludeFiles: [...mayUseNode, '**/*.test.ts', '**/*.test.tsx'],
    rules: { 'import/no-nodejs-modules': /** @type {const} */ ('error') },
  };
  return [...directions, ...(library ? [library] : []), withoutNode];
}

/** The table in `docs/architecture.md`. @returns {string} */
export function roomsAsMarkdown() {
  const rows = roomNames.map((name) => {
    const { does, imports, onlyFrom = {}, node } = /** @type {Room} */ (rooms[name]);
    const more = Object.entries(onlyFrom).map(
      ([other, folders]) => `${other} (only from \`${folders.join('`, `')}/\`)`,
    );
    const files = node === 'yes' || node === 'no' ? node : `only \`${node.join('`, `')}\``;
    return `| \`${name}/\` | ${does} | ${[...imports, ...more].join(', ') || 'none'} | ${files} |`;
  });
  return ['| Room | Is for | May import | Uses Node |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

// Loaded before a program with `node --import`: the emulator replaces Spotify, and the variables name its token.
import { createEmulator } from 'refrain/emulator';
import { getToken } from '../../../examples/token-for-tests.mjs';

const emulator = createEmulator();
Object.assign(process.env, await getToken(emulator));
globalThis.fetch = emulator.fetch;

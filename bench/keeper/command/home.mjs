// @ts-check
/** One home folder of the built command, and the checks of its content. */
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientId } from '../built.mjs';
import { hashOf } from '../log.mjs';

const refrain = fileURLToPath(new URL('../../../dist/cli/refrain.js', import.meta.url));

/** @typedef {import('../spotify/plan.mjs').Moment} Moment */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, said: string, error: string | undefined }} Ended */

/**
 * @param {{
 *   folder: string,
 *   line: number,
 *   rotates: boolean,
 *   server: Awaited<ReturnType<typeof import('../start-spotify.mjs').startSpotify>>,
 *   log(event: string, facts: Record<string, unknown>): void,
 * }} given
 */
export async function createHome({ folder, line, rotates, server, log }) {
  if (!existsSync(refrain)) throw new Error(`${refrain} does not exist. Build first: npm run build`);
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    REFRAIN_HOME: folder,
    SPOTIFY_ACCOUNTS_URL: server.url,
    SPOTIFY_API_URL: server.url,
    NO_COLOR: '1',
  };

  /** @param {string[]} args @param {string} [input] */
  const start = (args, input = '') => {
    const child = spawn(process.execPath, [refrain, ...args, '--json'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    // The child may die before it reads this.
    child.stdin.on('error', () => {}).end(input);
    /** @type {Promise<Ended>} */
    const ended = new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', (code, signal) => done({ code, signal, said, error: codeIn(out) }));
    });
    return { child, ended };
  };

  /** A new consent, imported. */
  async function consent() {
    const { refreshToken } = await server.harness('consent', { line });
    const args = ['login', '--with-token', '--client-id', clientId, '--authorized-at', new Date().toISOString()];
    const { code, said } = await start(args, `${refreshToken}\n`).ended;
    if (code !== 0) throw new Error(`refrain login exited with ${code}: ${said}`);
    // The first refresh shows whether the line rotates.
    await run();
  }

  const run = () => start(['token']).ended;

  /**
   * Runs it and kills it: at a moment of its request, or at any time.
   * @param {Moment | 'any'} moment @param {number} amount from 0 up to 1
   */
  async function runKilled(moment, amount) {
    const { child, ended } = start(['token']);
    const armed =
      moment === 'any' ? undefined : { line, pid: child.pid, fault: { kind: 'kill', moment, amount: amount ** 2 } };
    let timer;
    if (armed) await server.harness('arm', armed);
    else timer = setTimeout(() => child.kill('SIGKILL'), amount * 500);
    const { code, signal, said } = await ended;
    clearTimeout(timer);
    await server.harness('disarm', { line });
    const sent = await server.harness('last', { line });
    const isSaved = sent.access !== undefined && keptAccess(folder) === sent.access;
    log('killed', { line, moment, code, signal });
    return { isKilled: signal === 'SIGKILL', isAnswered: sent.answered && moment === 'answered', isSaved, code, said };
  }

  await consent();
  return { rotates, run, runKilled, consent, check: () => checkFiles(folder) };
}

/** The error's code in a command's JSON. @param {string} out @returns {string | undefined} */
function codeIn(out) {
  try {
    return JSON.parse(out).error?.code;
  } catch {
    return undefined;
  }
}

/** @param {string} folder @returns {any} the current record; undefined if it is incomplete */
function recordIn(folder) {
  const versions = join(folder, 'profiles', 'default', 'versions');
  const current = readdirSync(versions).filter((name) => name.startsWith('current.'));
  try {
    return JSON.parse(readFileSync(join(versions, String(current[0]).replace('current', 'record')), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
const keptAccess = (folder) => hashOf(recordIn(folder)?.token?.access?.token);

/** Checks the files of a home: faults, and whether a claim is left. @param {string} folder */
function checkFiles(folder) {
  /** @type {string[]} */
  const faults = [];
  for (const name of readdirSync(join(folder, 'profiles'), { recursive: true })) {
    const facts = lstatSync(join(folder, 'profiles', String(name)), { throwIfNoEntry: false });
    if (!facts) continue;
    const mode = (facts.mode & 0o777).toString(8);
    if (mode !== (facts.isDirectory() ? '700' : '600')) faults.push(`${name} has mode ${mode}`);
  }
  const record = recordIn(folder);
  if (!record?.token) faults.push('the current record is incomplete');
  return { faults, isClaimLeft: record?.claim !== undefined || record?.token?.doubtSince !== undefined };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const program = join(root, 'dist', 'cli', 'refrain.js');
const builtPage = join(root, 'dist', 'page');

const running: ChildProcess[] = [];
const servers: Server[] = [];
const sockets: Socket[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Standard error so far. */
  stderr(): string;
  /** Standard output so far. */
  stdout(): string;
  /** Resolves when standard error matches; rejects if the process ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
}

function run(command: string, args: readonly string[], env: Record<string, string | undefined> = {}): Run {
  const child = spawn(command, args, {
    stdio: 'pipe',
    env: { ...process.env, CI: undefined, FORCE_COLOR: undefined, ...env },
  });
  running.push(child);
  const text = { stdout: '', stderr: '' };
  const heard = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (more: string) => {
      text[name] += more;
      for (const hear of heard) hear();
    });
  }
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.once('close', (code, signal) => done({ code, signal }));
  });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const hear = () => {
        const match = pattern.exec(text.stderr);
        if (match) found(match);
      };
      heard.add(hear);
      hear();
      void ended.then(() => failed(new Error(`It ended before it said ${pattern}:\n${text.stderr}${text.stdout}`)));
    });
  return { child, stderr: () => text.stderr, stdout: () => text.stdout, says, ended };
}

const start = (...args: string[]) => run(process.execPath, [program, 'page', '--no-open', ...args]);
const npmStart = (...args: string[]) => run('npm', ['start', '--prefix', root, '--', ...args], { REFRAIN_BUILT: '1' });

async function addressesOf({ says }: Run): Promise<{ page: string; emulator: string }> {
  const [, page = '', emulator = ''] = await says(
    /^.*(http:\/\/127\.0\.0\.1:\d+\/)\n.*(http:\/\/127\.0\.0\.1:\d+\/)\n/m,
  );
  return { page, emulator };
}

async function takePort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as { port: number }).port;
}

describe('refrain page', () => {
  it('serves the built page with the path of its callback, also there, and every other file unchanged', async () => {
    const { page } = await addressesOf(start('--port', '0', '--emulator-port', '0'));
    const names = readdirSync(builtPage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(builtPage.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(names).toContain('index.html');
    const served = new Map<string, Buffer>();
    for (const name of names) served.set(name, Buffer.from(await (await fetch(page + name)).arrayBuffer()));
    const changed = names.filter((name) => !served.get(name)?.equals(readFileSync(join(builtPage, name))));
    expect(changed).toEqual(['index.html']);

    const html = String(served.get('index.html'));
    const callback = '<meta name="refrain-callback" content="/callback">';
    expect(html.split(callback)).toHaveLength(2);
    expect(html.replace(callback, '')).toBe(readFileSync(join(builtPage, 'index.html'), 'utf8'));
    expect(await (await fetch(`${page}callback`)).text()).toBe(html);
  });

  it('runs an emulator for the command', async () => {
    const { emulator } = await addressesOf(start('--port', '0', '--emulator-port', '0'));
    const response = await fetch(`${emulator}v1/me`);
    expect(response.status).toBe(401);
    expect(await response.json()).toHaveProperty('error.status', 401);
  });

  it('prints no styles without a terminal, and each address at the end of a line', async () => {
    const started = start('--port', '0', '--emulator-port', '0');
    const { page, emulator } = await addressesOf(started);
    await started.says(/Ctrl-C/);
    expect(started.stderr()).not.toContain('\u001B');
    await expect.poll(started.stdout).toBe(`${page}\n`);
    for (const address of [page, emulator]) {
      expect(
        started
          .stderr()
          .split('\n')
          .filter((line) => line.endsWith(address)),
      ).toHaveLength(1);
    }
  });

  it('uses other ports if the requested ones are in use, and says so', async () => {
    const [pagePort, emulatorPort] = [await takePort(), await takePort()];
    const started = start('--port', String(pagePort), '--emulator-port', String(emulatorPort));
    const { page, emulator } = await addressesOf(started);
    expect(started.stderr()).toContain(`Port ${pagePort} is in use`);
    expect(started.stderr()).toContain(`Port ${emulatorPort} is in use`);
    expect((await fetch(page)).status).toBe(200);
    expect((await fetch(`${emulator}v1/me`)).status).toBe(401);
  });

  it('gives the next free port to the page, not to the emulator', async () => {
    const taken = String(await takePort());
    const { page, emulator } = await addressesOf(start('--port', taken, '--emulator-port', taken));
    expect(Number(new URL(page).port)).toBeLessThan(Number(new URL(emulator).port));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'exits with 0 at %s, with connections still open',
    async (signal) => {
      const started = start('--port', '0', '--emulator-port', '0');
      const addresses = Object.values(await addressesOf(started));
      for (const address of addresses) {
        const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => {});
        sockets.push(socket);
        // One answer proves that the connection is open; then half a request, which a server would wait for.
        socket.write(`GET / HTTP/1.1\r\nHost: ${new URL(address).host}\r\n\r\n`);
        await once(socket, 'data');
        socket.write('GET /half');
      }
      started.child.kill(signal);
      expect(await started.ended).toEqual({ code: 0, signal: null });
      await expect(fetch(addresses[0] ?? '')).rejects.toThrow(TypeError);
    },
    20_000,
  );

  it('opens the page in a browser, except with --no-open and in CI', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'refrain start '));
    folders.push(folder);
    for (const name of ['xdg-open', 'open']) {
      symlinkSync(join(root, 'test', 'support', 'command', 'note-address.sh'), join(folder, name));
    }
    const noted = join(folder, 'noted');
    const env = { PATH: `${folder}:${process.env['PATH']}`, NOTED: noted };
    const flags = ['--port', '0', '--emulator-port', '0'];

    for (const quiet of [
      run(process.execPath, [program, 'page', ...flags], { ...env, CI: 'true' }),
      run(process.execPath, [program, 'page', '--no-open', ...flags], env),
    ]) {
      await quiet.says(/Ctrl-C/);
      quiet.child.kill('SIGTERM');
      await quiet.ended;
    }
    const opening = run(process.execPath, [program, 'page', ...flags], env);
    const { page } = await addressesOf(opening);
    await expect.poll(() => readdirSync(folder).includes('noted') && readFileSync(noted, 'utf8')).toBe(`${page}\n`);
  });

  it('says how to build the page if it is not built', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'refrain start '));
    folders.push(folder);
    cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => path !== builtPage });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { ended, stderr } = run(process.execPath, [join(folder, 'dist', 'cli', 'refrain.js'), 'page', '--no-open']);
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(stderr()).toContain('npm run build');
    expect(stderr()).not.toContain('    at ');
  });
});

describe('npm start', () => {
  it('runs refrain page, and leaves no process behind when npm is stopped', async () => {
    const npm = npmStart('--no-open', '--port', '0', '--emulator-port', '0');
    const { page } = await addressesOf(npm);
    expect((await fetch(page)).status).toBe(200);
    npm.child.kill('SIGTERM');
    // The pipes close when the last process that holds them ends.
    await npm.ended;
    await expect(fetch(page)).rejects.toThrow(TypeError);
  });

  it('explains a wrong flag in a sentence', async () => {
    const { ended, stderr } = npmStart('--prot', '9000');
    expect((await ended).code).toBe(2);
    expect(stderr()).toContain('--prot');
    expect(stderr()).toContain('--port');
    expect(stderr()).not.toContain('    at ');
  });

  it('has help', async () => {
    const { ended, stdout } = npmStart('--help');
    expect(await ended).toEqual({ code: 0, signal: null });
    for (const flag of ['--port', '--emulator-port', '--no-open']) expect(stdout()).toContain(flag);
  });
});

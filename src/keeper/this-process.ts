import type { Claimant, ClaimantName } from './claimant.ts';

interface NodeLike {
  readonly pid: number;
  readonly platform: string;
  kill(pid: number, signal: number): unknown;
  getBuiltinModule?(name: string): unknown;
}

interface FileSystem {
  readFileSync(path: string, encoding: 'utf8'): string;
  readlinkSync(path: string): string;
}

/**
 * This process as a claimant. On Linux it is told exactly: by machine, start of the machine and process namespace (two
 * containers may share all else), process id, and start of the process. Elsewhere on Node, Deno and Bun by host name and
 * process id. On a runtime without processes it is a random name, and nobody can tell whether it lives.
 */
export function thisProcess(): Claimant {
  const node = (globalThis as { process?: NodeLike }).process;
  const files = node?.getBuiltinModule?.('node:fs') as FileSystem | undefined;
  const system = node?.getBuiltinModule?.('node:os') as { hostname(): string } | undefined;
  if (!node?.pid || !files || !system) return nameless();

  const host = [system.hostname(), ...linuxMarks(files)].join(' ');
  const startedAt = startOf(node.pid, files);
  const name: ClaimantName = { host, pid: node.pid, ...(startedAt && { startedAt }) };
  return {
    name,
    async isAlive(other) {
      if (other.host !== host || other.pid === undefined) return undefined;
      if (!exists(node, other.pid)) return false;
      const started = startOf(other.pid, files);
      if (started === undefined && startedAt !== undefined) return false;
      if (started !== undefined && other.startedAt !== undefined) return started === other.startedAt;
      // Somebody has this process id. Where the platform does not say since when, it may be another by now.
      return other.pid === node.pid ? true : undefined;
    },
  };
}

function nameless(): Claimant {
  const host = crypto.randomUUID();
  return { name: { host }, isAlive: async (other) => (other.host === host ? true : undefined) };
}

function linuxMarks(files: FileSystem): string[] {
  try {
    return [
      files.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      files.readlinkSync('/proc/self/ns/pid'),
    ];
  } catch {
    return [];
  }
}

/** When a process started, in ticks since the machine did (field 22 of `/proc/PID/stat`); undefined for one that has ended. */
function startOf(pid: number, files: FileSystem): string | undefined {
  try {
    const stat = files.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, brackets too. What follows begins with field 3, the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? '') ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function exists(node: NodeLike, pid: number): boolean {
  try {
    node.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

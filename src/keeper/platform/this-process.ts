import type { Claimant, ClaimantName } from './claimant.ts';

interface NodeLike {
  readonly pid: number;
  kill(pid: number, signal: number): unknown;
  getBuiltinModule?(name: string): unknown;
}

interface FileSystem {
  readFileSync(path: string, encoding: 'utf8'): string;
  readlinkSync(path: string): string;
}

/** A machine whose processes can be asked about. */
interface Machine {
  readonly node: NodeLike;
  readonly files: FileSystem;
  readonly name: string;
}

/**
 * This process as a claimant. On Linux it is told exactly: by machine, start of the machine and process namespace (two
 * containers may share all else), process id, and start of the process. Elsewhere on Node, Deno and Bun by host name and
 * process id. On a runtime without processes, or one that tells nothing of them, it is a random name, and nobody can tell
 * whether it lives. Only what is certain is called dead or alive.
 */
export function thisProcess(): Claimant {
  const machine = machineHere();
  let name: ClaimantName | undefined;
  // Some runtimes give no random number before the first request, so the name is made when it is asked for.
  const ownName = () => (name ??= machine ? nameOn(machine) : { host: crypto.randomUUID() });
  return {
    get name() {
      return ownName();
    },
    async isAlive(other) {
      const { host, pid, startedAt } = ownName();
      if (other.host !== host) return undefined;
      if (other.pid === pid && other.startedAt === startedAt) return true;
      if (!machine || other.pid === undefined) return undefined;
      if (isGone(machine, other.pid)) return false;
      const started = startOf(machine, other.pid);
      if (started === 'ended') return false;
      // Somebody has this process id. Where the platform does not say since when, it may be another by now.
      return started === undefined || other.startedAt === undefined ? undefined : started === other.startedAt;
    },
  };
}

/** The machine that this runs on; undefined where there is none to be known. */
function machineHere(): Machine | undefined {
  try {
    const node = (globalThis as { process?: NodeLike }).process;
    const files = node?.getBuiltinModule?.('node:fs') as FileSystem | undefined;
    const system = node?.getBuiltinModule?.('node:os') as { hostname(): string } | undefined;
    return node?.pid && files && system ? { node, files, name: system.hostname() } : undefined;
  } catch {
    // Deno tells its host name to whom it is allowed.
    return undefined;
  }
}

function nameOn(machine: Machine): ClaimantName {
  const { node, files, name } = machine;
  // The same process id at the same place need not be the same process: a container that was started again.
  return {
    host: [name, ...linuxMarks(files)].join(' '),
    pid: node.pid,
    startedAt: startOf(machine, node.pid) ?? mark(),
  };
}

let ownMark: string | undefined;

/** Marks this process where the platform does not tell when it started. */
function mark(): string {
  return (ownMark ??= crypto.randomUUID());
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

/**
 * When a process started, in ticks since the machine did (field 22 of `/proc/PID/stat`); undefined where that can't be
 * read: on other systems, and of other users where their processes are hidden.
 */
function startOf({ files }: Machine, pid: number): string | undefined {
  try {
    const stat = files.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, brackets too. What follows begins with field 3, the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? '') ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether no process has this id. One that is not ours to signal is there, and where nothing can be asked it may be. */
function isGone({ node }: Machine, pid: number): boolean {
  try {
    node.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown } | undefined)?.code === 'ESRCH';
  }
}

/** Who claims a refresh. The name is saved in the record, so that other processes can check whether it still runs. */
export interface ClaimantName {
  /** The machine, and when it was started. A random name if the runtime has neither. */
  readonly host: string;
  /** Process ID, if there is one. */
  readonly pid?: number | undefined;
  /** When the process started, in the platform's own units. Distinguishes two processes that got the same ID. */
  readonly startedAt?: string | undefined;
}

/** One of the processes that share a store. */
export interface Claimant {
  readonly name: ClaimantName;
  /** Whether another claimant still runs. Undefined if it cannot be checked from here, for example on another machine. */
  isAlive(other: ClaimantName): Promise<boolean | undefined>;
}

interface NodeProcess {
  readonly pid: number;
  kill(pid: number, signal: number): unknown;
  getBuiltinModule?(name: string): unknown;
}

interface Files {
  readFileSync(path: string, encoding: 'utf8'): string;
  readlinkSync(path: string): string;
}

/** A machine whose processes can be checked. */
interface Machine {
  readonly process: NodeProcess;
  readonly files: Files;
  readonly hostname: string;
}

/**
 * This process as a claimant. `isAlive` answers only what is certain.
 *
 * - Linux: identified by machine, start of the machine, process namespace (two containers can be equal in everything
 *   else), process ID and start of the process.
 * - Other systems with Node, Deno or Bun: host name and process ID.
 * - A runtime without processes: a random name. Whether another claimant runs cannot be checked.
 */
export function thisProcess(): Claimant {
  const machine = findMachine();
  let name: ClaimantName | undefined;
  // Created when it is needed: some runtimes have no random numbers before the first request.
  const getName = () => (name ??= machine ? createName(machine) : { host: crypto.randomUUID() });
  return {
    get name() {
      return getName();
    },
    async isAlive(other) {
      const { host, pid, startedAt } = getName();
      if (other.host !== host) return undefined;
      if (other.pid === pid && other.startedAt === startedAt) return true;
      if (!machine || other.pid === undefined) return undefined;
      if (isGone(machine, other.pid)) return false;
      const start = getStart(machine, other.pid);
      if (start === 'ended') return false;
      // A process has this ID. If its start is not known, it may be another process.
      return start === undefined || other.startedAt === undefined ? undefined : start === other.startedAt;
    },
  };
}

function findMachine(): Machine | undefined {
  try {
    const { process } = globalThis as { process?: NodeProcess };
    const files = process?.getBuiltinModule?.('node:fs') as Files | undefined;
    const system = process?.getBuiltinModule?.('node:os') as { hostname(): string } | undefined;
    return process?.pid && files && system ? { process, files, hostname: system.hostname() } : undefined;
  } catch {
    // Deno throws if it has no permission to read the host name.
    return undefined;
  }
}

function createName(machine: Machine): ClaimantName {
  const { process, files, hostname } = machine;
  return {
    host: [hostname, ...readLinuxIds(files)].join(' '),
    pid: process.pid,
    // A container that was started again has the same host name and process ID.
    startedAt: getStart(machine, process.pid) ?? getProcessMark(),
  };
}

let processMark: string | undefined;

/** A random text for this process, used if the start of the process is not known. */
function getProcessMark(): string {
  return (processMark ??= crypto.randomUUID());
}

/** The ID of the machine's last start, and of the process namespace. */
function readLinuxIds(files: Files): string[] {
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
 * When a process started, in ticks since the start of the machine (field 22 of `/proc/PID/stat`). `ended` if the process
 * has ended but its parent has not collected it yet. Undefined if it cannot be read: on other systems, or if the
 * processes of other users are hidden.
 */
function getStart({ files }: Machine, pid: number): string | undefined {
  try {
    const stat = files.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets can contain brackets. The fields after it begin with field 3, the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? '') ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether there is no process with this ID. False for a process of another user, to which no signal can be sent. */
function isGone({ process }: Machine, pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown } | undefined)?.code === 'ESRCH';
  }
}

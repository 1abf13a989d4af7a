import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { redactSecrets } from '../../../http/redact.ts';
import { envText } from '../../../text/env-text.ts';
import type { CommandContext } from '../../context/context.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';
import { runProgram } from '../../terminal/programs/run-program.ts';
import { listOf } from '../../terminal/text.ts';
import type { Host, PushStep } from './hosts.ts';
import type { PushTarget } from './push-target.ts';

type Variables = Readonly<Record<VariableName, string | undefined>>;

/** The parts of the context that a host's command needs. */
export type ProgramContext = Pick<CommandContext, 'childEnvironment' | 'signal' | 'refrain'>;

/** Characters of a failed command's output that are shown. */
const maxOutput = 300;

/** The names of the variables that have a value. */
export function namesIn(variables: Variables): readonly VariableName[] {
  return variableNames.filter((name) => variables[name] !== undefined);
}

/**
 * Saves the variables at a host by its own command. Each value goes to standard input or into a file that only this user
 * can read, which is deleted afterwards; never into an argument or the environment.
 * @returns the names of the variables
 * @throws RefrainError `program_missing` if the command is not installed or fails: it says what was saved and what not
 */
export async function pushToHost(
  host: Host,
  target: PushTarget,
  variables: Variables,
  context: ProgramContext,
): Promise<readonly VariableName[]> {
  const names = namesIn(variables);
  const saved: VariableName[] = [];
  for (const step of host.steps(names, target)) {
    const output = await runStep(step, host, { target, variables, context });
    if (output.isDone) saved.push(...step.names);
    else throw createPushError(output.problem, { names, saved, host });
  }
  return saved;
}

/**
 * Runs a host's command in a folder.
 * @param input for its standard input
 * @throws RefrainError `program_missing` if it is not installed, or the folder does not exist
 */
export async function runHostProgram(
  host: Host,
  args: readonly string[],
  { folder, context, input }: { readonly folder: string; readonly context: ProgramContext; readonly input?: string },
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const { childEnvironment, signal, refrain } = context;
  if (!existsSync(folder)) {
    throw new RefrainError('program_missing', {
      detail: `The folder ${folder} does not exist.`,
      cure: `If the project has moved, run \`${refrain(`push ${host.kind}`)}\` there.`,
    });
  }
  const environment = {
    ...childEnvironment,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    CLICOLOR_FORCE: undefined,
    DEBUG: undefined,
    ...host.environment,
  };
  const end = await runProgram(host.program, args, {
    environment,
    folder,
    isPackage: host.isPackage,
    signal,
    ...(input !== undefined && { input }),
  });
  if (end.kind === 'ended') return end;
  throw new RefrainError('program_missing', {
    detail: `${host.program} is not installed.`,
    cure: `Install it (${host.installUrl}), or run \`${refrain(`push ${host.kind} --print`)}\` for commands to run yourself.`,
  });
}

/** What a failed command printed, as one sentence without line breaks, without these secrets. */
export function describeFailure(
  program: string,
  { code, stdout, stderr }: { readonly code: number | null; readonly stdout: string; readonly stderr: string },
  secrets: readonly (string | undefined)[] = [],
): string {
  const output = redactSecrets((stderr.trim() || stdout).trim().replace(/\s+/g, ' '), secrets).slice(0, maxOutput);
  return `${program} failed: ${output || `exit code ${code}`}`.replace(/([^.!?])$/, '$1.');
}

type StepResult = { readonly isDone: true } | { readonly isDone: false; readonly problem: string };

async function runStep(
  step: PushStep,
  host: Host,
  run: { readonly target: PushTarget; readonly variables: Variables; readonly context: ProgramContext },
): Promise<StepResult> {
  const { target, variables, context } = run;
  const folder = host.placeIs === 'folder' ? target.location : process.cwd();
  const file =
    step.input === 'file'
      ? await writePrivateFile(envText(step.names.map((name) => [name, variables[name]])))
      : undefined;
  try {
    const args = file === undefined ? step.args : [...step.args, file.path];
    const input = step.input === 'stdin' && step.names[0] !== undefined ? variables[step.names[0]] : undefined;
    const end = await runHostProgram(host, args, { folder, context, ...(input !== undefined && { input }) });
    if (end.code === 0 && (step.isDone?.(end.stdout + end.stderr) ?? true)) return { isDone: true };
    const secrets = [variables.SPOTIFY_CLIENT_SECRET, variables.SPOTIFY_REFRESH_TOKEN];
    return { isDone: false, problem: describeFailure(host.program, end, secrets) };
  } finally {
    await file?.remove();
  }
}

/** Writes a new file that only this user can read, in a folder of its own. */
async function writePrivateFile(text: string): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-'));
  const path = join(folder, 'push.env');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

function createPushError(
  problem: string,
  push: { readonly names: readonly VariableName[]; readonly saved: readonly VariableName[]; readonly host: Host },
): RefrainError {
  const { names, saved, host } = push;
  const missing = names.filter((name) => !saved.includes(name));
  const rest = missing.length === 0 ? ', but not hidden' : `, but not ${listOf(missing)}`;
  const progress = saved.length === 0 ? '' : `Saved ${listOf(saved)}${rest}. `;
  return new RefrainError('program_missing', {
    detail: progress + problem,
    cure: `Fix what ${host.program} reports, then try again.`,
  });
}

import { join } from 'node:path';
import { ignoreErrors } from '../../keeper/stores/file/file-system.ts';
import { createPrivateFile, createPrivateFolder, readPrivateFile } from '../../keeper/stores/file/private-files.ts';
import { replaceFile } from '../../keeper/stores/file/replace-file.ts';
import type { CommandContext } from '../context/context.ts';

/** What the last sign-in asked for. None of it is secret. */
export interface LastLogin {
  readonly profile: string;
  readonly accountsUrl: string;
  readonly clientId: string;
  /** As it is registered. */
  readonly redirectUri: string;
}

type Context = Pick<CommandContext, 'home' | 'fileSystem' | 'profile' | 'endpoints'>;

const pathOf = ({ home }: Context) => join(home, 'last-login.json');

/** Saves what a sign-in asks for, so that `check` can look into it if it fails. If that is not possible, nothing happens. */
export async function rememberLogin(
  { clientId, redirectUri }: Pick<LastLogin, 'clientId' | 'redirectUri'>,
  context: Context,
): Promise<void> {
  const { home, fileSystem, profile, endpoints } = context;
  const login: LastLogin = { profile, accountsUrl: endpoints.accountsUrl, clientId, redirectUri };
  const create = (path: string) => createPrivateFile(fileSystem, path, `${JSON.stringify(login)}\n`);
  try {
    await createPrivateFolder(fileSystem, home);
    await replaceFile(pathOf(context), create, fileSystem);
  } catch {
    // Only `check` needs it.
  }
}

/** What the last sign-in with this accounts service asked for, in any profile. Undefined if it is not known. */
export async function readLastLogin(context: Context): Promise<LastLogin | undefined> {
  try {
    const bytes = await readPrivateFile(context.fileSystem, pathOf(context));
    const login = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof LastLogin, unknown>>;
    const { profile, accountsUrl, clientId, redirectUri } = login;
    if (typeof profile !== 'string' || typeof clientId !== 'string' || typeof redirectUri !== 'string') {
      return undefined;
    }
    if (accountsUrl !== context.endpoints.accountsUrl) return undefined;
    return { profile, accountsUrl: context.endpoints.accountsUrl, clientId, redirectUri };
  } catch {
    return undefined;
  }
}

/** Forgets the last sign-in if it was for this profile. Does not fail. */
export async function forgetLastLogin(context: Context): Promise<void> {
  if ((await readLastLogin(context))?.profile !== context.profile) return;
  await ignoreErrors(context.fileSystem.unlink(pathOf(context)));
}

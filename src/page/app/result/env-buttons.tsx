import { envFile } from '../../use/env-file.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { download } from '../parts/download.ts';
import type { ResultProps } from './result.ts';

/** All of it as environment variables: to the clipboard, or as a file. Either way the token is safe. */
export function EnvButtons({ result, page }: ResultProps) {
  const { clientId, grant = 'authorization_code_pkce', endpoints, tokens } = result;
  const env = () => {
    const { refreshToken, accessToken, authorizedAt, accessTokenExpiresAt } = tokens.value;
    return envFile({ grant, clientId, refreshToken, accessToken, authorizedAt, accessTokenExpiresAt, endpoints });
  };
  const safe = () => (result.copied.value = true);
  const save = () => {
    download(page, 'spotify.env', 'text/plain', env());
    page.announce('The .env file is in your downloads, as spotify.env.');
    safe();
  };
  return (
    <div class="row">
      <CopyButton
        page={page}
        name="Copy .env"
        what="The .env file"
        text={env}
        instead="Download it instead."
        onCopied={safe}
      >
        Copy .env
      </CopyButton>
      <button type="button" onClick={save}>
        Download .env
      </button>
      <span class="hint">
        {tokens.value.refreshTokenExpiresAt === undefined ? 'client ID and token' : 'client ID, token, time of consent'}
      </span>
    </div>
  );
}

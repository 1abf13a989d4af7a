import { appText } from '../../text/app-text.ts';
import { envFile } from '../../use/env-file.ts';
import { CopyButton, type OnRefused } from '../parts/copy-button.tsx';
import { download } from '../parts/download.ts';
import type { ResultProps } from './result.ts';

const text = appText.env;

/** Copies or downloads a `.env` file. Both count as a copy of the token. */
export function EnvButtons({ result, page, onRefused }: ResultProps & { onRefused: OnRefused }) {
  const { clientId, grant = 'authorization_code_pkce', endpoints, tokens } = result;
  const isPractice = result.mode === 'practice';
  const env = () => {
    const { refreshToken, accessToken, authorizedAt, accessTokenExpiresAt } = tokens.value;
    const times = { authorizedAt, accessTokenExpiresAt };
    return envFile({ grant, clientId, refreshToken, accessToken, ...times, endpoints, isPractice });
  };
  const onSaved = () => (result.copied.value = true);
  const save = () => {
    download(page, 'spotify.env', 'text/plain', env());
    page.announce(text.downloaded);
    onSaved();
  };
  return (
    <>
      <CopyButton
        page={page}
        name={text.copy}
        copied={text.copied}
        text={env}
        instead={text.downloadInstead}
        onCopied={onSaved}
        onRefused={onRefused}
      >
        {text.copy}
      </CopyButton>
      <button type="button" onClick={save}>
        {text.download}
      </button>
    </>
  );
}

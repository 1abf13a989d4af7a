import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { AlertAt, clear, raise } from '../alert.tsx';
import { mayPass } from '../alert-words.ts';
import { CopyButton } from '../copy-button.tsx';
import { countdown } from '../countdown.ts';
import { secretIsWrong } from '../exchange.ts';
import { SecretBox } from '../secret-box.tsx';
import { EnvButtons } from './env-buttons.tsx';
import { refresh } from './refresh.ts';
import type { OfResult } from './of-result.ts';
import { GrantedScopes } from './scopes.tsx';
import { useClock } from './use-clock.ts';

/** The access token, its hour, and its renewal. */
export function AccessToken({ result, page }: OfResult) {
  const box = useRef<HTMLInputElement>(null);
  const tokens = result.tokens.value;
  const { accessToken, refreshToken, accessTokenExpiresAt } = tokens;
  const isMain = refreshToken === undefined;
  const copied = () => {
    if (isMain) result.copied.value = true;
  };
  return (
    <section aria-labelledby="access-token-heading">
      <div class="head">
        <h2 id="access-token-heading">Access token</h2>
        <i />
        <Countdown result={result} page={page} key={accessTokenExpiresAt} />
      </div>
      <p class="hint">For calling the API right now.{isMain && ' Keep it like a password: it is on this page only.'}</p>
      <label class="vh" for="access-token">
        Access token
      </label>
      <input
        id="access-token"
        ref={box}
        readOnly
        spellcheck={false}
        autoComplete="off"
        value={accessToken}
        onCopy={copied}
      />
      <AlertAt place="access-token" page={page} />
      <div class="row">
        <CopyButton
          page={page}
          class={isMain ? 'go' : ''}
          name="Copy access token"
          what="The access token"
          text={() => result.tokens.value.accessToken}
          select={() => box.current?.select()}
          onCopied={copied}
        >
          {isMain ? 'Copy access token' : 'Copy'}
        </CopyButton>
        {!isMain && result.grant !== 'authorization_code' && <Refresh result={result} page={page} />}
      </div>
      {!isMain && result.grant === 'authorization_code' && <RefreshWithSecret result={result} page={page} />}
      {isMain && <EnvButtons result={result} page={page} />}
      {result.grant !== 'client_credentials' && <GrantedScopes tokens={tokens} />}
    </section>
  );
}

function Countdown({ result, page }: OfResult) {
  const { accessTokenExpiresAt } = result.tokens.value;
  const now = useClock(page, accessTokenExpiresAt);
  const words = countdown(accessTokenExpiresAt, now);
  useEffect(() => {
    if (words === 'over') page.announce('The access token is over.');
  }, [words]);
  return (
    <span role="timer" aria-label={`Time left: ${words}`}>
      {words}
    </span>
  );
}

function Refresh({ result, page }: OfResult) {
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    clear();
    try {
      await refresh(result, page);
    } catch (error) {
      raise(page, error, { place: 'access-token', ...(mayPass(error) ? { again: () => void send() } : {}) });
    } finally {
      busy.value = false;
    }
  };
  return (
    <button type="button" aria-label="Refresh access token" aria-disabled={busy.value} onClick={() => void send()}>
      Refresh
    </button>
  );
}

/** The page dropped the secret once the token was there, so it is asked for again. */
function RefreshWithSecret({ result, page }: OfResult) {
  const box = useRef<HTMLInputElement>(null);
  const open = useSignal(false);
  const wrong = useSignal<string | undefined>(undefined);
  const sent = useSignal(0);
  const busy = useSignal(false);
  useEffect(() => {
    if (open.value) box.current?.focus();
  }, [open.value]);

  const send = async () => {
    if (busy.value) return;
    if (!open.value) {
      open.value = true;
      return;
    }
    const secret = box.current?.value.trim() ?? '';
    clear();
    sent.value++;
    wrong.value = secret ? undefined : 'Enter the client secret';
    if (wrong.value) {
      box.current?.focus();
      return;
    }
    busy.value = true;
    try {
      await refresh(result, page, secret);
      open.value = false;
    } catch (error) {
      wrong.value = secretIsWrong(error);
      raise(page, error, { place: 'access-token', ...(mayPass(error) ? { again: () => void send() } : {}) });
    } finally {
      busy.value = false;
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {open.value && (
        <SecretBox
          id="refresh-secret"
          box={box}
          hint="A token got with the secret is refreshed with it. This page has dropped it, so type it once more."
          wrong={wrong.value}
          sent={sent.value}
        />
      )}
      <div class="row">
        <button aria-label="Refresh access token" aria-disabled={busy.value}>
          Refresh
        </button>
      </div>
    </form>
  );
}

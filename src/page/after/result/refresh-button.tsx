import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { mayPass } from '../alert-words.ts';
import { clear, raise } from '../alert.tsx';
import { secretIsWrong } from '../exchange.ts';
import { SecretBox } from '../secret-box.tsx';
import type { OfResult } from './of-result.ts';
import { refresh } from './refresh.ts';

/** Where the client ID is all that a refresh needs. */
export function Refresh({ result, page }: OfResult) {
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
export function RefreshWithSecret({ result, page }: OfResult) {
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

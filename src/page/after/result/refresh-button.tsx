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
  const button = useRef<HTMLButtonElement>(null);
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    clear();
    try {
      await refresh(result, page);
    } catch (error) {
      raise(page, error, { place: 'access-token', ...(mayPass(error) ? { again } : {}) });
    } finally {
      busy.value = false;
    }
  };
  // The button that was pressed goes with the alert.
  const again = () => {
    button.current?.focus();
    void send();
  };
  return (
    <button
      ref={button}
      type="button"
      aria-label="Refresh access token"
      aria-disabled={busy.value}
      onClick={() => void send()}
    >
      Refresh
    </button>
  );
}

/** The page dropped the secret once the token was there, so it is asked for again. */
export function RefreshWithSecret({ result, page }: OfResult) {
  const box = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
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
      // Before the box goes with the focus in it; a new refresh token takes it from here.
      button.current?.focus();
      open.value = false;
    } catch (error) {
      wrong.value = secretIsWrong(error);
      raise(page, error, { place: 'access-token', ...(mayPass(error) ? { again } : {}) });
    } finally {
      busy.value = false;
    }
  };
  const again = () => {
    box.current?.focus();
    void send();
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
        <button ref={button} aria-label="Refresh access token" aria-disabled={busy.value}>
          Refresh
        </button>
      </div>
    </form>
  );
}

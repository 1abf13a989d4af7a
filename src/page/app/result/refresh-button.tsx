import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mayPass } from '../parts/alert-text.ts';
import { clear, raise } from '../parts/alert.tsx';
import { Form } from '../parts/form.tsx';
import { SecretBox } from '../parts/secret-box.tsx';
import { useSecret } from '../callback/use-secret.ts';
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

/** The page dropped the secret once the token was there, so it is asked for again. `children` are the row's other buttons. */
export function RefreshWithSecret({ result, page, children }: OfResult & { children: ComponentChildren }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = useSignal(false);
  const { send, busy, box, boxProperties } = useSecret(
    async (secret) => {
      await refresh(result, page, secret);
      // Before the box goes with the focus in it; a new refresh token takes it from here.
      button.current?.focus();
      open.value = false;
    },
    (error) => raise(page, error, { place: 'access-token', ...(mayPass(error) ? { again } : {}) }),
  );
  useEffect(() => {
    if (open.value) box.current?.focus();
  }, [open.value]);
  const press = async () => {
    if (open.value) await send();
    else open.value = true;
  };
  const again = () => {
    box.current?.focus();
    void send();
  };

  return (
    <Form send={press}>
      {open.value && (
        <SecretBox
          id="refresh-secret"
          hint="A token got with the secret is refreshed with it. This page has dropped it, so type it once more."
          {...boxProperties}
        />
      )}
      <div class="row">
        {children}
        <button ref={button} aria-label="Refresh access token" aria-disabled={busy.value}>
          Refresh
        </button>
      </div>
    </Form>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { SecretBox } from '../parts/secret-box.tsx';
import { useSecret } from '../parts/use-secret.ts';
import type { ResultProps } from './result.ts';
import { refreshResult } from './refresh-result.ts';

/** Where the client ID is all that a refresh needs. */
export function RefreshButton({ result, page }: ResultProps) {
  const button = useRef<HTMLButtonElement>(null);
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    clearAlert();
    try {
      await refreshResult(result, page);
    } catch (error) {
      showAlert(page, error, { place: 'access-token', ...(mayPass(error) ? { again } : {}) });
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
export function RefreshWithSecretForm({ result, page, children }: ResultProps & { children: ComponentChildren }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = useSignal(false);
  const { send, busy, box, boxProperties } = useSecret(
    async (secret) => {
      await refreshResult(result, page, secret);
      // Before the box goes with the focus in it; a new refresh token takes it from here.
      button.current?.focus();
      open.value = false;
    },
    (error) => showAlert(page, error, { place: 'access-token', ...(mayPass(error) ? { again } : {}) }),
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
    <SubmitForm send={press}>
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
    </SubmitForm>
  );
}

import { useSignal } from '../signal.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { SecretBox } from '../parts/secret-box.tsx';
import { useSecret } from '../parts/use-secret.ts';
import type { ResultProps } from './result.ts';
import { refreshResult } from './refresh-result.ts';

const text = appText.accessToken;

/** The button for a token that refreshes with the client ID only. */
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
  // The button *Try again* has the focus and disappears with the alert.
  const again = () => {
    button.current?.focus();
    void send();
  };
  return (
    <button ref={button} type="button" aria-disabled={busy.value} onClick={() => void send()}>
      {text.refresh}
    </button>
  );
}

/** The button for a token that needs the client secret, which the user enters again. `children`: the other buttons of the row. */
export function RefreshWithSecretForm({ result, page, children }: ResultProps & { children: ComponentChildren }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = useSignal(false);
  const { send, busy, box, boxProperties } = useSecret(
    async (secret) => {
      await refreshResult(result, page, secret);
      // The box has the focus and is about to disappear. If there is a new refresh token, it takes the focus next.
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
      {open.value && <SecretBox id="refresh-secret" hint={text.secretHint} {...boxProperties} />}
      <div class="row">
        {children}
        <button ref={button} aria-disabled={busy.value}>
          {text.refresh}
        </button>
      </div>
    </SubmitForm>
  );
}

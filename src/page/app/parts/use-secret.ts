import { useSignal } from '../signal.ts';
import { useRef } from 'preact/hooks';
import { readClientSecret } from '../../../text/values/credentials.ts';
import { appText } from '../../text/app-text.ts';
import { clearAlert } from './alert.tsx';
import { wrongSecretText } from '../callback/exchange.ts';

/**
 * State of a box for the client secret. Sends one request at a time and masks the secret when it is sent. If Spotify
 * rejects the secret, the box says so and gets the focus.
 * @param use sends the request; it throws if Spotify refuses
 * @param onFailure called for every other error
 */
export function useSecret(use: (secret: string) => Promise<void>, onFailure: (error: unknown) => void) {
  const box = useRef<HTMLInputElement>(null);
  const wrong = useSignal<string | undefined>(undefined);
  const sent = useSignal(0);
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    clearAlert();
    const secret = readClientSecret(box.current?.value ?? '');
    sent.value++;
    wrong.value = secret ? undefined : appText.field.noSecret;
    if (wrong.value) return box.current?.focus();
    busy.value = true;
    try {
      await use(secret);
    } catch (error) {
      wrong.value = wrongSecretText(error);
      if (wrong.value) box.current?.focus();
      else onFailure(error);
    } finally {
      busy.value = false;
    }
  };
  return { send, busy, box, boxProperties: { box, wrong: wrong.value, sent: sent.value } };
}

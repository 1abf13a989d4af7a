import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { readClientSecret } from '../../../text/values/client-secret.ts';
import { clearAlert } from './alert.tsx';
import { wrongSecretText } from '../callback/exchange.ts';

/**
 * A box for the client secret and what sends it: one request at a time, the secret masked again as soon as it is sent,
 * and said at the box what is wrong with it.
 * @param use what the secret is for; it throws where Spotify refuses
 * @param onFailure told of every refusal; `isWrong` where it is the secret that is not accepted
 */
export function useSecret(
  use: (secret: string) => Promise<void>,
  onFailure: (error: unknown, isWrong: boolean) => void,
) {
  const box = useRef<HTMLInputElement>(null);
  const wrong = useSignal<string | undefined>(undefined);
  const sent = useSignal(0);
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    clearAlert();
    const secret = readClientSecret(box.current?.value ?? '');
    sent.value++;
    wrong.value = secret ? undefined : 'Enter the client secret';
    if (wrong.value) return box.current?.focus();
    busy.value = true;
    try {
      await use(secret);
    } catch (error) {
      wrong.value = wrongSecretText(error);
      onFailure(error, wrong.value !== undefined);
    } finally {
      busy.value = false;
    }
  };
  return { send, busy, box, boxProperties: { box, wrong: wrong.value, sent: sent.value } };
}

import { rememberClientId, rememberedClientId } from '../../sign-in/remembered-client-id.ts';
import { appText } from '../../text/app-text.ts';
import { explainError } from '../../text/explain-error.ts';
import type { ResultProps } from '../result/result.ts';
import { useSignal } from '../signal.ts';

/**
 * The checkbox that keeps the client ID in this browser, for the next renewal. If the browser cannot save it, the box is
 * not ticked and a text says so. Practice has nothing to remember.
 */
export function Remember({ result: { clientId, mode }, page }: ResultProps) {
  const refusal = useSignal('');
  if (mode === 'practice') return null;
  const isRemembered = () => rememberedClientId() === clientId;
  const change = (box: HTMLInputElement) => {
    const isWanted = box.checked;
    rememberClientId(isWanted ? clientId : '');
    box.checked = isRemembered();
    refusal.value = isWanted && !box.checked ? explainError({ code: 'storage_blocked' }).title : '';
    if (refusal.value) page.announce(refusal.value);
  };
  return (
    <>
      <label class="tick">
        <input type="checkbox" defaultChecked={isRemembered()} onChange={(event) => change(event.currentTarget)} />
        {appText.expires.remember}
      </label>
      {refusal.value && <span class="hint">{refusal.value}</span>}
    </>
  );
}

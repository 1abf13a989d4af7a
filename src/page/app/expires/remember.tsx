import { rememberClientId, rememberedClientId } from '../../sign-in/remembered-client-id.ts';
import { appText } from '../../text/app-text.ts';
import type { Result } from '../result/result.ts';

/** The checkbox that keeps the client ID in this browser, for the next renewal. Practice has nothing to remember. */
export function Remember({ result: { clientId, mode } }: { result: Result }) {
  if (mode === 'practice') return null;
  return (
    <label class="tick">
      <input
        type="checkbox"
        defaultChecked={rememberedClientId() === clientId}
        onChange={({ currentTarget }) => rememberClientId(currentTarget.checked ? clientId : '')}
      />
      {appText.expires.remember}
    </label>
  );
}

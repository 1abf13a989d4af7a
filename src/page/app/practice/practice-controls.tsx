import { appText } from '../../text/app-text.ts';
import { msPerDay } from '../../../text/dates.ts';
import type { ResultProps } from '../result/result.ts';
import { startOver } from '../show-view.ts';
import { signal } from '../signal.ts';

const text = appText.practice.controls;

/** Days after consent: in the last month, and after the end. */
const renewDay = 150;
const lastDay = 181;

/** How often the clock or the emulator was changed, so that everything is drawn again. */
const changes = signal(0);

/** What one can try in practice: rotation, the last month, and the end. */
export function PracticeControls({ result, page }: ResultProps) {
  const room = page.practice();
  if (!room) return null;
  const { authorizedAt, refreshToken } = result.tokens.value;
  const change = (announcement: string, act: () => void) => () => {
    act();
    changes.value++;
    page.announce(announcement);
  };
  const moveTo = (days: number, announcement: string) => {
    const time = (authorizedAt ?? page.now()) + days * msPerDay;
    return { onClick: change(announcement, () => room.moveTo(time)), disabled: page.now() >= time };
  };
  return (
    <section class="practice" aria-labelledby="practice-controls">
      <h2 id="practice-controls">{text.heading}</h2>
      <p>{text.what}</p>
      <div class="row">
        {refreshToken !== undefined && (
          <>
            <button
              type="button"
              aria-pressed={room.rotates}
              onClick={change(room.rotates ? text.staysNow : text.rotatesNow, () => room.setRotates(!room.rotates))}
            >
              {text.rotate}
            </button>
            <button type="button" {...moveTo(renewDay, text.isRenewDay)}>
              {text.renewDay}
            </button>
            <button type="button" {...moveTo(lastDay, text.isLastDay)}>
              {text.lastDay}
            </button>
          </>
        )}
        <button
          type="button"
          class="link"
          onClick={() => {
            startOver(page);
            page.leavePractice();
          }}
        >
          {text.leave}
        </button>
      </div>
    </section>
  );
}

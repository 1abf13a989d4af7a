import { day } from '../../../text/durations.ts';
import { appText } from '../../text/app-text.ts';
import type { ResultProps } from '../result/result.ts';
import { startOver } from '../show-view.ts';
import { signal } from '../signal.ts';

const text = appText.practice.controls;

/** Days after consent: the first day of the last month, and the first day after the end. */
const renewDay = 150;
const dayAfterEnd = 181;

/** Counts the changes of the emulator. Setting the signal renders the page again. */
const changes = signal(0);

/** The controls of practice: rotation, the last month, and the end. */
export function PracticeControls({ result, page }: ResultProps) {
  const emulator = page.practice();
  if (!emulator) return null;
  const { authorizedAt = page.now(), refreshToken } = result.tokens.value;
  const change = (announcement: string, act: () => void) => {
    act();
    changes.value++;
    page.announce(announcement);
  };
  const moveTo = (days: number, announcement: string) => {
    const time = authorizedAt + days * day;
    const isPast = page.now() >= time;
    return {
      'aria-disabled': isPast,
      onClick: () => {
        if (!isPast) change(announcement, () => emulator.moveTo(time));
      },
    };
  };
  const leave = () => {
    startOver(page);
    page.leavePractice();
  };
  return (
    <section class="part tries" aria-labelledby="practice-controls">
      <h2 id="practice-controls">{text.heading}</h2>
      <p>{text.what}</p>
      <div class="row">
        {refreshToken !== undefined && (
          <>
            <label class="tick">
              <input
                type="checkbox"
                checked={emulator.rotates}
                onChange={({ currentTarget: { checked } }) =>
                  change(checked ? text.rotates : text.doesNotRotate, () => emulator.setRotates(checked))
                }
              />
              {text.rotate}
            </label>
            <button type="button" {...moveTo(renewDay, text.isRenewDay)}>
              {text.renewDay}
            </button>
            <button type="button" {...moveTo(dayAfterEnd, text.isOver)}>
              {text.afterEnd}
            </button>
          </>
        )}
        <button type="button" class="link" onClick={leave}>
          {text.leave}
        </button>
      </div>
    </section>
  );
}

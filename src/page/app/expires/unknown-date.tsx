import { useRef } from 'preact/hooks';
import { isoDay } from '../../../text/dates.ts';
import { earliestConsent, readConsentDate } from '../../../text/values/consent-date.ts';
import { appText } from '../../text/app-text.ts';
import { setConsentDate, type ResultProps } from '../result/result.ts';
import { useSignal } from '../signal.ts';

const text = appText.expires;

/** A token without a date: one line, and a field for the day of consent, from which the rest follows. */
export function UnknownDate({ result, page }: ResultProps) {
  const field = useRef<HTMLInputElement>(null);
  const wrong = useSignal('');
  /** A year passes through 0002 and 0202 while it is typed, so a wrong day is only named when the field is left. */
  const read = (isLeft: boolean) => {
    // A browser may also report that the field is left when it disappears.
    if (result.enteredDay.value) return;
    const { value = '', validity } = field.current ?? {};
    const date = readConsentDate(value, page.now(), 'local');
    if ('at' in date) return setConsentDate(result, date.at);
    const isEmpty = value === '' && !validity?.badInput;
    wrong.value = isLeft && !isEmpty ? (date.problem === 'unreadable' ? text.wrongDay : text.unbelievedDay) : '';
  };
  return (
    <section class="ends unknown" aria-labelledby="expires">
      <h2 id="expires">{text.heading}</h2>
      <p>{text.unknown}</p>
      <div class="field">
        <label for="approved-day">{text.day}</label>
        <input
          id="approved-day"
          ref={field}
          type="date"
          min={isoDay(earliestConsent)}
          max={isoDay(page.now())}
          autoComplete="off"
          aria-describedby="approved-day-hint"
          aria-invalid={wrong.value ? 'true' : undefined}
          onChange={() => read(false)}
          onBlur={() => read(true)}
        />
        <p class={wrong.value ? 'err' : 'hint'} id="approved-day-hint" role={wrong.value ? 'alert' : undefined}>
          {wrong.value ? appText.field.error(wrong.value) : text.dayHint}
        </p>
      </div>
    </section>
  );
}

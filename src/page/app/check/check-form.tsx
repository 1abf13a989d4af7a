import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { isoDay } from '../../../text/dates.ts';
import { Field } from '../parts/field.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { Note, RepeatSign, Staff } from '../parts/notation.tsx';
import { destinationHint, SecretBox } from '../parts/secret-box.tsx';
import { useCheck } from './use-check.ts';

const text = appText.check;

/** *I already have a token*: a refresh token, and the app that it belongs to. */
export function CheckForm({ page }: { page: PageContext }) {
  const { boxes, wrong, sent, hasToken, note, send, clear, onPaste, cleanClientId, judgeDay } = useCheck(page);
  const destination = destinationHint(page.mode());

  return (
    <SubmitForm send={send}>
      <div class="system duo">
        <section class="m">
          <Staff>
            <RepeatSign />
            <b>1</b>
            {hasToken ? <Note y={1.5} /> : <u />}
          </Staff>
          <div class="in">
            <h2>{text.paste}</h2>
            <Field
              id="your-refresh-token"
              label={text.token}
              hint={text.tokenHint(destination)}
              note={note}
              wrong={wrong.token}
            >
              {(connection) => (
                <textarea
                  {...connection}
                  ref={boxes.token}
                  class="tall"
                  rows={4}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellcheck={false}
                  onInput={(event) => {
                    clear('token');
                    onPaste(event.currentTarget.value);
                  }}
                />
              )}
            </Field>
          </div>
        </section>
        <section class="m">
          <Staff>
            <b>2</b>
            <u />
            <RepeatSign end />
          </Staff>
          <div class="in">
            <h2>{text.app}</h2>
            <Field id="check-client-id" label={text.clientId} wrong={wrong.clientId}>
              {(connection) => (
                <div class="with">
                  <input
                    {...connection}
                    ref={boxes.clientId}
                    autoComplete="off"
                    autoCapitalize="off"
                    spellcheck={false}
                    onInput={() => clear('clientId')}
                    onChange={cleanClientId}
                  />
                </div>
              )}
            </Field>
            <Field
              id="consent-day"
              label={
                <>
                  {text.day} <span class="opt">{text.optional}</span>
                </>
              }
              hint={text.dayHint}
              wrong={wrong.day}
            >
              {(connection) => (
                <input
                  {...connection}
                  ref={boxes.day}
                  type="date"
                  max={isoDay(page.now())}
                  onChange={judgeDay}
                  autoComplete="off"
                />
              )}
            </Field>
            <details ref={boxes.withSecret}>
              <summary>{text.needsSecret}</summary>
              <SecretBox
                id="check-secret"
                box={boxes.secret}
                hint={text.secretHint(destination)}
                wrong={wrong.secret}
                sent={sent}
              />
            </details>
            <button class="act go">{text.submit}</button>
          </div>
        </section>
      </div>
    </SubmitForm>
  );
}

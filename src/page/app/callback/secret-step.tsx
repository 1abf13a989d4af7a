import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { showAlert } from '../parts/alert.tsx';
import { Inline } from '../parts/inline.tsx';
import { LoneStaff } from '../parts/notation.tsx';
import { destinationHint, SecretBox } from '../parts/secret-box.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { useSecret } from '../parts/use-secret.ts';
import { showView } from '../show-view.ts';
import { exchangeForResult } from './exchange.ts';
import type { VerifiedCallback } from './verified-callback.ts';

const text = appText.secretStep;

/** The step after the return from Spotify, for the grant with a secret: the user enters the client secret. */
export function SecretStep({ verified, page }: { verified: VerifiedCallback; page: PageContext }) {
  const { pending } = verified;
  const { send, boxProperties } = useSecret(
    async (secret) => {
      page.announce(appText.asking);
      await exchangeForResult(page, verified, secret);
    },
    (error) => {
      const again = mayPass(error);
      // If sending the same again cannot help, go back to the form.
      if (!again) showView(page, { kind: 'form' });
      showAlert(page, error, again ? { again: () => void send() } : {});
    },
  );

  return (
    <SubmitForm send={send}>
      <div class="system one">
        <section class="m">
          <LoneStaff />
          <div class="in narrow">
            <h2>{text.enter}</h2>
            <p>
              <Inline
                text={pending.mode === 'practice' ? text.howPractice : text.how}
                values={{ secret: page.practice()?.clientSecret }}
              />
            </p>
            <SecretBox id="secret" hint={destinationHint(pending.mode)} {...boxProperties} />
            <button class="act go">{text.getToken}</button>
            <p class="hint">{text.hint}</p>
          </div>
        </section>
      </div>
    </SubmitForm>
  );
}

import type { ComponentChildren } from 'preact';

/** A form of which the page itself says what is missing, and which goes nowhere: `send` is called instead. */
export const SubmitForm = ({
  send,
  children,
  ...more
}: {
  send: () => Promise<void>;
  children: ComponentChildren;
  class?: string;
}) => (
  <form
    {...more}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      void send();
    }}
  >
    {children}
  </form>
);

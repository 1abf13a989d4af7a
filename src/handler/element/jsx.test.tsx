// The types are checked by `tsc`: each `@ts-expect-error` fails if there is no error.
import { expect, expectTypeOf, it } from 'vitest';
import './define-element.ts';

it('has types in JSX of Preact', () => {
  const element = (
    <refrain-listening src="/listening/recently-played.html" class="mine">
      Recently played
    </refrain-listening>
  );
  expect(element).toMatchObject({ type: 'refrain-listening', props: { src: '/listening/recently-played.html' } });
  // @ts-expect-error It cannot show anything without an address.
  void (<refrain-listening />);
  // @ts-expect-error There is no such attribute.
  void (<refrain-listening src="" list="recently-played" />);
});

it('has types in the DOM', () => {
  type Found = HTMLElementTagNameMap['refrain-listening'];
  expectTypeOf<Found['src']>().toEqualTypeOf<string>();
  expectTypeOf<Found['refresh']>().returns.toEqualTypeOf<Promise<void>>();
});

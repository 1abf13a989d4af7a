import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grants } from '../../grants/grant.ts';
import { defaultPreset } from '../../spotify/presets.ts';
import { scopes } from '../../spotify/scopes.ts';
import { ignoredIn } from './ignored.ts';
import { readLink, writeLink } from './link.ts';

const choices = { scopes: scopes.map(({ name }) => name), defaultScopes: defaultPreset.scopes };
const read = (query: string) => readLink(new URLSearchParams(query), choices);
const ignored = (query: string, lang?: string) => ignoredIn(new URLSearchParams(query), read(query), choices, lang);
const everything = choices.scopes;

describe('reading a link', () => {
  it('returns nothing for an address without parameters', () => {
    expect(read('')).toEqual({});
  });

  it('takes the first valid grant', () => {
    expect(read('grant=implicit&grant=temporary')).toEqual({ grant: 'temporary' });
    expect(ignored('grant=implicit&grant=temporary')).toEqual(['grant “implicit”']);
  });

  it('takes the first client ID and grant, and names the others once each', () => {
    const ids = 'client_id=&client_id=abc&client_id=def&client_id=abc&client_id=%20def';
    expect([read(ids), ignored(ids)]).toEqual([{ clientId: 'abc' }, ['client ID “def”']]);
    const named = 'grant=temporary&grant=temporary&grant=client_credentials';
    expect([read(named), ignored(named)]).toEqual([{ grant: 'temporary' }, ['grant “client_credentials”']]);
  });

  it('takes client ID, grant and scopes', () => {
    expect(read('client_id=abc&grant=temporary&scope=user-top-read&scope=streaming')).toEqual({
      clientId: 'abc',
      grant: 'temporary',
      scopes: ['user-top-read', 'streaming'],
    });
  });

  it('takes a wish to renew, with or without a value', () => {
    expect([read('renew'), read('renew=1'), ignored('renew')]).toEqual([{ isRenewal: true }, { isRenewal: true }, []]);
  });

  it.each([
    ['repeated', 'scope=streaming&scope=user-top-read', ['user-top-read', 'streaming']],
    ['several in one', 'scope=streaming%20user-top-read', ['user-top-read', 'streaming']],
    ['with plus signs', 'scope=streaming+user-top-read', ['user-top-read', 'streaming']],
    ['the same twice', 'scope=streaming&scope=streaming', ['streaming']],
    ['all', 'scope=all', everything],
    ['all among others', 'scope=streaming&scope=all', everything],
    ['an empty one', 'scope=', []],
    ['an empty one before others, as the form sends it', 'scope=&scope=streaming', ['streaming']],
  ])('reads scopes: %s', (_, query, wanted) => {
    expect(read(query)).toEqual({ scopes: wanted });
    expect(ignored(query)).toEqual([]);
  });

  it('names a language that the page does not have, and each after the first', () => {
    expect(ignored('lang=')).toEqual([]);
    expect(ignored('lang=de&lang=es', 'de')).toEqual(['language “es”']);
    expect(ignored('lang=tlh')).toEqual(['language “tlh”']);
    for (const tag of ['de-AT', 'de_CH', 'DE']) expect(ignored(`lang=${tag}`, 'de'), tag).toEqual([]);
    expect(ignored('lang=den', 'de')).toEqual(['language “den”']);
  });

  it('ignores unknown names, and lists each once', () => {
    const query = 'scope=foo&scope=foo&scope=streaming&grant=implicit&show=1&show=2';
    expect(read(query)).toEqual({ scopes: ['streaming'] });
    expect(ignored(query)).toEqual(['parameter “show”', 'grant “implicit”', 'scope “foo”']);
  });

  it('does not read unknown scopes as no scopes', () => {
    expect(read('scope=user-read-birthdate').scopes).toBeUndefined();
  });

  it('removes blanks and invisible characters from a client ID', () => {
    expect(read('client_id=%203f9c%20').clientId).toBe('3f9c');
    expect(read('client_id=%20').clientId).toBeUndefined();
  });

  it('shortens an unknown name, and removes characters that change the direction of text', () => {
    const [words = ''] = ignored(`${'x'.repeat(9999)}=1`);
    expect(words.length).toBeLessThan(60);
    expect(ignored('a%E2%80%AEb%0Ac=1')).toEqual(['parameter “a b c”']);
  });
});

describe('writing a link', () => {
  const id = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
  const defaults = { clientId: '', grant: 'authorization_code_pkce', scopes: choices.defaultScopes } as const;

  it.each([
    ['nothing for default values', {}, ''],
    ['a client ID', { clientId: id }, `?client_id=${id}`],
    ['nothing for what is not a client ID', { clientId: `SPOTIFY_CLIENT_SECRET=${id}` }, ''],
    ['nothing for an unusual client ID', { clientId: 'abc' }, ''],
    ['a grant', { grant: 'temporary' as const }, '?grant=temporary'],
    ['scopes, one by one', { scopes: ['user-top-read', 'streaming'] }, '?scope=user-top-read&scope=streaming'],
    ['all scopes as one word', { scopes: everything }, '?scope=all'],
    ['no scopes as an empty value', { scopes: [] }, '?scope='],
    ['a wish to renew, without a value', { grant: 'temporary' as const, isRenewal: true }, '?grant=temporary&renew'],
    ['the default scopes, in another order', { scopes: choices.defaultScopes.toReversed() }, ''],
  ])('writes %s', (_, values, wanted) => {
    expect(writeLink({ ...defaults, ...values }, choices)).toBe(wanted);
  });

  it('keeps the language that the address asks for', () => {
    const values = { clientId: '', grant: grants[0], scopes: choices.defaultScopes, lang: 'de' } as const;
    expect(writeLink(values, choices)).toBe('?lang=de');
  });

  it('is read as what was written', () => {
    const forms = fc.record({
      clientId: fc.constantFrom('', id),
      grant: fc.constantFrom(...grants),
      scopes: fc.subarray(everything),
    });
    fc.assert(
      fc.property(forms, (values) => {
        const link = readLink(new URLSearchParams(writeLink(values, choices)), choices);
        expect({ ...defaults, ...link }).toEqual(values);
      }),
    );
  });
});

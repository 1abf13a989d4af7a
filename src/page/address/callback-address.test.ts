import { describe, expect, it } from 'vitest';
import { parseAddress } from './callback-address.ts';

const parse = (search: string, hash = '') => {
  const address = parseAddress(search, hash);
  return { ...address, parameters: String(address.parameters) };
};

describe('the address of the page', () => {
  it.each([
    ['?code=a&state=b', ''],
    ['?error=access_denied&state=b', ''],
    ['?state=b', ''],
    ['?code=a&code=b', ''],
    ['', '#error=unsupported_response_type&state=b'],
    ['?code=', ''],
    ['?c%6Fde=a&state=b', ''],
    ['?code=a&state=b&refresh_token=c', ''],
  ])('is a callback: %s%s', (search, hash) => {
    expect(parseAddress(search, hash).kind).toBe('callback');
  });

  it('has all parameters of a callback, also repeated ones', () => {
    expect(parse('?code=a&code=b&state=c&iss=d')).toMatchObject({ parameters: 'code=a&code=b&state=c&iss=d' });
  });

  it.each(['', '?client_id=a', '?scope=all&grant=temporary', '?states=CA', '?codes=1'])('is a link: %s', (search) => {
    expect(parse(search)).toEqual({ kind: 'link', parameters: search.slice(1), secret: undefined });
  });

  it.each([
    ['?client_secret=x', 'other'],
    ['?refresh_token=x', 'token'],
    ['?access_token=x', 'token'],
    ['?token=x', 'token'],
    ['?secret=x', 'other'],
    ['?SPOTIFY_REFRESH_TOKEN=x', 'token'],
    ['?refreshToken=x', 'token'],
    ['?clientSecret=x', 'other'],
    ['?code_verifier=x', 'other'],
    ['?client_secret=&client_secret=x', 'other'],
    ['?client_secret=x&refresh_token=y', 'other'],
    ['?refresh_token=x&client_secret=y', 'other'],
    ['?client%5Fsecret=x', 'other'],
    ['?access_token=x&token_type=Bearer&expires_in=3600&state=y', 'token'],
  ])('loses a secret: %s', (search, secret) => {
    expect(parse(`${search}&client_id=a`)).toEqual({ kind: 'link', parameters: 'client_id=a', secret });
  });

  it('loses a token in the fragment, as the implicit grant sends it', () => {
    expect(parse('?client_id=a', '#access_token=x&token_type=Bearer&state=y')).toEqual({
      kind: 'link',
      parameters: 'client_id=a',
      secret: 'token',
    });
  });

  it('drops an empty secret without a report', () => {
    expect(parse('?client_secret=&client_id=a')).toEqual({
      kind: 'link',
      parameters: 'client_id=a',
      secret: undefined,
    });
  });

  it('ignores a plain fragment', () => {
    expect(parse('?client_id=a', '#scopes')).toMatchObject({ kind: 'link', secret: undefined });
  });
});

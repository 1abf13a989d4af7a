import { describe, expect, it } from 'vitest';
import { parseAddress } from './callback-address.ts';

const judged = (search: string, hash = '') => {
  const arrival = parseAddress(search, hash);
  return { ...arrival, parameters: String(arrival.parameters) };
};

describe('an arrival', () => {
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

  it('keeps all of a callback for whoever checks it, doubled parameters too', () => {
    expect(judged('?code=a&code=b&state=c&iss=d')).toMatchObject({ parameters: 'code=a&code=b&state=c&iss=d' });
  });

  it.each(['', '?client_id=a', '?scope=all&grant=temporary', '?states=CA', '?codes=1'])('is a link: %s', (search) => {
    expect(judged(search)).toEqual({ kind: 'link', parameters: search.slice(1), secret: false });
  });

  it.each([
    '?client_secret=x',
    '?refresh_token=x',
    '?access_token=x',
    '?token=x',
    '?secret=x',
    '?SPOTIFY_REFRESH_TOKEN=x',
    '?clientSecret=x',
    '?code_verifier=x',
    '?client_secret=&client_secret=x',
    '?client%5Fsecret=x',
    '?access_token=x&token_type=Bearer&expires_in=3600&state=y',
  ])('carries a secret, and is rid of it: %s', (search) => {
    expect(judged(`${search}&client_id=a`)).toEqual({ kind: 'link', parameters: 'client_id=a', secret: true });
  });

  it('finds a token in the fragment too, as the implicit grant left it there', () => {
    expect(judged('?client_id=a', '#access_token=x&token_type=Bearer&state=y')).toEqual({
      kind: 'link',
      parameters: 'client_id=a',
      secret: true,
    });
  });

  it('takes an empty secret for none, and does not name it', () => {
    expect(judged('?client_secret=&client_id=a')).toEqual({ kind: 'link', parameters: 'client_id=a', secret: false });
  });

  it('leaves a plain fragment alone', () => {
    expect(judged('?client_id=a', '#scopes')).toMatchObject({ kind: 'link', secret: false });
  });
});

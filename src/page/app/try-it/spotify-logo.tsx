import { logoPath } from '../../../listening/views/logo-path.ts';

/** Spotify's full logo: black on a light background, white on a dark one, with half an icon of free space around it. */
export function SpotifyLogo() {
  return (
    <svg class="logo" viewBox="0 0 1280 400" role="img" aria-label="Spotify">
      <path fill="currentColor" d={logoPath} />
    </svg>
  );
}

import { everyLoopbackAddress } from '../oauth/redirect-uri-match.ts';
import type { AppRegistration } from './apps.ts';

/**
 * The app that every emulator has from the start, so that practice needs no registration.
 * The identifiers look like Spotify's (32 hex digits) and work only with the emulator.
 */
export const practiceApp = {
  name: 'Practice',
  clientId: '0ac71ce0decade5eed0facade0c0ffee',
  clientSecret: '5ec2e7fade5ec2e7decade5ec2e7c0de',
  redirectUris: everyLoopbackAddress,
} as const satisfies AppRegistration;

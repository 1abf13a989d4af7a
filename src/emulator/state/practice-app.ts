import { everyLoopbackAddress } from '../oauth/redirect-uri-match.ts';
import type { AppRegistration } from './apps.ts';

/**
 * The origin of an emulator that runs in memory only. No name below `.invalid` can be looked up, so a request that gets
 * past the emulator reaches no server (RFC 6761 section 6.4).
 */
export const practiceOrigin = 'https://practice.invalid';

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

import { expect, it } from 'vitest';
import { describe } from '../../../keeper/record/describe.ts';
import { createCommandText } from '../../context/command-text.ts';
import { keptWords } from './saved-text.ts';

const sight = { now: 0, alive: true, claimSeenAt: 0, pauseSeenAt: 0, refusalSeenAt: 0 };
const refrain = createCommandText({ profile: 'default', childEnvironment: {} });
const kept = {
  now: 0,
  refrain,
  state: describe(undefined, sight, false),
  profile: 'default',
  account: undefined,
  trouble: undefined,
};

it('says on Windows what takes the place of file modes, and nothing of it elsewhere', () => {
  expect(keptWords({ ...kept, platform: 'win32' }, false)).toContain('takes the place of 0600');
  expect(keptWords({ ...kept, platform: 'linux' }, false)).not.toContain('Windows');
});

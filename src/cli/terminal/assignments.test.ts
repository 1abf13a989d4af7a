import { expect, it } from 'vitest';
import { chooseAssignment, formatAssignments } from './assignments.ts';

it.each([
  ['linux', {}, 'posix'],
  ['darwin', { SHELL: '/bin/zsh' }, 'posix'],
  ['win32', {}, 'powershell'],
  // Git Bash.
  ['win32', { SHELL: '/usr/bin/bash' }, 'posix'],
] as const)('chooses what the shell of %s with %j reads: %s', (platform, childEnvironment, assignment) => {
  expect(chooseAssignment({ platform, childEnvironment })).toBe(assignment);
});

it.each([
  ['dotenv', 'A=http://127.0.0.1:8889\nB=1\n'],
  ['posix', 'export A=http://127.0.0.1:8889\nexport B=1\n'],
  ['powershell', "$env:A = 'http://127.0.0.1:8889'\n$env:B = '1'\n"],
] as const)('writes lines that can be pasted: %s', (assignment, lines) => {
  expect(formatAssignments({ A: 'http://127.0.0.1:8889', B: '1' }, assignment)).toBe(lines);
});

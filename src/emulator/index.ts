export { accessTokenLifetime, codeLifetime } from './state/ledger.ts';
export { consentLifetime } from './state/consents.ts';
export { ControlError } from './controls/control-error.ts';
export type { Controls } from './controls/controls.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
export { faultNames, type FaultName } from './controls/faults.ts';
export { listeners } from './listeners/listeners.ts';
export { practiceApp } from './state/practice-app.ts';

export { accessTokenLifetime, codeLifetime } from './ledger.ts';
export { consentLifetime } from './consents.ts';
export { ControlError } from './control-error.ts';
export type { Controls } from './controls.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
export { faultNames, type FaultName } from './faults.ts';
export { listeners } from './listeners/listeners.ts';
export { practiceApp } from './practice-app.ts';

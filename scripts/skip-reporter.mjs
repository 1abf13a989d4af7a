// @ts-check
/** A vitest reporter that saves each skipped test with its reason, which the JSON report leaves out. */
import { writeFileSync } from 'node:fs';

// oxlint-disable-next-line import/no-default-export -- vitest takes a reporter as a file's default export
export default class SkipReporter {
  /** @param {{ file?: string }} [options] */
  constructor(options = {}) {
    this.file = options.file ?? process.env['REFRAIN_SKIPS'];
  }

  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const skips = [];
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const why = (result.state === 'skipped' && result.note) || 'no reason given';
        skips.push({ name: `${module.relativeModuleId}: ${test.fullName}`, why });
      }
    }
    if (this.file) writeFileSync(this.file, JSON.stringify(skips));
  }
}

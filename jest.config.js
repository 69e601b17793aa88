/** ES modules under jest need NODE_OPTIONS=--experimental-vm-modules, which the npm scripts set. */
export default {
  testEnvironment: '<rootDir>/test/harness/environment.ts',
  globalSetup: '<rootDir>/test/harness/global-setup.ts',
  globalTeardown: '<rootDir>/test/harness/global-teardown.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.rostrum'],
  // It costs time only where something is broken; a busy machine must not break anything.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/test/harness/sequencer.mjs',
  // Two more than the cores of a small machine: tests of real processes wait for most of their time, and with three files at a
  // time a third of the processors stood idle.
  maxWorkers: 4,
  // What a file has loaded is never let go of; a worker that looks after gigabytes of it takes a tenth of the processor more.
  workerIdleMemoryLimit: '700MB',
  // A worker that has nothing left to do ends by itself, on a busy machine not within the usual half second.
  workerGracefulExitTimeout: 60_000,
};

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
  maxWorkers: 2,
  // A worker that has nothing left to do ends by itself, on a busy machine not within the usual half second.
  workerGracefulExitTimeout: 60_000,
};

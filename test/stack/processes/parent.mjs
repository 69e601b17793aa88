/** Starts a stack from the built files in the folder argv[2] on the data folder argv[3], says what runs, and waits. */
const { startStack } = await import(`${process.argv[2]}/stack.js`);
const script = new URL('./steady.mjs', import.meta.url).pathname;
const stack = await startStack({
  dataDir: process.argv[3],
  databaseUrl: process.argv[4] || undefined,
  processes: [{ name: 'engine', script }],
  log: () => undefined,
});
const { untilInterrupted } = await import(`${process.argv[2]}/interrupt.js`);
const interrupted = untilInterrupted();
process.send({ ready: true, engine: stack.children.get('engine').pid() });
await interrupted;
await stack.stop();
process.disconnect();

/** A process that does not stop when it is asked to. */
process.on('SIGTERM', () => undefined);
process.send({ ready: true });
setInterval(() => undefined, 60_000);

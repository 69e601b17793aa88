/** A process that is ready at once, says what it was told, and works until it is stopped. */
process.stdout.write(
  `told ${process.env.DATABASE_URL} ${process.env.TEMPORAL_ADDRESS} ${process.env.GREETING ?? ''}\n`,
);
process.send({ ready: true, port: Number(process.argv[2] ?? 0) });
process.on('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 60_000);

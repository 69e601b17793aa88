/** A process that says what it waits for, and waits for ever. */
console.error(JSON.stringify({ level: 30, msg: 'Waiting up to 120 s. The database lacks everything.' }));
setInterval(() => undefined, 60_000);

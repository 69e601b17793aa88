/** A process that cannot start. */
console.error('the settings are missing');
process.exit(3);

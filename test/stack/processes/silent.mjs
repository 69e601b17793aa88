/** A process that lives and never becomes ready. */
setInterval(() => undefined, 60_000);

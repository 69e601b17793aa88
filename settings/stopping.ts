import process from 'node:process';

/** Aborted at the first SIGTERM or SIGINT, or when the parent that watches over this process is gone. */
export function stopRequested(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.send) process.on('disconnect', stop);
  return stopping.signal;
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives memory back to the machine that was needed for a while and will not be again. Node does that by itself only when more
 * is needed, so a process that has practised would stay 40 MiB larger than one that has not (measured).
 */
export function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
}

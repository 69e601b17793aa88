import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';

/**
 * A shell that outlives this process by a moment. It reads which processes to mind from a pipe; when the pipe closes,
 * which happens however this process ends, SIGKILL included, it ends those that are still on its list: first with the
 * signal each of them takes as "stop in order", after ten seconds for good.
 */
const MINDER = `
minded=""
while read -r verb pid signal; do
  if [ "$verb" = add ]; then minded="$minded $pid/$signal"
  else
    rest=""
    for entry in $minded; do [ "\${entry%%/*}" = "$pid" ] || rest="$rest $entry"; done
    minded="$rest"
  fi
done
for entry in $minded; do kill -s "\${entry#*/}" "\${entry%%/*}" 2>/dev/null; done
for round in 1 2 3 4 5 6 7 8 9 10; do
  alive=""
  for entry in $minded; do kill -0 "\${entry%%/*}" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && exit 0
  sleep 1
done
for entry in $minded; do kill -s KILL "\${entry%%/*}" 2>/dev/null; done
`;

let minder: ChildProcess | undefined;
const minded = new Set<number>();

function runningMinder(): ChildProcess {
  if (minder) return minder;
  const child = spawn('sh', ['-c', MINDER], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  minder = child;
  return child;
}

/**
 * Makes sure that a process does not outlive this one.
 * @param signal what the process understands as "stop in order"
 * @returns call it when the process has ended, so that its number is free to be used again
 */
export function endWithThisProcess(pid: number, signal: 'INT' | 'TERM'): () => void {
  if (process.platform === 'win32') return () => undefined;
  runningMinder().stdin?.write(`add ${pid} ${signal}\n`);
  minded.add(pid);
  return () => {
    if (!minded.delete(pid)) return;
    minder?.stdin?.write(`drop ${pid} -\n`);
    if (minded.size === 0) {
      minder?.stdin?.end();
      minder = undefined;
    }
  };
}

// Loaded into a server process before its own code (node --import), and so into its threads: profiles between two SIGUSR2 and
// writes a profile for the main thread and one for each other.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import process from 'node:process';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

const wanted = process.env.BENCH_PROFILE;
const file = isMainThread ? wanted : wanted?.replace(/(\.cpuprofile)?$/, `-thread-${threadId}.cpuprofile`);
const session = new Session();
session.connect();
let running = false;

function toggle() {
  running = !running;
  if (running) begin();
  else end();
}

function begin() {
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
}

function end() {
  session.post('Profiler.stop', (error, result) => {
    if (!error) writeFileSync(file, JSON.stringify(result.profile));
  });
}

if (file) {
  // Signals come to the main thread alone.
  const channel = new BroadcastChannel('rostrum-bench-profile');
  channel.unref();
  if (isMainThread) {
    process.on('SIGUSR2', () => {
      channel.postMessage('toggle');
      toggle();
    });
  } else {
    channel.onmessage = toggle;
  }
}

// Loaded into a server process before its own code (node --import): profiles between two SIGUSR2 and writes the profile.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import process from 'node:process';

const file = process.env.BENCH_PROFILE;
const session = new Session();
session.connect();
let running = false;

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
  process.on('SIGUSR2', () => {
    running = !running;
    if (running) begin();
    else end();
  });
}

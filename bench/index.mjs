// npm run bench -- COMMAND [options]
import process from 'node:process';
import { abuse } from './abuse.mjs';
import { app } from './app.mjs';
import { cycle } from './cycle.mjs';
import { loop } from './loop.mjs';
import { peers } from './peers.mjs';
import { round } from './round.mjs';
import { science } from './science.mjs';

const HELP = `npm run bench -- COMMAND [options]

  round   one review round on a fresh, durable stack: open, answer, move the due date, rank; checks its own result
          --applications N  default 1000, three reviews each
          --reviewers N     default 60
          --concurrency N   submitters at a time, default 64
          --json            one line of JSON on standard output instead of a table
          --profile DIR     write processor profiles of API and engine there; bench/selftime.mjs reads them

  peers   the same job for Rostrum and for DBOS, Restate and plain PostgreSQL in one sitting, with ratios; needs the
          harness of the peers beside the repository
          --applications N --reviewers N --concurrency N
          --repeat N        the systems take turns and medians are shown, default 1
          --with LIST       only these, as in plain,restate (Rostrum always takes part)
          --folder DIR      where the harness is, default ../shared/peers

  science matching and calibrated ranking on large seeded panels: time and memory
          --json            one line of JSON on standard output

  cycle   a training-plan cycle of a large company up to its started offerings: rounds, needs, plan, approval
          --employees N     default 10000, in departments of twenty; 200 takes less than a minute
          --needs N         imported as a list, default half as many as employees
          --concurrency N   people who answer at a time, default 64
          --json            one line of JSON on standard output instead of a table
          --profile DIR     write processor profiles of API, engine and work there; bench/selftime.mjs reads them

  loop    how long the API's event loop stands still while a company is imported, and a round of 20,000 tasks opens and moves
          --employees N     default 10000
          --json            one line of JSON on standard output instead of a table

  abuse   what others wait for while one person floods the API, 200 connections send slowly, or twenty requests are heavy
          --seconds N       how long each lasts, default 10
          --json            one line of JSON on standard output instead of a table

  app     how soon a desk with many tasks is of use in a browser whose processor is a quarter as fast; needs Chromium
          --tasks N         default 500, in rounds of five
          --repeat N        medians of so many browsers, default 5
          --json            one line of JSON on standard output instead of a table

docs/performance.md says what each figure means.
`;

const COMMANDS = { round, cycle, loop, peers, science, abuse, app };

async function main([name, ...argv]) {
  if (name === undefined || name === 'help' || [name, ...argv].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(HELP);
    return;
  }
  const command = COMMANDS[name];
  if (!command) throw new Error(`There is no benchmark "${name}"; npm run bench -- --help lists them.`);
  await command(argv);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);

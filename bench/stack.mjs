// A fresh, durable Rostrum in a temporary folder: what a round needs of it, each part a process of its own.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { built, builtFile } from './built.mjs';
import { postAs } from './client.mjs';
import { companyOf, MOST_PEOPLE, OPERATOR } from './company.mjs';

/** Settings of an installation of the person's own would turn the benchmark on it. */
const OURS_TO_SET = ['DATABASE_URL', 'DATABASE_URL_FILE', 'TEMPORAL_ADDRESS', 'ROSTRUM_MASTER_KEY_FILE'];

async function migrateDatabase(url, masterKey) {
  const modules = ['db/connection.js', 'db/migrate.js', 'cli/operator.js'].map((file) => built(file));
  const [{ connect }, { migrate }, { withOperator }] = await Promise.all(modules);
  const pool = connect(url, 1);
  try {
    await migrate(pool);
    await withOperator({ url, masterKey, ifNone: OPERATOR }, OPERATOR);
  } finally {
    await pool.end();
  }
}

/**
 * What one process alone is given: BENCH_ENGINE_OPTIONS and BENCH_API_OPTIONS are its NODE_OPTIONS, for trying settings
 * out; `profileDir` makes it profile itself between two SIGUSR2.
 */
function extraFor(name, profileDir) {
  const options = [process.env[`BENCH_${name.toUpperCase()}_OPTIONS`]];
  if (!profileDir) return options[0] ? { NODE_OPTIONS: options[0] } : {};
  options.push(`--import=${path.join(import.meta.dirname, 'profiled.mjs')}`);
  const file = path.join(path.resolve(profileDir), `${name}.cpuprofile`);
  return { NODE_OPTIONS: options.filter(Boolean).join(' '), BENCH_PROFILE: file };
}

/** One connection to look at the tables with; `one` returns the first column of the first row. */
async function observer(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = async (text, values) => (await client.query({ text, values })).rows;
  const one = async (text, values) => Object.values((await rows(text, values))[0])[0];
  return { rows, one, end: () => client.end() };
}

/**
 * Starts PostgreSQL and Temporal (both durable, Temporal with its file), the engine and the API, and imports a company
 * through the API: `company`, by default `people` reviewers. `work`: the worker for slow work as well, which has nothing
 * to do in a single round. The worker for messages is left out.
 */
export async function startBenchStack({
  people = MOST_PEOPLE,
  company = companyOf(people),
  work = false,
  log = () => undefined,
  profileDir,
  apiEnv: more = {},
} = {}) {
  for (const name of OURS_TO_SET) delete process.env[name];
  const { startStack } = await built('stack/stack.js');
  const { LOGINS: logins } = await built('cli/processes.js');
  const { PROCESSES: as } = await built('db/rights.js');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-bench-'));
  const apiEnv = { ROSTRUM_API_PORT: '0', ROSTRUM_DEV_TOKENS: 'yes' };
  const remove = () => rm(dataDir, { recursive: true, force: true });
  let stack;
  try {
    stack = await startStack({
      dataDir,
      logins,
      migrate: migrateDatabase,
      processes: [
        {
          name: 'engine',
          script: builtFile('workers/engine.js'),
          login: as.engine,
          env: extraFor('engine', profileDir),
        },
        {
          name: 'api',
          script: builtFile('api/server.js'),
          login: as.api,
          env: { ...apiEnv, ...more, ...extraFor('api', profileDir) },
        },
        ...(work
          ? [
              {
                name: 'work',
                script: builtFile('workers/work.js'),
                login: as.work,
                env: extraFor('work', profileDir),
              },
            ]
          : []),
      ],
      log,
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const watch = await observer(stack.databaseUrl);
  const origin = `http://127.0.0.1:${stack.children.get('api').port()}`;
  const stop = async () => {
    await watch.end();
    await stack.stop();
    await remove();
  };
  try {
    await postAs(OPERATOR, `${origin}/api/organisation/importOrganisation`, company);
    return { ...stack, dataDir, origin, watch, pids: await pidsOf(dataDir, stack), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server processes by name; the stack's records name those that it started itself. */
async function pidsOf(dataDir, { children }) {
  const { running } = JSON.parse(await readFile(path.join(dataDir, 'stack.json'), 'utf8'));
  return {
    ...Object.fromEntries([...children].map(([name, child]) => [name, child.pid()])),
    temporal: running.temporal.pid,
    postgres: running.postgres.pid,
  };
}

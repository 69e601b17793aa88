import { FUNCTIONS, PROCESSES, type ProcessName } from '../../db/rights.ts';
import type { Verb } from '../../db/rights-held.ts';
import type { Found } from './rights-walk.ts';

/** What was found, by process and table. */
export type Walked = Readonly<Record<ProcessName, ReadonlyMap<string, Found>>>;

/** The page about who may do what with which table, as docs/database-rights.md holds it. */
export function pageOf(walked: Walked): string {
  const processes = Object.keys(PROCESSES) as ProcessName[];
  const tables = [...walked.api.keys()].sort();
  const rows = tables.map((table) => [
    `\`${table}\``,
    ...processes.map((process) => cellOf(walked[process].get(table)!)),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['table', ...processes];
  return `# Who may do what in the database

This page is made by \`test/db/rights.test.ts\`, in which everybody tries everything with every table of a real PostgreSQL that
\`rostrum provision\` and \`rostrum migrate\` have prepared. It fails when what they may is not what the table in
[\`db/rights.ts\`](../db/rights.ts) says, and when this page is not what was found; \`ROSTRUM_WRITE=yes npm run -s jest -- test/db/rights\`
writes it anew.

Each process comes to the database as a role of its own. None of them is a superuser, owns anything, or may make roles, databases or
tables.

| role | who | may |
| --- | --- | --- |
| \`rostrum_owner\` | whoever migrates, and people at the command line: \`rostrum migrate\`, \`ledger\`, \`operator\`, \`recover\`, \`doctor\` | everything in Rostrum's own database; nobody else may change or delete an event, truncate a table, or change the schema |
${processes.map((process) => line([`\`${PROCESSES[process]}\``, WHO[process], 'what the table below says'])).join('\n')}
| \`rostrum_temporal\` | the Temporal server | everything in its own two databases; it cannot even connect to Rostrum's. \`rostrum up\` runs Temporal on a file of its own, without PostgreSQL |
| everybody else | | nothing; they are not let in |

${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}

–: nothing at all. Columns stand in brackets where only they may be read or changed. *maintain*: to write the file of a table anew, so that nothing of
what was erased is left in it. The owner and the engine see besides since when the transactions of others run (\`pg_read_all_stats\`): before the
last of those has ended that may still see what was erased, it is not gone.

What PostgreSQL lets everybody do who is connected is closed as well (\`stack/public-rights.ts\`): large objects, advisory locks, writing into its log of
writes, blocks of code, and the databases \`postgres\` and \`template1\`. Of these functions get:

${Object.entries(FUNCTIONS)
  .map(([role, names]) => `- \`${role}\`: ${names.map((name) => `\`${name}\``).join(', ')}`)
  .join('\n')}
`;
}

const WHO: Readonly<Record<ProcessName, string>> = {
  api: 'the API, which takes turns for people',
  engine:
    'the engine, which takes turns for time, anchors the ledger, lets go of what is too old, and erases people whose time is over',
  work: 'the work process, which takes turns for what came out of slow work, and stores documents',
  notices: 'the notices process, which delivers messages and takes no turns',
};

function cellOf(found: Found): string {
  const said = [...found].map(([verb, extent]: [Verb, 'all' | readonly string[]]) =>
    extent === 'all' ? verb : `${verb} (${extent.join(', ')})`,
  );
  return said.join(', ') || '–';
}

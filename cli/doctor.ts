import type { Client } from '@temporalio/client';
import type { Command } from 'commander';
import { databaseFindings } from './checks/database.ts';
import { type Finding, fail, ok } from './checks/finding.ts';
import { machineFindings, nodeFinding } from './checks/machine.ts';
import { queueFindings, workflowFinding } from './checks/temporal.ts';
import { type DirectOptions, directOf, placeOf, withDatabase, withDirectOptions, withTemporal } from './direct.ts';
import { dataFolder } from './installation.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

/** `rostrum doctor` */
export function registerDoctor(program: Command, io: Io): void {
  const command = program
    .command('doctor')
    .description('look at machine, database, Temporal and all that waits; say how to mend what is wrong')
    .option('--json', 'print JSON');
  withDirectOptions(command).action(async (options: DirectOptions & { json?: boolean }) => {
    const findings = await examine(io, options);
    if (options.json) printJson(io, findings);
    else for (const finding of findings) print(io, lineOf(finding));
    if (findings.some((f) => f.state === 'fail')) throw new Failure(EXIT.failure);
  });
}

async function examine(io: Io, options: DirectOptions): Promise<Finding[]> {
  const findings = [nodeFinding()];
  const apiPort = Number(io.env.ROSTRUM_API_PORT ?? 8080);
  findings.push(...(await machineFindings(dataFolder(io, options.dataDir), apiPort)));
  let direct: ReturnType<typeof directOf>;
  try {
    direct = directOf(io, options);
  } catch (error) {
    return [...findings, ...unreachable('Installation', error)];
  }
  const database = async () =>
    withDatabase(direct, async (pool) => [
      ok('Database', `answers at ${placeOf(direct.databaseUrl)}`),
      ...(await databaseFindings(pool, direct.masterKey)),
    ]);
  // A database that is away has its own line.
  const workflows = async (client: Client) =>
    withDatabase(direct, async (pool) => [await workflowFinding(pool, client)]).catch(() => []);
  const temporal = async () =>
    withTemporal(direct, async (client) => [
      ok('Temporal', `answers at ${direct.temporalAddress}`),
      ...(await queueFindings(client)),
      ...(await workflows(client)),
    ]);
  findings.push(...(await database().catch((error) => unreachable('Database', error))));
  findings.push(...(await temporal().catch((error) => unreachable('Temporal', error))));
  return findings;
}

/** A failure's sentence says what, and after the colon how to mend it. */
function unreachable(check: string, error: unknown): Finding[] {
  if (!(error instanceof Failure)) throw error;
  const [found, ...mend] = error.message.replace(/\.$/, '').split(': ');
  return [fail(check, found!, mend.join(': '))];
}

function lineOf({ check, state, found, mend }: Finding): string {
  return `${state.padEnd(4)}  ${check}: ${found}${mend ? `\n      to mend it, ${mend}` : ''}`;
}

import { randomUUID } from 'node:crypto';
import { Argument, type Command } from 'commander';
import { ROLES } from '../contracts/organisation.ts';
import type { RoleList } from '../contracts/views/roles.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { table } from './table.ts';

interface GrantOptions extends ApiOptions {
  readonly scope?: string;
  readonly until?: string;
}

const ROLE = new Argument('<role>', 'which role').choices(ROLES);

/** `rostrum role list`, `rostrum role grant E001 operations`, `rostrum role take E001 operations` */
export function registerRole(program: Command, io: Io): void {
  const role = program.command('role').description('who may do and see more than their own: roles of people');
  withApiOptions(role.command('list').description('who has which role today')).action(async (options: ApiOptions) => {
    const list = await new Api(io, options).get<RoleList>('/api/organisation/roles');
    if (options.json) return printJson(io, list);
    const lines = list.roles.map((r) => [r.role, r.person, r.name ?? '', r.scope ?? 'everything', r.until ?? '']);
    print(io, lines.length ? table(['ROLE', 'PERSON', 'NAME', 'OVER', 'UNTIL'], lines) : 'Nobody has a role.');
  });
  const grant = role
    .command('grant')
    .description('grant a role, or give one that is held another end; for operations')
    .argument('<person>', 'employee id')
    .addArgument(ROLE)
    .option('--scope <department>', 'over this department alone; for leaders')
    .option('--until <day>', 'the last day on which it holds, YYYY-MM-DD');
  withApiOptions(grant).action((person: string, name: string, { scope, until, ...options }: GrantOptions) =>
    send(io, options, 'grantRole', { person, role: name, scope: scope ?? null, until: until ?? null }),
  );
  const take = role
    .command('take')
    .description('take a role from somebody; for operations')
    .argument('<person>', 'employee id')
    .addArgument(ROLE)
    .option('--scope <department>', 'the one over this department');
  withApiOptions(take).action((person: string, name: string, { scope, ...options }: GrantOptions) =>
    send(io, options, 'takeRole', { person, role: name, scope: scope ?? null }),
  );
}

async function send(
  io: Io,
  options: ApiOptions,
  type: 'grantRole' | 'takeRole',
  body: {
    readonly person: string;
    readonly role: string;
    readonly scope: string | null;
    readonly until?: string | null;
  },
): Promise<void> {
  const accepted = await new Api(io, options).post(`/api/organisation/${type}`, { ...body, commandId: randomUUID() });
  if (options.json) return printJson(io, accepted);
  const done = type === 'grantRole' ? 'has the role' : 'no longer has the role';
  print(io, `${body.person} ${done} ${body.role}; it is in the ledger.`);
}

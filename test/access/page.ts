import { DOORS } from '../../access/commands.ts';
import { type Door, sendersOf } from '../../access/door.ts';
import { seersOf, VIEWS, type View, type ViewName } from '../../access/views.ts';
import type { KindName } from '../../contracts/kinds.ts';
import { wordsOf } from '../../contracts/kinds.ts';
import type { Shown } from './walkers.ts';

/** What came of it when everybody walked up to a door: by their names, moment by moment. */
export type Walked = Readonly<Record<string, readonly (boolean | Shown | 'own')[]>>;

/** What the walk has found. */
export interface Found {
  readonly commands: ReadonlyMap<string, Walked>;
  readonly views: ReadonlyMap<ViewName, Walked>;
  /** The moments at which a view was looked at, and the commands of a kind were sent. */
  readonly moments: Readonly<Record<string, readonly string[]>>;
  readonly sentAt: Readonly<Partial<Record<KindName, readonly string[]>>>;
}

const SIGN: Readonly<Record<string, string>> = {
  true: 'yes',
  false: '–',
  all: 'all',
  part: 'part',
  nothing: '–',
  own: 'their own',
};

/** What happened at each moment; once, where it was the same at all. */
function signs(results: readonly (boolean | Shown | 'own')[] | undefined): string {
  if (!results) return '';
  const said = results.map((r) => SIGN[String(r)]!);
  return new Set(said).size === 1 ? said[0]! : said.join(' → ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const NAMES = ['operations', 'auditor', 'leader', 'ended', 'nobody'] as const;

/** The page about who may see and do what, as docs/access.md holds it. */
export function pageOf({ commands, views, moments, sentAt }: Found): string {
  return `# Who may see and do what

This page is made by \`test/access\`, which walks up to every door of the API, by role, relation and the moment in a procedure, on a
real database. It fails for a command or a path that is not in the tables of [\`access/\`](../access), and when this page is not what it
has found; \`ROSTRUM_WRITE=yes npm run -s jest -- test/access\` writes it anew.

## Roles
A role is a fact in the ledger ([decision 26](decisions/0026-roles-are-facts-of-the-organisation.md)): it was granted, and holds until the end of
its last day, until it is taken, or until the person leaves.

- **operations** run the procedures and the installation.
- **auditor**: sees all that operations see, and sends nothing.
- **leader**: the top management, of the company or over one department. A leader sees of a cycle what the management that approves
  it sees; over one department, what its head sees.

In the tables *ended* is somebody whose role operations has ended, and *nobody* an employee without a role, whom no procedure asks. What changes
from one moment to the next is written with an arrow.

## Commands
Whether somebody may send a command is asked when it is decided, of the organisation as it stands then. *yes*: they may, whatever else the
procedure says to it. *whose it is*: somebody who stands to it as the second column says.

${Object.entries(DOORS)
  .map(([kind, doors]) => commandsOf(kind as KindName, doors, commands, sentAt[kind as KindName]))
  .join('\n\n')}

## Views
*all*: what operations are shown. *part*: some of it, by the second column. –: nothing; it looks like what is not there, or is refused. Further
columns are people who stand in a relation to what is shown; what there was not yet was not looked at.

${viewsOf(views, moments)}
`;
}

function commandsOf(
  kind: KindName,
  doors: Readonly<Record<string, Door>>,
  walked: Found['commands'],
  at: readonly string[] | undefined,
): string {
  const rows = Object.entries(doors).map(([type, door]) => {
    const found = walked.get(`${kind}.${type}`);
    return [
      `\`${type}\``,
      sendersOf(door).replace(/^For |\.$/g, ''),
      ...NAMES.map((name) => signs(found?.[name])),
      signs(found?.own),
      door.does,
    ];
  });
  const when = at
    ? `\n\nSent at: ${at.join(', ')}. What is for somebody in a relation was sent where somebody is in it.`
    : '';
  return `### ${wordsOf(kind).noun.replace(/^./, (c) => c.toUpperCase())}${when}\n\n${table(['command', 'for', ...NAMES, 'whose it is', 'what it does'], rows)}`;
}

function viewsOf(walked: Found['views'], moments: Found['moments']): string {
  const rows = (Object.entries(VIEWS) as [ViewName, View][]).map(([name, view]) => {
    const found = walked.get(name) ?? {};
    const others = Object.keys(found).filter(
      (who) => (view.by === 'related' || view.by === 'holders') && !(NAMES as readonly string[]).includes(who),
    );
    return [
      `\`${name}\`: ${view.toDo}`,
      seersOf(view),
      ...NAMES.map((who) => signs(found[who])),
      others.map((who) => `${who}: ${signs(found[who])}`).join('; '),
      (moments[name] ?? []).join(', '),
    ];
  });
  return table(['view', 'for', ...NAMES, 'others', 'at'], rows);
}

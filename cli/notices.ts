import { type Command, Option } from 'commander';
import { NOTICE_STATES, type NoticePage } from '../contracts/views/operations.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { table, when } from './table.ts';

interface NoticesOptions extends ApiOptions {
  readonly state?: string;
  readonly of?: string;
  readonly stream?: string;
  readonly limit: string;
}

/** `rostrum notices --state failed` */
export function registerNotices(program: Command, io: Io): void {
  const notices = program
    .command('notices')
    .description('messages to people, newest first: sent, waiting, failed with the reason; for operations')
    .addOption(new Option('--state <state>', 'only those in this state').choices(NOTICE_STATES))
    .option('--of <person>', 'only those to this person')
    .option('--stream <stream>', 'only those of this procedure')
    .option('--limit <n>', 'at most so many, up to 500', '50');
  withApiOptions(notices).action(async ({ state, of: person, stream, limit, ...options }: NoticesOptions) => {
    const query = new URLSearchParams(
      Object.entries({ state, person, stream, limit }).filter((pair): pair is [string, string] => !!pair[1]),
    );
    const page = await new Api(io, options).get<NoticePage>(`/api/notices?${query}`);
    if (options.json) return printJson(io, page);
    const counts = Object.entries(page.counts).map(([name, count]) => `${count} ${name}`);
    print(io, `${counts.join(', ') || 'No messages'}.`);
    if (!page.notices.length) return;
    const lines = page.notices.map((n) => [when(n.notBefore), n.person, n.template, n.stream, n.state, n.error ?? '']);
    print(io, `\n${table(['WHEN (UTC)', 'TO', 'TEMPLATE', 'FROM', 'STATE', 'REASON'], lines)}`);
  });
}

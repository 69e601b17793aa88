import { hostname } from 'node:os';
import type { Command } from 'commander';
import type { Me } from '../contracts/views/inbox.ts';
import type { Paired, Pairing } from '../contracts/views/program-token.ts';
import { Api, type ApiOptions, addressOf } from './api.ts';
import { textOf } from './input.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { keepLogin, loginAt } from './logins.ts';

interface LoginOptions extends Pick<ApiOptions, 'api' | 'dataDir' | 'json'> {
  readonly token?: boolean;
}

/** `rostrum login` */
export function registerLogin(program: Command, io: Io): void {
  withAddress(program.command('login'))
    .description('sign in here: confirm a code in your browser, or give a token; later commands speak for you')
    .option('--token', 'read a token from standard input; your settings make one, and so does POST /api/me/tokens')
    .option('--json', 'print JSON')
    .action(async (options: LoginOptions) => {
      const api = addressOf(io, options);
      const token = options.token ? (await textOf(io, '-')).trim() : await paired(io, api);
      const me = await new Api(io, { api, token }).get<Me>('/api/me');
      const file = keepLogin(io, api, token);
      if (!file)
        throw new Failure(
          EXIT.input,
          'There is no home folder to keep the token in; set HOME to one, or give a token with each command as ROSTRUM_TOKEN.',
        );
      if (options.json) return printJson(io, { person: me.person, name: me.name, api, file });
      print(io, `Signed in at ${api} as ${me.name ?? me.person} (${me.person}).`);
    });
}

/** `rostrum logout` */
export function registerLogout(program: Command, io: Io): void {
  withAddress(program.command('logout'))
    .description('sign out here: the token goes out of use, and is forgotten')
    .action(async (options: LoginOptions) => {
      const api = addressOf(io, options);
      const token = loginAt(io, api);
      if (!token) throw new Failure(EXIT.input, `Nobody is signed in at ${api}; rostrum login signs in.`);
      // Where the token is not good any more there is nothing to take out of use.
      await new Api(io, { api, token }).delete('/api/session').catch((error: Failure) => {
        if (error.exitCode === EXIT.unreachable) throw error;
      });
      keepLogin(io, api, undefined);
      print(io, `Signed out at ${api}.`);
    });
}

function withAddress(command: Command): Command {
  return command
    .option('--api <url>', 'address of the API (default: ROSTRUM_API, or the installation that runs here)')
    .option('--data-dir <folder>', 'folder of the installation that "rostrum up" runs (default: .rostrum)');
}

/** Shows a code, and waits until somebody has typed it where they are signed in. */
async function paired(io: Io, api: string): Promise<string> {
  const stranger = new Api(io, { api, token: null });
  const asked = await stranger.post<Pairing>('/api/session/pairing', { name: `rostrum on ${hostname()}`.slice(0, 60) });
  say(io, `Open ${asked.address} where you are signed in, and type ${asked.code}`);
  for (;;) {
    const answer = await stranger.post<Paired>('/api/session/pairing/token', { device: asked.device });
    if (answer.state === 'given') return answer.token;
    await new Promise((resolve) => setTimeout(resolve, asked.seconds * 1000));
  }
}

import { Command, CommanderError } from 'commander';
import { messageOf } from '../contracts/failure.ts';
import { admitKinds, kindsIn } from '../settings/kinds.ts';
import { type CommandEntry, GROUPS } from './commands.ts';
import { EXIT, type ExitCode, Failure, type Io, print, say } from './io.ts';
import { TOPICS } from './topics.ts';

/** The command line as a function: arguments and streams in, exit code out. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    await admitKinds(kindsIn(io.env.ROSTRUM_KINDS ?? ''));
    const program = await programFor(args, io);
    await program.parseAsync([...args], { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.input;
    if (error instanceof Failure) {
      if (error.message) say(io, error.message);
      return error.exitCode;
    }
    say(io, messageOf(error));
    return EXIT.failure;
  }
}

/** The program with all its commands by name, of which only the one that is asked for is loaded. */
async function programFor(args: readonly string[], io: Io): Promise<Command> {
  const program = new Command('rostrum')
    .description('Runs the training work of a company: rounds of tasks, selections of trainers, their ledger.')
    .addHelpText('after', '\nMore: rostrum help COMMAND, rostrum help exit-codes, rostrum help environment')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  const asked = args[0] === 'help' ? args[1] : args[0];
  for (const [heading, entries] of Object.entries(GROUPS)) {
    program.commandsGroup(heading);
    for (const entry of entries) await add(program, io, entry, entry.name === asked);
  }
  for (const [name, text] of Object.entries(TOPICS)) addTopic(program, io, name, text);
  return program;
}

async function add(program: Command, io: Io, { name, summary, load }: CommandEntry, asked: boolean): Promise<void> {
  if (asked) (await load())(program, io);
  else program.command(name).summary(summary);
}

/** A page of help is a command without a line in the list. */
function addTopic(program: Command, io: Io, name: string, text: string): void {
  const topic = program.command(name, { hidden: true }).action(() => print(io, text));
  topic.helpInformation = () => text;
}

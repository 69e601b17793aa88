import { type Command, Option } from 'commander';
import type { Rhythm, Settings, SettingsView } from '../contracts/settings.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

const RHYTHMS = ['at-once', 'daily', 'weekly'] as const;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

interface LettersOptions extends ApiOptions {
  readonly hour?: string;
  readonly on?: (typeof DAYS)[number];
}

/** `rostrum letters daily --hour 8` */
export function registerLetters(program: Command, io: Io): void {
  const letters = program
    .command('letters')
    .description('when you get letters that can wait: at once, or together on each day or in each week')
    .addArgument(program.createArgument('[rhythm]', 'what to change it to; without it, what it is').choices(RHYTHMS))
    .option('--hour <hour>', 'at which hour of your day, 0 to 23; 8 unless said otherwise')
    .addOption(new Option('--on <day>', 'on which day of the week; Monday unless said otherwise').choices(DAYS));
  withApiOptions(letters).action(async (rhythm: Rhythm['letters'] | undefined, options: LettersOptions) => {
    const api = new Api(io, options);
    const path = '/api/me/settings';
    if (!rhythm && (options.hour !== undefined || options.on !== undefined))
      throw new Failure(EXIT.input, 'Say daily or weekly beside --hour and --on.');
    if (rhythm === 'at-once' && (options.hour !== undefined || options.on !== undefined))
      throw new Failure(EXIT.input, 'Letters that come at once have no hour and no day; leave out --hour and --on.');
    if (rhythm === 'daily' && options.on !== undefined)
      throw new Failure(EXIT.input, 'Daily letters come on each day; leave out --on, or say weekly.');
    const now = await api.get<SettingsView>(path);
    const kept = rhythm ? await api.put<SettingsView>(path, changed(now, rhythmOf(rhythm, options))) : now;
    if (options.json) return printJson(io, { rhythm: kept.rhythm });
    print(io, sentenceFor(kept.rhythm));
  });
}

/** All that somebody has said, with another rhythm. */
function changed({ language, zone, theme, quiet }: SettingsView, rhythm: Rhythm): Settings {
  return { language, zone, theme, rhythm, quiet };
}

function rhythmOf(letters: Rhythm['letters'], { hour = '8', on = 'monday' }: LettersOptions): Rhythm {
  if (letters === 'at-once') return { letters };
  if (!/^(\d|1\d|2[0-3])$/.test(hour)) throw new Failure(EXIT.input, `--hour ${hour} is no hour: write 0 to 23.`);
  return letters === 'daily'
    ? { letters, hour: Number(hour) }
    : { letters, day: DAYS.indexOf(on) + 1, hour: Number(hour) };
}

function sentenceFor(rhythm: Rhythm): string {
  if (rhythm.letters === 'at-once') return 'Letters come as they are written.';
  const at = `${String(rhythm.hour).padStart(2, '0')}:00 where you are`;
  const when = rhythm.letters === 'daily' ? `every day at ${at}` : `every ${capital(DAYS[rhythm.day - 1]!)} at ${at}`;
  return `Letters that can wait come together ${when}; what is urgent or due soon comes at once.`;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

import type { Me } from '../contracts/views/inbox.ts';
import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import type { Outcome } from './ending.ts';
import { DemoFailure } from './failure.ts';
import type { Narrator } from './narrator.ts';
import type { Next } from './next.ts';
import { YEAR } from './year/play.ts';

interface Around {
  readonly client: Client;
  readonly cast: Cast;
  readonly tell: Narrator;
  /** Address of the installation. */
  readonly api: string;
}

interface Click {
  readonly person: string;
  readonly path: string;
  readonly what: string;
}

/** Says what is worth a look in a browser, as whom: each address asks for one press, by which one is that person. */
export async function showClicks(around: Around, outcome: Outcome, next: Next): Promise<void> {
  const { cast, tell, api } = around;
  tell.heading('Five clicks worth making: each asks you to be the person named, and leads there');
  for (const [at, { person, path, what }] of (await clicks(around, outcome, next)).entries()) {
    const query = new URLSearchParams({ to: path, who: person });
    tell.plain(`  ${at + 1}. ${cast.people.get(person)?.name ?? person} (${person}): ${what}`);
    tell.plain(`     ${api}/sign-in?${query}`);
  }
}

async function clicks(around: Around, { ranking, applications }: Outcome, next: Next): Promise<Click[]> {
  const { supervisor, people, selection } = next;
  const first = applications.find(({ code }) => code === ranking.ranking[0]?.application)?.person;
  const third = applications.find(({ code }) => code === ranking.ranking[2]?.application)?.person;
  if (!first || !third) throw new DemoFailure('The ranking names fewer than three people.');
  const leader = await leaderAmong(around);
  return [
    { person: supervisor, path: '/desk', what: `rate ${people} people against the ability model of their posts` },
    { person: supervisor, path: '/team', what: 'the gaps of the own team, and what the plan does about them' },
    { person: leader, path: '/overview', what: 'what was promised and what came of it, on one screen' },
    { person: first, path: '/call/trainers-2027/mine', what: 'strengths and gaps of the application that came first' },
    {
      person: third,
      path: `/call/${selection.replace(/^selection:/, '')}`,
      what: 'the next call: may I apply, and what is it worth',
    },
  ];
}

/** The first of those who lead whose first page is the overview. */
async function leaderAmong({ client, cast }: Around): Promise<string> {
  const root = [...cast.people.values()].find(({ manager }) => manager === null)?.id;
  for (const person of [...(root ? [root] : []), ...cast.endorsers]) {
    const { home } = await client.get<Me>(person, '/api/me');
    if (home === 'overview') return person;
  }
  throw new DemoFailure(`Nobody who leads has an overview of ${YEAR}.`);
}

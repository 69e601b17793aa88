import type { Cast } from './cast.ts';
import type { Outcome } from './ending.ts';
import { DemoFailure } from './failure.ts';
import type { Narrator } from './narrator.ts';
import type { Next } from './next.ts';

interface Around {
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
export function showClicks(around: Around, outcome: Outcome, next: Next): void {
  const { cast, tell, api } = around;
  tell.heading('Five clicks worth making: each asks you to be the person named, and leads there');
  for (const [at, { person, path, what }] of clicks(outcome, next).entries()) {
    const query = new URLSearchParams({ to: path, who: person });
    tell.plain(`  ${at + 1}. ${cast.people.get(person)?.name ?? person} (${person}): ${what}`);
    tell.plain(`     ${api}/sign-in?${query}`);
  }
}

function clicks({ ranking, applications }: Outcome, next: Next): Click[] {
  const { supervisor, people, leader, selection } = next;
  const first = applications.find(({ code }) => code === ranking.ranking[0]?.application)?.person;
  const third = applications.find(({ code }) => code === ranking.ranking[2]?.application)?.person;
  if (!first || !third) throw new DemoFailure('The ranking names fewer than three people.');
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

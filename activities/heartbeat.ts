import { Context } from '@temporalio/activity';

const EVERY_MS = 3_000;

// biome-ignore lint/suspicious/noExplicitAny: it takes and gives whatever the activity does
type Activity = (...args: any[]) => Promise<any>;

/** The same activities, telling Temporal every few seconds that their worker lives, for as long as they take. */
export function withHeartbeats<A extends Readonly<Record<string, Activity>>>(activities: A): A {
  const beating = Object.entries(activities).map(([name, act]): [string, Activity] => [
    name,
    async (...args) => {
      const context = Context.current();
      const timer = setInterval(() => context.heartbeat(), EVERY_MS);
      try {
        return await act(...args);
      } finally {
        clearInterval(timer);
      }
    },
  ]);
  return Object.fromEntries(beating) as A;
}

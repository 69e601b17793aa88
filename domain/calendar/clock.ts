const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Milliseconds from midnight to a time of day, written HH:MM; throws an Error of one sentence for anything else. */
export function clockMs(text: string): number {
  const clock = CLOCK.exec(text);
  if (!clock) throw new Error(`"${text}" is not a time of day: write it as HH:MM, such as 08:00.`);
  return (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
}

/**
 * So many business days, or more where they would pass in less than so many seconds of real time: however fast the days go by,
 * whoever acts in them has the time to, on a busy machine, too. A week has five of them.
 */
export function businessDays(days: number, seconds: number, daysPerSecond: number): `${number}bd` {
  return `${Math.max(days, Math.ceil((seconds * daysPerSecond * 5) / 7))}bd`;
}

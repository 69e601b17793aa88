/** The procedure that a round is of, by the id that is made from its own: `plan-2028` of `cycle.plan-2028.approval-2`. */
export function procedureOf(round: string): string {
  return /^(?:round:)?[a-z]+\.(.+)\.[^.]+$/.exec(round)?.[1] ?? '';
}

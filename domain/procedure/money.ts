/** What one budget line of a procedure holds and what is planned to be spent of it, in the smallest unit of its currency. */
export interface MoneyLine {
  readonly line: string;
  readonly limit: number;
  readonly planned: number;
}

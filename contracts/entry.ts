/**
 * What a record holds under a word that people choose; undefined when it holds nothing of its own there, also under those
 * words that every object of JavaScript knows, such as `constructor`.
 */
export function entryOf<T>(record: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(record, word) ? record[word] : undefined;
}

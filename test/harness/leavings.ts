/** What a test file has started and not ended; its environment ends it when the file is through. */
export type End = () => Promise<unknown>;

const { rostrumLeavings } = globalThis as { rostrumLeavings?: Set<End> };

/**
 * Takes note of how something is ended, for a file that fails or runs out of time before it does so itself.
 * @returns what the file calls to end it; called again, it does nothing more
 */
export function leaving(end: End): () => Promise<void> {
  let ending: Promise<unknown> | undefined;
  const once = async () => {
    rostrumLeavings?.delete(once);
    ending ??= end();
    await ending;
  };
  rostrumLeavings?.add(once);
  return once;
}

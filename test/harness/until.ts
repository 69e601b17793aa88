/** Waits until something is so, however long it takes; other events of this process are heard meanwhile. */
export async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setImmediate(resolve));
}

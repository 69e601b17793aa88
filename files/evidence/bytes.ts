/** Whether bytes begin with some letters, each of one byte. */
export function startsWith(bytes: Uint8Array, letters: string): boolean {
  return bytes.length >= letters.length && [...letters].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** Letters of one byte each, as bytes. */
export const text = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;
const WORDS = 8;

/**
 * A secret that everybody can work out, for turns that reach nobody: tests, previews and rehearsals. 64 hexadecimal
 * digits of FNV-1a (Fowler, Noll, Vo) over the purpose, each word of its own beginning.
 */
export function openSecretOf(purpose: string): string {
  return Array.from({ length: WORDS }, (_, word) => hash(`${word} ${purpose}`)).join('');
}

function hash(text: string): string {
  let h = OFFSET;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME) >>> 0;
  return ((h ^ (h >>> 15)) >>> 0).toString(16).padStart(8, '0');
}

const CHINESE = /\p{Script=Han}/u;

/** Family names of two characters that are met today; all others have one. */
const TWO = new Set([
  '欧阳',
  '司徒',
  '上官',
  '诸葛',
  '司马',
  '东方',
  '皇甫',
  '尉迟',
  '慕容',
  '令狐',
  '夏侯',
  '公孙',
  '长孙',
  '宇文',
  '端木',
]);

/** What one calls somebody by: the given name, the family name first where the name is Chinese. */
export function givenName(name: string): string {
  if (!CHINESE.test(name)) return name.split(/\s+/)[0] ?? name;
  const family = TWO.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
  return name.length > family ? name.slice(family) : name;
}

/** Two characters for a face: the given name in Chinese, initials otherwise. */
export function initials(name: string): string {
  if (CHINESE.test(name)) return givenName(name).slice(-2);
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

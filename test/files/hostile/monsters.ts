import { BOOK_MONSTERS } from './book-monsters.ts';
import { CSV_MONSTERS } from './csv-monsters.ts';
import type { Monster } from './monster.ts';

export const MONSTERS: readonly Monster[] = [...CSV_MONSTERS, ...BOOK_MONSTERS];

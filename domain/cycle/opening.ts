import type { Part } from './part.ts';

export const opening: Part = {};
